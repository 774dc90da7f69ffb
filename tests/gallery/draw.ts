/** Draws a scene from the scene's own numbers, rounded to 0.1 px, so that a change can be read. */
import { coreOf } from '../../src/record/bundle.ts';
import { compile } from '../../src/record/compile.ts';
import { openCore, type Core } from '../../src/record/core.ts';
import { dayOf, middleOf, yearAt } from '../../src/record/when.ts';
import { circlesAt, radiusOf, standingOf } from '../../src/scene/circles.ts';
import { dotsAt, frameFor } from '../../src/scene/dots.ts';
import { AT_REST, cameraOn, toScreen, worldPicture } from '../../src/scene/projection.ts';
import { timeOf } from '../../src/scene/routes.ts';
import { SHORTEST_ALL, SHORTEST_ONE, scheduleOf } from '../../src/scene/schedule.ts';
import { placeTrack } from '../../src/scene/track.ts';
import { parseAddress } from '../../src/state/address.ts';
import { peoplePerDot } from '../../src/state/people-per-dot.ts';
import { readData } from '../../src/tools/files.ts';

export const SIZE = { width: 940, height: 440 };
export const core: Core = openCore(JSON.parse(JSON.stringify(coreOf(compile(readData().files), 'test'))));
/** Most dots written out: a snapshot that nobody can read proves nothing. */
const MOST_DOTS = 40;
const px = (n: number) => (Math.round(n * 10) / 10).toFixed(1);

/** @returns the scene as SVG text of at most 200 lines, and how many dots it has */
export function drawScene(address: string): { svg: string; dots: number } {
  const [search, hash] = address.split('#') as [string, string?];
  const { state } = parseAddress(search, hash ?? '', 'en');
  const one = state.waves.length === 1;
  const has = (wave: string) => state.waves.length === 0 || (state.waves as readonly string[]).includes(wave);
  const flows = core.flows.filter((f) => has(f.wave));
  const people = peoplePerDot(flows, one);
  const picture = worldPicture(SIZE);
  const wave = core.waves.find((w) => one && w.id === state.waves[0]);
  const camera = wave ? cameraOn(wave.box, picture, 0.08) : AT_REST;
  const schedule = scheduleOf(
    { flows, routes: core.routes, voyages: core.voyages },
    people,
    one ? SHORTEST_ONE : SHORTEST_ALL,
  );
  const frame = frameFor(schedule);
  const dots = dotsAt(
    schedule,
    schedule.tracks.map((t) => placeTrack(t, picture)),
    camera,
    state.at,
    frame,
  );
  const year = yearAt(state.at);
  const lines = [`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}">`];
  lines.push(`<desc>${year}, ${dots} dots of ${people}, camera ${px(camera.k)} ${px(camera.x)} ${px(camera.y)}</desc>`);
  const standing = standingOf(
    core.stocks.filter((s) => has(s.wave)),
    core.places,
  );
  for (const c of circlesAt(standing, middleOf(year))) {
    const [x, y] = toScreen(picture.project(core.places.get(c.place)!.at!), camera);
    lines.push(
      `<circle class="${c.state.kind}" cx="${px(x)}" cy="${px(y)}" r="${px(radiusOf(c.state.value, SIZE.width))}"/>`,
    );
  }
  for (const route of core.routes.values()) {
    if (!has(route.wave) || timeOf(route, dayOf(year), dayOf(year + 1)) !== 'now') continue;
    const stops = [route.legs[0].from, ...route.legs.map((l) => l.to)];
    const points = stops.map((id) =>
      toScreen(picture.project(core.places.get(id)!.at!), camera)
        .map(px)
        .join(','),
    );
    lines.push(`<polyline class="${route.way} ${route.compulsion} ${route.basis}" points="${points.join(' ')}"/>`);
  }
  const step = Math.max(1, Math.ceil(dots / MOST_DOTS));
  for (let i = 0; i < dots; i += step) lines.push(`<use x="${px(frame.xy[i * 2]!)}" y="${px(frame.xy[i * 2 + 1]!)}"/>`);
  lines.push('</svg>');
  return { svg: `${lines.join('\n')}\n`, dots };
}
