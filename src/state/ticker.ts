/** The one place that asks the browser for frames. */
import type { Ticker } from './playhead.svelte.ts';

export const animationTicker: Ticker = (frame) => {
  let last: number | undefined;
  let handle = requestAnimationFrame(function next(now) {
    handle = requestAnimationFrame(next);
    if (last !== undefined) frame(now - last);
    last = now;
  });
  return () => cancelAnimationFrame(handle);
};
