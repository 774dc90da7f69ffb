/** Plants and yards of the chosen wave on the map: which there are, and where their signs and names stand. */
import { untrack } from 'svelte';
import type { LonLat } from '../../record/model.ts';
import { changeBefore, changesOf, openPlants, plantsAt } from '../../scene/plants.ts';
import type { Camera, Picture } from '../../scene/projection.ts';
import type { Stage } from '../../state/stage.svelte.ts';
import type { PlantLabel, PlantLayout, Rect, Sign } from './layout.ts';

/** A town as near to a plant as this is the plant’s own, degrees. */
const OWN_TOWN = 0.2;
/** Most names on a small stage, and on a large one. */
const NAMES = { narrow: 7, wide: 40 };
const NARROW = 600;

/** The instant at which a stage shows its plants: it changes only when one of them does. */
export class PlantTime {
  readonly #stage: () => Stage;
  /** All plants of the chosen wave, whatever the time and the filter. */
  readonly all = $derived.by(() => {
    const { one } = this.#stage();
    return openPlants(one ? this.#stage().book(one.id).record?.plants : undefined);
  });
  readonly #changes = $derived(changesOf(this.all));
  /** The last day on which a plant came or changed. */
  readonly day = $derived.by(() => changeBefore(this.#changes, this.#stage().playhead.at));
  readonly standing = $derived.by(() => plantsAt(this.all, this.day, this.#stage().view.plants));
  constructor(stage: () => Stage) {
    this.#stage = stage;
  }
}

/** A map as far as its plants need it. */
export interface MapView {
  readonly stage: Stage;
  readonly picture: Picture;
  readonly camera: Camera;
  /** Where no word may stand. */
  readonly taken: readonly Rect[];
  /** Size of words, px. */
  readonly size: number;
}

/** The layer of plants on one map, made together with its component; a function of what the map shows. */
export class Making implements PlantLayout {
  readonly #view: () => MapView;
  // One by one, so that a moving camera works out anew only what moves with it.
  readonly #stage = $derived.by(() => this.#view().stage);
  readonly #picture = $derived.by(() => this.#view().picture);
  readonly #camera = $derived.by(() => this.#view().camera);
  /** Size of the legend of plants, in the lower right corner. */
  legend = $state.raw({ width: 0, height: 0 });
  readonly #taken = $derived.by((): readonly Rect[] => {
    const { width, height } = this.#picture.size;
    const corner = { x0: width - this.legend.width - 16, y0: height - this.legend.height - 14, x1: width, y1: height };
    return [...this.#view().taken, ...(this.layer && this.legend.width > 0 ? [corner] : [])];
  });
  readonly #size = $derived.by(() => this.#view().size);
  readonly #time: PlantTime;
  readonly #has = $derived.by(() => this.#time.all.length > 0);
  #loaded = $state.raw<typeof import('./layer.ts')>();
  #failed = $state(false);
  /** The chunk that draws: comes when the chosen wave has plants. */
  readonly layer = $derived.by(() => (this.#has ? this.#loaded : undefined));

  readonly #states = $derived.by(() => this.#stage.library.basemap('us-states'));
  /** Lines between the states of today. */
  readonly states = $derived.by(() => this.#states.value);
  /** What did not come, to be asked for again. */
  readonly lost = $derived.by(() =>
    this.#has && (this.#failed || this.#states.status === 'failed') ? { load: () => this.#load() } : undefined,
  );

  readonly #width = $derived.by(() => this.#picture.size.width);
  readonly #k = $derived.by(() => this.#camera.k);
  /** Signs grow with the stage. */
  readonly scale = $derived.by(() => Math.max(0.68, Math.min(1.7, this.#width / 950)));
  readonly #spread = $derived.by(() =>
    this.layer?.spreadOf(
      this.#time.standing,
      ({ plant }) => this.#stage.best.places.get(plant.id)?.at,
      this.#picture,
      this.#k,
      this.scale,
    ),
  );
  readonly signs: readonly Sign[] = $derived.by(() =>
    this.#spread && this.layer ? this.layer.signsOf(this.#spread, this.#camera) : [],
  );
  readonly labels: readonly PlantLabel[] = $derived.by(() => {
    const { layer } = this;
    if (!layer) return [];
    const nameOf = ({ plant }: Sign) => this.#stage.texts.placeName(plant.id);
    const most = this.#width < NARROW ? NAMES.narrow : NAMES.wide;
    return layer.labelsOf(this.signs, nameOf, this.#picture, this.#taken, this.#size, most);
  });
  /** Where no other word may stand: what was taken before, and now signs and names, too. */
  readonly blocked: readonly Rect[] = $derived.by(() =>
    this.layer ? [...this.#taken, ...this.layer.takenBy(this.signs, this.labels, this.#size)] : this.#taken,
  );
  /** Whether a place keeps its own name: the town of a plant on the map has the plant’s. */
  holds = (at: LonLat): boolean =>
    !this.signs.some(({ place }) => Math.abs(place[0] - at[0]) < OWN_TOWN && Math.abs(place[1] - at[1]) < OWN_TOWN);

  constructor(view: () => MapView) {
    this.#view = view;
    this.#time = new PlantTime(() => this.#stage);
    $effect(() => {
      // What they are is written in the wave's own file.
      if (this.#stage.one?.plants) this.#stage.load(this.#stage.one.id);
    });
    $effect(() => {
      if (this.#has) untrack(() => this.#load());
    });
  }

  #load(): void {
    this.#failed = false;
    void this.#states.load();
    if (this.#loaded) return;
    this.#stage.whole(import('./layer.ts')).then(
      (layer) => (this.#loaded = layer),
      () => (this.#failed = true),
    );
  }
}
