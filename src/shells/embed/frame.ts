/** The frame of an embed: it speaks with the page round it, stands still where nobody sees it, and takes the editor's colour where that can be read. */
import { formatAt } from '../../state/address.ts';
import type { Stage } from '../../state/stage.svelte.ts';
import { LEAST_CONTRAST, contrastOf } from './options.ts';
import { parseAsked, tellHeight, toldMessage, type Host } from './speak.ts';

/**
 * Tells the host height and readiness, and hears what it asks for.
 * @returns how to stop
 */
export function speakWith(host: Host, frame: HTMLElement, stage: Stage, pymId: string | undefined): () => void {
  const height = tellHeight(frame, host, pymId);
  const hear = (event: MessageEvent) => {
    if (event.source !== host) return;
    const asked = parseAsked(event.data, pymId);
    if (asked?.kind === 'height') height.again();
    // Like a link that was followed: the address is the one door.
    if (asked?.kind === 'open') stage.follow(asked.hash);
  };
  addEventListener('message', hear);
  host.postMessage(toldMessage({ event: 'ready' }), '*');
  return () => {
    height.stop();
    removeEventListener('message', hear);
  };
}

/** Tells the host where the playhead came to rest. */
export const tellStep = (host: Host, stage: Stage): void =>
  host.postMessage(toldMessage({ event: 'step', at: formatAt(stage.playhead.at) }), '*');
/** Tells the host which wave is chosen; none is all. */
export const tellChoice = (host: Host, stage: Stage): void =>
  host.postMessage(toldMessage({ event: 'choose', wave: stage.one?.id ?? '' }), '*');

/** An embed that nobody sees does not move. @returns how to stop */
export function pauseUnseen(frame: HTMLElement, stage: Stage): () => void {
  const observer = new IntersectionObserver(([entry]) => {
    if (entry && !entry.isIntersecting) stage.playhead.pause();
  });
  observer.observe(frame);
  const hide = () => document.hidden && stage.playhead.pause();
  document.addEventListener('visibilitychange', hide);
  return () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', hide);
  };
}

/** The editor's colour, where it can be read on this ground; else the atlas keeps its own, and the frame says so. */
export function takeAccent(frame: HTMLElement, accent: string | undefined): void {
  const ground = getComputedStyle(frame).getPropertyValue('--ground').trim().replace('#', '');
  const readable = accent !== undefined && contrastOf(accent, ground) >= LEAST_CONTRAST;
  frame.dataset['accent'] = accent === undefined ? 'none' : readable ? 'used' : 'refused';
  if (readable) frame.style.setProperty('--accent', `#${accent}`);
  else frame.style.removeProperty('--accent');
}
