/** A page without a page: the real record, frames given by hand, files that come when the test lets them. */
import { coreOf, coreTextOf, laterWordsOf, todayFileOf, waveFileOf, waveTextOf } from '../../src/record/bundle.ts';
import type { WaveId } from '../../src/record/model.ts';
import { Library } from '../../src/state/library.svelte.ts';
import type { Ticker } from '../../src/state/playhead.svelte.ts';
import { Stage } from '../../src/state/stage.svelte.ts';
import { defaultView, type ViewState } from '../../src/state/view-state.ts';
import { compiled, core, posted, textsIn } from '../the-record.ts';

/** A clock that goes only when it is told to. */
export class HandTicker {
  running = 0;
  #frame: ((dt: number) => void) | undefined;
  readonly start: Ticker = (frame) => {
    this.running++;
    this.#frame = frame;
    return () => {
      this.running--;
      this.#frame = undefined;
    };
  };
  /** One frame; nothing happens where nobody asked for frames. */
  frame(dt: number): void {
    this.#frame?.(dt);
  }
}

/** Any file of the record by its name, as the server would send it. */
export function recordFile(name: string): unknown {
  const [folder, id] = name.split('/') as [string, string?];
  if (folder === 'core') return posted(coreOf(compiled, 'test'));
  if (folder === 'waves') return posted(waveFileOf(compiled, id!));
  if (folder === 'basemap') return { objects: {} };
  if (folder === 'today') return posted(todayFileOf(compiled));
  if (id === 'words') return posted(laterWordsOf(compiled, folder));
  if (id === 'today') return posted(compiled.raw.todayTexts[folder]);
  return id === 'core' ? posted(coreTextOf(compiled, folder)) : posted(waveTextOf(compiled, folder, id!));
}

/** Files that arrive, or fail, in the order in which the test decides. */
export class HandFetch {
  readonly asked: string[] = [];
  readonly #waiting = new Map<string, { come: (content: unknown) => void; fail: () => void }>();
  readonly fetch = (name: string): Promise<unknown> => {
    this.asked.push(name);
    return new Promise((come, fail) => this.#waiting.set(name, { come, fail: () => fail(new Error('no way')) }));
  };
  async come(name: string, content: unknown = recordFile(name)): Promise<void> {
    this.#waiting.get(name)!.come(content);
    await settled();
  }
  async fail(name: string): Promise<void> {
    this.#waiting.get(name)!.fail();
    await settled();
  }
}
/** After all promises that are already decided. */
export const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

export const wave = (id: string): WaveId => id as WaveId;
export const WAVES = core.waves.map((w) => w.id);

export function stageOf(
  view: Partial<ViewState> = {},
  named = false,
  fetch = async (name: string) => recordFile(name),
) {
  const ticker = new HandTicker();
  const texts = textsIn(view.lang ?? 'en');
  const stage = new Stage({
    library: new Library(fetch),
    core,
    texts,
    view: { ...defaultView('en'), ...view },
    named,
    ticker: ticker.start,
    reducedMotion: false,
  });
  return { stage, ticker };
}
