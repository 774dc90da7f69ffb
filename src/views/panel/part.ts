/** Parts of the column that a link can name: what is marked, scrolled to and focused. Touches the DOM alone. */

/** The id of the element that a part stands in. */
export const idOfPart = (part: string): string => `part-${part}`;

/** Whether an element can be seen whole, so that scrolling to it would only unsettle the reader. */
function isSeen(element: Element): boolean {
  const box = element.getBoundingClientRect();
  const x = box.left + box.width / 2;
  return [box.top + 2, box.bottom - 2].every((y) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (element.contains(hit) || hit.contains(element));
  });
}

/**
 * Marks the element of a part; with `go` it is also brought into view and given the focus. An unknown part does nothing.
 * @returns takes the mark away
 */
export function showPart(root: ParentNode, part: string, go: boolean, behavior: ScrollBehavior): () => void {
  const element = root.querySelector<HTMLElement>(`#${CSS.escape(idOfPart(part))}`);
  if (!element) return () => {};
  element.dataset['shown'] = '';
  if (go) {
    for (const details of element.querySelectorAll<HTMLDetailsElement>(':scope > details')) details.open = true;
    // A paragraph is read with what stands round it; everything else begins something.
    const block = element.matches('p') ? 'center' : 'start';
    if (!isSeen(element)) element.scrollIntoView({ block, behavior });
    element.focus({ preventScroll: true });
  }
  return () => delete element.dataset['shown'];
}
