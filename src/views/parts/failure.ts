/** Plain words and a way to try again, where not even the first file came and no component can speak. */
export function sayFailure(page: HTMLElement, words: Readonly<Record<string, string>>, again: () => void): void {
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  message.textContent = `${words['boot.failed'] ?? ''} `;
  const button = document.createElement('button');
  button.textContent = words['boot.again'] ?? '';
  button.addEventListener('click', again);
  message.append(button);
  page.replaceChildren(message);
}
