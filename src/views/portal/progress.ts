/** How far the making of a package has come, and room for the page between two pieces of it. */
import type { Format } from '../picture/plate.ts';

/** What is being made: the stills, or a film of a shape. */
export type Doing = { readonly what: 'stills' } | { readonly what: 'film'; readonly format: Format };
export interface Progress {
  readonly doing: Doing;
  /** Pieces of this kind that are done, and how many there are. */
  readonly done: number;
  readonly of: number;
  /** Share of the whole package, from 0 to 1. */
  readonly share: number;
}

const channel = typeof MessageChannel === 'undefined' ? undefined : new MessageChannel();
const waiting: (() => void)[] = [];
if (channel) channel.port1.onmessage = () => waiting.shift()?.();
/** Lets the page answer and draw. A timer would sleep in a hidden tab, where the reader waits all the same. */
export const breathe = (): Promise<void> =>
  new Promise((done) => {
    if (!channel) return void setTimeout(done);
    waiting.push(done);
    channel.port2.postMessage(0);
  });
