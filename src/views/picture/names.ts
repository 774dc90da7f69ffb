/** Names of places in a picture, with how many people were present where a circle is large: nobody can ask a print. */
import type { LonLat, Place, PlaceId } from '../../record/model.ts';
import { dayOf, middleOf } from '../../record/when.ts';
import { placeLabels, widthOf, type Wish } from '../../scene/labels.ts';
import { namedPlaces } from '../../scene/named-places.ts';
import { drawnStatus } from '../../scene/schedule.ts';
import { formatRound } from '../../words/number.ts';
import type { PlacedCircle } from './layers.ts';
import type { PictureScene, Sheet } from './plate.ts';
import { strokeOf } from './signs.ts';
import { escapeXml, px, tag, type Rect } from './svg.ts';
import type { View } from './view.ts';

/** Everything of the sheet that is not the view: labels keep to their map. */
export const outsideOf = ({ x0, y0, x1, y1 }: Rect, { size }: Sheet): Rect[] => [
  { x0: -1, y0: -1, x1: size.width + 1, y1: y0 },
  { x0: -1, y0: y1, x1: size.width + 1, y1: size.height + 1 },
  { x0: -1, y0: -1, x1: x0, y1: size.height + 1 },
  { x0: x1, y0: -1, x1: size.width + 1, y1: size.height + 1 },
];
const holdsXY = ({ x0, y0, x1, y1 }: Rect, [x, y]: readonly [number, number]) => x > x0 && x < x1 && y > y0 && y < y1;

export interface NamesStyle {
  readonly size: number;
  readonly most: number;
  /** Where no words may stand. */
  readonly taken: readonly Rect[];
  readonly holds?: (place: Place, at: LonLat) => boolean;
}
/** Weight of the place that the reader sought, and the size of its ring, px on an ordinary screen. */
const SOUGHT = 2e9;
const RING = 9;
/** Radius from which a circle has its number, in sizes of type. */
const NUMBER_FROM = 0.45;

/** Words round which the ground shines through: drawn once as a halo and once as words, for editors that know no paint order. */
export function haloed(sheet: Sheet, name: string, words: string, size: number): string {
  if (words === '') return '';
  const id = sheet.id(name);
  return (
    tag('use', {
      href: `#${id}`,
      stroke: sheet.ink('ground'),
      'stroke-width': size * 0.24,
      'stroke-linejoin': 'round',
      'stroke-opacity': '0.9',
    }) + tag('g', { id, fill: sheet.ink('ink') }, words)
  );
}

/** The names on a view. @param name tells the group from others of the picture */
export function drawNames(
  sheet: Sheet,
  scene: PictureScene,
  view: View,
  circles: readonly PlacedCircle[],
  name: string,
  { size, most, taken, holds = () => true }: NamesStyle,
): string {
  const { texts } = scene;
  const at = middleOf(scene.year);
  const largest = new Map<PlaceId, PlacedCircle>();
  for (const c of circles) if (!largest.has(c.place)) largest.set(c.place, c);
  const presentAt = (id: PlaceId): string | undefined => {
    const circle = largest.get(id);
    if (!circle || circle.r < NUMBER_FROM * size) return undefined;
    const n = formatRound(circle.state.value, texts.lang);
    // What nobody counted is said to be about so many; the circle of an estimate is drawn as that of a count.
    const { state } = circle;
    const counted = state.kind === 'counted' && drawnStatus(state.of) === 'reported';
    return counted ? texts.say('picture.present', { n }) : texts.say('picture.present-about', { n });
  };
  const sought = scene.view?.place ?? null;
  const thorough = scene.one !== undefined || sought !== null;
  const weights = namedPlaces(scene.routes, circles, dayOf(scene.year), dayOf(scene.year + 1), thorough);
  if (sought !== null) weights.set(sought, SOUGHT);
  const wishes: (Wish & { readonly name: string; readonly more: string })[] = [];
  for (const [id, weight] of weights) {
    const place = scene.core.places.get(id);
    if (!place?.at || !holds(place, place.at)) continue;
    const xy = view.picture.project(place.at);
    if (!holdsXY(view.rect, xy) || taken.some((t) => holdsXY(t, xy))) continue;
    const own = texts.placeNameAt(id, at);
    const more = [texts.placeScriptAt(id, at), presentAt(id)].filter(Boolean).join(' ');
    const width = widthOf(more === '' ? own : `${own} ${more}`, size) + 2;
    wishes.push({ id, at: xy, width, height: size * 1.28, weight, name: own, more });
  }
  wishes.sort((a, b) => b.weight - a.weight).splice(most);
  const byId = new Map(wishes.map((w) => [w.id, w]));
  const labels = placeLabels(wishes, sheet.size, [...taken, ...outsideOf(view.rect, sheet)]);
  const marks = wishes.map((w) => tag('circle', { cx: w.at[0], cy: w.at[1], r: 1.7 * sheet.growth })).join('');
  const words = labels
    .map((l) => {
      const { name: own, more } = byId.get(l.id)!;
      const rest = more === '' ? '' : ` ${tag('tspan', { fill: sheet.ink('ink-soft') }, escapeXml(more))}`;
      return tag('text', { x: px(l.x), y: px(l.y + size * 0.35) }, escapeXml(own) + rest);
    })
    .join('');
  const rings = wishes
    .filter((w) => w.id === sought)
    .map((w) =>
      tag('circle', {
        cx: w.at[0],
        cy: w.at[1],
        r: RING * sheet.growth,
        ...strokeOf(sheet, { width: 2 }, sheet.ink('ink')),
      }),
    )
    .join('');
  return tag(
    'g',
    { 'font-size': size },
    tag('g', { fill: sheet.ink('ink') }, marks),
    rings,
    haloed(sheet, name, words, size),
  );
}
