/** The last fork: a 2D canvas or WebGL. Both are given the same numbers. */
import { CanvasPainter } from './dots-canvas.ts';
import { GlPainter } from './dots-webgl.ts';
import type { Painter } from './painting.ts';

export type Drawing = 'auto' | 'webgl' | 'canvas';

/** Renderers that imitate a graphics card on the processor: slower than a plain canvas. */
const IMITATIONS = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Whether WebGL is there and not a slow imitation of itself. */
function hasWebGl(force: boolean): boolean {
  const trial = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: !force });
  if (!trial) return false;
  const info = trial.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(trial.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : trial.RENDERER));
  trial.getExtension('WEBGL_lose_context')?.loseContext();
  return force || !IMITATIONS.test(renderer);
}

/** @returns a painter on this canvas; without WebGL the 2D one, which shows the same */
export function openPainter(canvas: HTMLCanvasElement, drawing: Drawing): Painter {
  if (drawing !== 'canvas' && hasWebGl(drawing === 'webgl')) {
    const painter = GlPainter.open(canvas);
    if (painter) return painter;
  }
  return new CanvasPainter(canvas);
}
