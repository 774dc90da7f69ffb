/** A hit of the search becomes a view. */
import type { PlaceId, SeriesId, WaveId } from '../../record/model.ts';
import type { ViewState } from '../../state/view-state.ts';
import type { Stage } from '../../state/stage.svelte.ts';
import { parseAt } from '../../state/address.ts';
import type { Hit } from '../../words/search.ts';

/** Which part of a wave's page a hit stands on. */
const partOf = (hit: Hit): string | null =>
  hit.kind === 'person' ? `person.${hit.id}` : hit.kind === 'ship' ? `voyage.${hit.id}` : null;

/** Sets wave, place, instant and part as the hit says; form, language, claims and theme stay as they are. */
export function goToHit(stage: Stage, hit: Hit): void {
  // A figure is read where it was counted: the place lists it with its evidence.
  const place =
    hit.kind === 'place' || hit.kind === 'company'
      ? (hit.id as PlaceId)
      : hit.kind === 'figure'
        ? (stage.best.series.get(hit.id as SeriesId)?.place ?? null)
        : null;
  const wave = hit.kind === 'place' ? hit.waves[0] : hit.wave;
  const at = hit.at === null ? undefined : parseAt(hit.at);
  const view: ViewState = {
    ...stage.address,
    waves: wave ? [wave as WaveId] : stage.view.waves,
    place: place && stage.best.places.has(place) ? place : null,
    part: partOf(hit),
    beside: null,
    kinds: [],
    ...(at !== undefined && { at }),
  };
  if (hit.kind === 'year') {
    stage.playhead.pause();
    if (at !== undefined) stage.playhead.seek(at);
    return;
  }
  stage.open(view, at !== undefined);
  if (hit.kind === 'event') stage.openedEvent = hit.id;
}
