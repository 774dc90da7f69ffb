/**
 * `korean-migration-waves.js`: the web component `<korean-migration-waves wave="hawaii" at="1905" lang="ko">`, for sites that allow scripts.
 * A frame inside a shadow root: no style gets in or out. Attributes may change while it runs; what happens inside is told as events.
 */

/** Attributes that are the moment: they change without a reload. */
const MOMENT = ['wave', 'at', 'form', 'claims', 'years', 'beside', 'place', 'page'] as const;
/** Attributes that are what the page is: they need a reload. */
const PAGE = ['lang', 'theme', 'accent', 'transparent', 'timeline', 'controls', 'data'] as const;
const TALLEST = 20_000;
const folder = new URL('.', import.meta.url).href;

class KoreanMigrationWaves extends HTMLElement {
  static readonly observedAttributes = [...MOMENT, ...PAGE, 'title'];
  readonly #frame = document.createElement('iframe');

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    style.textContent = ':host{display:block;width:100%}iframe{display:block;width:100%;border:0;height:0}';
    this.#frame.loading = 'lazy';
    root.append(style, this.#frame);
  }

  connectedCallback(): void {
    addEventListener('message', this.#hear);
    this.#open();
  }
  disconnectedCallback(): void {
    removeEventListener('message', this.#hear);
  }
  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.isConnected || before === after) return;
    if (name === 'title') this.#frame.title = after ?? '';
    else if ((PAGE as readonly string[]).includes(name)) this.#open();
    else
      this.#frame.contentWindow?.postMessage(
        { sentinel: 'korean-migration-waves', type: 'open', hash: `#${this.#hash()}` },
        new URL(folder).origin,
      );
  }

  /** What is asked for as a query: keys without a value, where the attribute has none. */
  #keys(names: readonly string[]): string {
    return names
      .filter((name) => this.hasAttribute(name))
      .map((name) => {
        const value = this.getAttribute(name)!;
        return value === '' ? name : `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`;
      })
      .join('&');
  }
  #hash = (): string => this.#keys(MOMENT);
  #open(): void {
    const query = this.#keys(PAGE);
    this.#frame.title = this.title;
    // A frame that has no height yet would never come near the window: the width's own share until it speaks.
    this.#frame.style.height = `${Math.max(320, Math.round(this.clientWidth * 0.75))}px`;
    this.#frame.src = `${folder}embed.html${query ? `?${query}` : ''}#${this.#hash()}`;
  }
  readonly #hear = ({ data, source, origin }: MessageEvent): void => {
    if (source !== this.#frame.contentWindow || origin !== new URL(folder).origin) return;
    if (data?.sentinel === 'amp' && data.type === 'embed-size') {
      const height: unknown = data.height;
      if (typeof height === 'number' && height > 0 && height < TALLEST) this.#frame.style.height = `${height}px`;
    }
    if (data?.sentinel !== 'korean-migration-waves' || data.type !== 'event') return;
    const { event, at, wave } = data as Record<string, unknown>;
    if (event === 'ready' || event === 'step' || event === 'choose')
      this.dispatchEvent(new CustomEvent(event, { detail: { at, wave }, bubbles: true, composed: true }));
  };
}

if (!customElements.get('korean-migration-waves'))
  customElements.define('korean-migration-waves', KoreanMigrationWaves);
