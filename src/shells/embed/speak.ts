/**
 * What an embedded page and the page round it say to each other. Newsrooms have loaders already: Pym (`pymxPYMx…`) and AMP (`embed-size`), which
 * @newswire/frames and our own `embed.js` speak, too. Every message is checked by its sender and its shape; what is not understood changes nothing.
 */

/** What the host may ask for. */
export type Asked =
  | { readonly kind: 'height' }
  /** An address below the page, as in a link: `#wave=hawaii&at=1905`. */
  | { readonly kind: 'open'; readonly hash: string };
/** What is told to a host that wants to know: the page is ready, the playhead came to rest, a wave was chosen. */
export type Told =
  | { readonly event: 'ready' }
  | { readonly event: 'step'; readonly at: string }
  | { readonly event: 'choose'; readonly wave: string };

const PYM = 'xPYMx';
/** Longest message that is looked at, characters. */
const LONGEST = 2000;
/** Id that Pym gives a child in its address: letters, digits, - and _. */
const PYM_ID = /^[\w-]{1,120}$/;
const HASH = /^#[\w=&,.:;%+-]{0,600}$/;

/** The id by which a Pym parent knows this child. @param search as `location` gives it */
export function pymIdOf(search: string): string | undefined {
  const id = new URLSearchParams(search).get('childId');
  return id !== null && PYM_ID.test(id) ? id : undefined;
}

/** @returns undefined for anything that is no message of ours or has not its shape */
export function parseAsked(data: unknown, pymId: string | undefined): Asked | undefined {
  if (typeof data === 'string') {
    if (data.length > LONGEST || pymId === undefined) return undefined;
    const [name, id, type] = data.split(PYM);
    // Pym's parent tells the width when it changes and when it is ready: the answer is a height.
    return name === 'pym' && id === pymId && type === 'width' ? { kind: 'height' } : undefined;
  }
  if (typeof data !== 'object' || data === null) return undefined;
  const { sentinel, type, hash } = data as Record<string, unknown>;
  if (sentinel === 'amp' && (type === 'frames-init' || type === 'embed-size-request')) return { kind: 'height' };
  if (sentinel === 'korean-migration-waves' && type === 'open' && typeof hash === 'string' && HASH.test(hash))
    return { kind: 'open', hash };
  return undefined;
}

/** The same height for every loader, px. */
export function heightMessages(height: number, pymId: string | undefined): (string | object)[] {
  const px = Math.ceil(height);
  return [
    { sentinel: 'amp', type: 'embed-size', height: px },
    ...(pymId === undefined ? [] : [['pym', pymId, 'height', px].join(PYM)]),
  ];
}
export const toldMessage = (told: Told): object => ({ sentinel: 'korean-migration-waves', type: 'event', ...told });

/** The window round this one: what is needed of it. */
export interface Host {
  postMessage(message: unknown, target: string): void;
}

/**
 * Tells the host the height of an element, at first and whenever it changes, also when it shrinks.
 * @returns how to stop
 */
export function tellHeight(
  element: HTMLElement,
  host: Host,
  pymId: string | undefined,
): { again: () => void; stop: () => void } {
  let last = -1;
  const tell = (always: boolean) => {
    const height = element.getBoundingClientRect().height;
    // Hidden by the host: no height is better than none.
    if (height < 1 || (!always && Math.abs(height - last) < 1)) return;
    last = height;
    // A height is no secret: any page may know how tall we are.
    for (const message of heightMessages(height, pymId)) host.postMessage(message, '*');
  };
  const observer = new ResizeObserver(() => tell(false));
  observer.observe(element);
  return { again: () => tell(true), stop: () => observer.disconnect() };
}
