// Pictures that a reader takes away: what stands in their frame, and that it can be read there.
// Boxes of words are estimated with the measure of the house; how a browser really sets them is not seen here.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { STATUSES, type WaveId } from '../../src/record/model.ts';
import { dayOf, middleOf, whenOf } from '../../src/record/when.ts';
import { widthOf } from '../../src/scene/labels.ts';
import type { Stage } from '../../src/state/stage.svelte.ts';
import { ROOT } from '../../src/tools/files.ts';
import { COLOURS, colourOf, paletteOf } from '../../src/views/picture/palette.ts';
import { PICTURES } from '../../src/views/picture/pictures.ts';
import {
  FORMATS,
  type Format,
  type PictureGround,
  type PictureScene,
  type PictureWords,
} from '../../src/views/picture/plate.ts';
import { sceneAt, sceneOf } from '../../src/views/picture/scene-of.ts';
import { INFERRED_SIGN, LINE_SIGNS, type LineSign } from '../../src/views/picture/signs.ts';
import { wrap, wrapWithin } from '../../src/views/picture/wrap.ts';
import { yearsOfLanes, yearsOfMultiples } from '../../src/views/picture/years.ts';
import { formatDay } from '../../src/words/date.ts';
import { describeYear, figuresOf } from '../../src/words/describe.ts';
import { LANGS, formatNumber, type Lang } from '../../src/words/number.ts';
import type { Texts } from '../../src/words/texts.ts';
import { core, files, textsIn } from '../the-record.ts';

const read = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8');
const css = read('src/style/tokens.css');
const [land, fine, window] = ['land', 'land-fine', 'land-north-east-asia'].map((name): unknown =>
  JSON.parse(read(`data/basemap/${name}.json`)),
);
const ground: PictureGround = { land, fine, window, palette: paletteOf(css, 'light'), stroke: 1 };
const texts: Record<Lang, Texts> = { ko: textsIn('ko'), en: textsIn('en') };
type Form = keyof typeof PICTURES;
const FORMS = Object.keys(PICTURES) as Form[];
const SIZES = Object.keys(FORMATS) as Format[];

/** A caller's sentences, as long as they come: those of the record and of the interface. */
function wordsOf(scene: PictureScene, form: Form): PictureWords {
  const { one, people } = scene;
  const { say, lang, publisher, waveTitle } = scene.texts;
  const figures = scene.chosen.flatMap((w) => figuresOf(w, scene.year, scene.flows));
  const list = [
    ...new Set(figures.flatMap((f) => f.observation.sources.map((s) => publisher(s))).filter(Boolean)),
  ].join('; ');
  const own = one && (files[`text/${lang}/${one.id}.json`] as { uncounted?: string }).uncounted;
  const { at } = scene.playhead;
  return {
    title: one ? waveTitle(one.id) : say('title'),
    period: form === 'map' ? (one ? formatDay(at, lang) : String(scene.year)) : '1860–2026',
    unit: form === 'map' ? say('picture.unit-map') : say(`picture.unit-${form}`),
    people:
      form !== 'map' ? '' : say(people === 1 ? 'legend.person' : 'legend.people', { n: formatNumber(people, lang) }),
    sources: say('picture.sources', { list }),
    uncounted: own ?? say('picture.uncounted'),
    credit: say('picture.credit', { version: '2026-11-24' }),
    address: `https://example.org/korean-migration-waves/?lang=${lang}#wave=${one?.id ?? 'all'}&at=${scene.year}`,
    alt: describeYear(scene.chosen, scene.year, scene.texts),
  };
}
const sceneFor = (wave: string, at: number, lang: Lang = 'en') =>
  sceneOf(core, texts[lang], wave === 'all' ? [] : [wave as WaveId], at);
const pictureOf = (form: Form, scene: PictureScene, format: Format, on = ground, words = wordsOf(scene, form)) =>
  PICTURES[form](scene, on, words, format);

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Node | undefined;
  readonly children: Node[];
  text: string;
}
const unescape = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
/** Reads XML as strictly as an editor does: balanced tags, quoted attributes named once, no bare & or <. */
function parseXml(xml: string): Node {
  const root: Node = { name: '', attributes: {}, parent: undefined, children: [], text: '' };
  let here = root;
  let end = 0;
  const text = (raw: string) => {
    if (/&(?!(amp|lt|gt|quot);)/.test(raw) || raw.includes('>')) throw new SyntaxError(`bare sign in “${raw}”`);
    here.text += unescape(raw);
  };
  for (const m of xml.matchAll(/<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g)) {
    text(xml.slice(end, m.index));
    end = m.index + m[0].length;
    const [, closing, name, list, empty] = m as unknown as [string, string, string, string, string];
    if (closing) {
      if (here.name !== name) throw new SyntaxError(`</${name}> closes <${here.name}>`);
      // What an element says in its parts it says as a whole.
      if (name === 'tspan') here.parent!.text += here.text;
      here = here.parent!;
      continue;
    }
    const attributes: Record<string, string> = {};
    for (const [, key, value] of list.matchAll(/([\w:-]+)="([^"]*)"/g)) {
      if (key! in attributes) throw new SyntaxError(`${key} twice in <${name}>`);
      if (/&(?!(amp|lt|gt|quot);)/.test(value!)) throw new SyntaxError(`bare & in ${key}`);
      attributes[key!] = unescape(value!);
    }
    const node: Node = { name, attributes, parent: here, children: [], text: '' };
    here.children.push(node);
    if (!empty) here = node;
  }
  text(xml.slice(end));
  if (here !== root || root.children.length !== 1 || root.text !== '') throw new SyntaxError('not one whole element');
  return root.children[0]!;
}
const walk = (node: Node): Node[] => [node, ...node.children.flatMap(walk)];
const lookUp = (node: Node | undefined, key: string): string | undefined =>
  node && (node.attributes[key] ?? lookUp(node.parent, key));

interface Box {
  readonly text: string;
  readonly size: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}
/** Bold words are wider than the measure of the house knows. */
const BOLD = 1.08;
/** The boxes of all words, from their base lines. */
const boxesOf = (svg: Node): Box[] =>
  walk(svg)
    .filter((n) => n.name === 'text')
    .map((n) => {
      expect(lookUp(n, 'transform'), 'words are not moved').toBeUndefined();
      const size = Number(lookUp(n, 'font-size'));
      const width = widthOf(n.text, size) * (lookUp(n, 'font-weight') ? BOLD : 1);
      const anchor = lookUp(n, 'text-anchor');
      const x = Number(n.attributes['x']) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
      const y = Number(n.attributes['y']);
      // Figures have no descenders.
      const below = /^[\d–]+$/.test(n.text) ? 0.02 : 0.22;
      return { text: n.text, size, x0: x, y0: y - size * 0.8, x1: x + width, y1: y + size * below };
    });
const meet = (a: Box, b: Box) => a.x0 < b.x1 - 0.2 && b.x0 < a.x1 - 0.2 && a.y0 < b.y1 - 0.2 && b.y0 < a.y1 - 0.2;
const collisionsOf = (boxes: readonly Box[]) =>
  boxes.flatMap((a, i) => boxes.slice(i + 1).flatMap((b) => (meet(a, b) ? [`“${a.text}” on “${b.text}”`] : [])));
/** Words of a picture in the order in which they were set, lines joined. */
const wordsIn = (svg: Node) =>
  boxesOf(svg)
    .map((b) => b.text)
    .join(' ');

/** Each wave at a telling moment. */
const MOMENTS: Readonly<Record<string, number>> = {
  all: dayOf(1937, 10, 5),
  manchuria: middleOf(1909),
  russia: dayOf(1937, 10, 10),
  hawaii: middleOf(1904),
  mexico: dayOf(1905, 4, 20),
  japan: dayOf(1945, 12, 1),
  germany: middleOf(1971),
  vietnam: middleOf(1966),
  'middle-east': middleOf(1977),
  'south-america': dayOf(1965, 9, 20),
  'united-states-1965': middleOf(1987),
  'us-manufacturing': middleOf(2025),
};

/** Everything that any picture must hold to. */
function checkPicture(svg: string, format: Format, words: PictureWords): void {
  expect(svg).not.toMatch(/undefined|NaN|Infinity|\[\[/);
  expect(svg).not.toMatch(/<(script|foreignObject|style|image|a|iframe)\b|\sclass=|\sstyle=|\son\w+=|var\(|@import/);
  const references = [...svg.matchAll(/(?:href="|url\()([^")]*)/g)].map((m) => m[1]!);
  const root = parseXml(svg);
  const nodes = walk(root);
  const ids = nodes.flatMap((n) => n.attributes['id'] ?? []);
  expect(new Set(ids).size, 'no id twice').toBe(ids.length);
  for (const r of references) expect(ids, 'only references to itself').toContain(r.replace(/^#/, ''));
  expect(root.attributes).toMatchObject({ role: 'img', xmlns: 'http://www.w3.org/2000/svg' });
  expect(root.children.slice(0, 2).map((n) => n.name)).toEqual(['title', 'desc']);
  expect(root.children[1]!.text).toBe(words.alt);
  const { width, height } = FORMATS[format];
  const boxes = boxesOf(root);
  expect(boxes.filter((b) => b.x0 < 0 || b.y0 < 0 || b.x1 > width || b.y1 > height)).toEqual([]);
  expect(collisionsOf(boxes)).toEqual([]);
  const largest = boxes.reduce((a, b) => (b.size > a.size ? b : a));
  expect(largest.text, 'the year is the largest thing').toMatch(/^\d{4}(–\d{4})?$/);
}

describe.each(Object.entries(MOMENTS))('%s', (wave, at) => {
  test.each(LANGS)('words stay in the frame and off each other: %s, three forms, three formats', (lang) => {
    const scene = sceneFor(wave, at, lang);
    for (const form of FORMS)
      for (const format of SIZES) {
        const words = wordsOf(scene, form);
        const svg = pictureOf(form, scene, format, ground, words);
        checkPicture(svg, format, words);
        const root = parseXml(svg);
        expect(root.attributes['xml:lang']).toBe(lang);
        const said = wordsIn(root);
        for (const sentence of [words.title, words.sources, words.uncounted, words.credit])
          expect(said).toContain(sentence);
      }
  });
});

describe('the Ilford, 20 April 1905', () => {
  const scene = sceneFor('mexico', MOMENTS['mexico']!);
  const words = wordsOf(scene, 'map');
  test.each(SIZES)(
    'has its 1,033 passengers, year, unit, source and what is not counted in its frame: %s',
    (format) => {
      const svg = pictureOf('map', scene, format);
      expect(svg.match(/h0/g)?.length).toBe(1033);
      const said = wordsIn(parseXml(svg));
      for (const sentence of ['1905', '20 April 1905', '1 dot = 1 person', words.unit, words.sources, words.uncounted])
        expect(said).toContain(sentence);
    },
  );
  test('is a disc of 2.4 px by the root of its number on an ordinary screen, 1.72 times that on a plate', () => {
    const path = walk(parseXml(pictureOf('map', scene, 'wide'))).find((n) => n.attributes['d']?.includes('h0'))!;
    let [x, y] = [0, 0];
    const dots = [...path.attributes['d']!.matchAll(/([Mm])(-?[\d.]+),(-?[\d.]+)h0/g)].map(([, how, a, b]) => {
      [x, y] = how === 'M' ? [Number(a), Number(b)] : [x + Number(a), y + Number(b)];
      return [x, y] as const;
    });
    const middle = [0, 1].map((axis) => dots.reduce((sum, d) => sum + d[axis]!, 0) / dots.length);
    const radius = Math.max(...dots.map((d) => Math.hypot(d[0] - middle[0]!, d[1] - middle[1]!)));
    expect(Math.abs(radius - 2.4 * Math.sqrt(1032.5) * 1.72)).toBeLessThan(0.5);
  });
  test('keeps title, year, day, unit and size of a dot upon the map', () => {
    const root = parseXml(pictureOf('map', scene, 'wide'));
    const clip = walk(root).find((n) => n.name === 'clipPath')!.children[0]!.attributes;
    const foot = Number(clip['y']) + Number(clip['height']);
    const upon = boxesOf(root).filter((b) => b.y1 < foot);
    expect(upon.map((b) => b.text)).toEqual(
      expect.arrayContaining([words.title, '1905', words.period, words.people, words.unit]),
    );
    expect(boxesOf(root).find((b) => b.text === words.credit)!.y0).toBeGreaterThan(foot);
  });
  test('is the same picture every time, and another one a day later', () => {
    const svg = pictureOf('map', scene, 'wide');
    expect(pictureOf('map', scene, 'wide')).toBe(svg);
    const next = sceneAt(scene, MOMENTS['mexico']! + 1);
    expect(pictureOf('map', next, 'wide')).not.toBe(svg);
    expect(next.schedule).toBe(scene.schedule);
  });
});

describe('signs', () => {
  test('counted, estimated and derived dots differ in shape: a line end, a filled and an open circle', () => {
    const scene = sceneFor('all', dayOf(1945, 12, 1));
    const svg = pictureOf('map', scene, 'wide');
    const dots = walk(parseXml(svg)).filter(
      (n) => n.name === 'path' && /h0|0 1 0 0,\.1z/.test(n.attributes['d'] ?? ''),
    );
    const looks = new Set(
      dots.map((n) => `${n.attributes['d']!.includes('h0') ? 'cap' : 'ring'} ${n.attributes['fill']}`),
    );
    const now = new Set(scene.schedule.streams.map((s) => s.status));
    expect([...now].sort()).toEqual([...STATUSES].sort());
    expect([...looks]).toEqual(expect.arrayContaining(['cap none', `ring ${ground.palette['ground']}`]));
  });
  test('nine thousand dots stay below 400 kB', () => {
    const scene = sceneFor('all', dayOf(1945, 12, 1));
    const svg = pictureOf('map', scene, 'wide');
    expect(svg.match(/h0|\.1z/g)!.length).toBeGreaterThan(9000);
    expect(svg.length).toBeLessThan(400_000);
  });
  test('of compulsion are those of style/signs.css', () => {
    const sheet = read('src/style/signs.css').replace(/\/\*[\s\S]*?\*\//g, '');
    /** What the style sheet says of an element: later rules win, as they are equally strong. */
    const styleOf = (compulsion: string, second: boolean, inferred = false) => {
      const own: Record<string, string> = {};
      for (const [, head, body] of sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g))
        for (const selector of head!.split(',').map((s) => s.trim())) {
          const wanted = /data-compulsion='([\w-]+)'/.exec(selector)?.[1];
          if (wanted !== undefined && wanted !== compulsion) continue;
          if (selector.includes('.second') && !second) continue;
          if (selector.includes('.inferred') && !inferred) continue;
          for (const [, key, value] of body!.matchAll(/([\w-]+):\s*([^;]+);/g)) own[key!] = value!.trim();
        }
      return own;
    };
    const told = (sign: LineSign) => ({
      width: sign.width,
      dashes: sign.dashes?.join(' '),
      round: sign.round === true,
      hollow: sign.hollow === true,
    });
    const asStyled = (style: Record<string, string>) => ({
      width: Number(/[\d.]+/.exec(style['stroke-width']!)![0]),
      dashes: style['stroke-dasharray'],
      round: style['stroke-linecap'] === 'round',
      hollow: style['stroke'] === 'var(--ground)',
    });
    for (const [compulsion, signs] of Object.entries(LINE_SIGNS))
      signs.forEach((sign, i) =>
        expect([compulsion, told(sign)]).toEqual([compulsion, asStyled(styleOf(compulsion, i > 0))]),
      );
    expect(told(INFERRED_SIGN)).toEqual(asStyled(styleOf('free', false, true)));
  });
  test('a single year’s map is not said to hold ten years', () => {
    const scene = sceneFor('mexico', MOMENTS['mexico']!);
    const said = wordsIn(parseXml(pictureOf('multiples', scene, 'wide')));
    expect(said).toContain(scene.texts.say('multiples.years'));
    expect(said).toContain('1905–1909');
  });
  test('the years of a chart are those that it shows', () => {
    const [japan, mexico] = ['japan', 'mexico'].map((id) => core.waves.find((w) => w.id === id)!);
    expect([yearsOfLanes(undefined), yearsOfMultiples(undefined)]).toEqual(['1860–2026', '1860–2026']);
    expect([yearsOfLanes(japan), yearsOfMultiples(japan)]).toEqual(['1905–2026', '1860–2026']);
    expect(yearsOfLanes(mexico)).toMatch(/^1905–20\d\d$/);
  });
});

describe('themes', () => {
  test.each(['light', 'dark', 'projector'] as const)('%s has every colour, and a picture has no other', (theme) => {
    const palette = paletteOf(css, theme);
    const colours = COLOURS.map((name) => colourOf(palette, name));
    for (const colour of colours) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    const scene = sceneFor('germany', MOMENTS['germany']!);
    const svg = pictureOf('map', scene, 'square', { ...ground, palette, stroke: Number(palette['stroke']) });
    for (const [colour] of svg.matchAll(/#[0-9a-f]{6}/g)) expect(colours).toContain(colour);
    expect(svg).not.toMatch(/rgba?\(|(fill|stroke|stop-color)="(black|white|currentColor)"/);
  });
  test('dark is dark, and the projector has the heavier line', () => {
    expect(paletteOf(css, 'dark')['sea']).toBe('#0f1823');
    expect([paletteOf(css, 'light')['stroke'], paletteOf(css, 'projector')['stroke']]).toEqual(['1', '1.7']);
    expect(() => colourOf({}, 'river')).toThrow('no colour “river”');
  });
});

describe('long words', () => {
  test('Korean breaks between words, not within them', () => {
    const sentence = '유카탄의 에네켄 농장으로 떠난 1,033명 가운데 돌아온 사람은 거의 없다';
    const lines = wrap(sentence, 20, 200);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(' ')).toBe(sentence);
    for (const line of lines) expect(widthOf(line, 20)).toBeLessThanOrEqual(200);
  });
  test('only a word longer than a line is broken, and nothing is lost', () => {
    const address = 'https://example.org/korean-migration-waves/#wave=mexico';
    expect(wrap(address, 20, 200).join('')).toBe(address);
    expect(wrap('', 20, 200)).toEqual([]);
  });
  test('what is cut shows that it was', () => {
    const [first, ...rest] = wrapWithin('one two three four five six seven', 20, 100, 1);
    expect(rest).toEqual([]);
    expect(first).toMatch(/^one .*…$/);
  });
  test.each(SIZES)('a hundred sources and signs of XML do not leave the frame: %s', (format) => {
    const scene = sceneFor('hawaii', MOMENTS['hawaii']!, 'ko');
    const words = {
      ...wordsOf(scene, 'map'),
      sources: '“Archives & records” <of> Honolulu; '.repeat(100),
      title: '하와이 사탕수수 농장으로 떠난 사람들, 그리고 그 뒤에 남은 사람들의 이야기와 다시 길을 떠난 사람들',
      uncounted: '세지 않은 사람이 있다. '.repeat(30),
    };
    for (const form of FORMS) checkPicture(pictureOf(form, scene, format, ground, words), format, words);
  });
});

test('a stage is a scene', () => {
  const asScene = (stage: Stage): PictureScene => stage;
  expect(asScene).toBeTypeOf('function');
});
test('a place that is sought has a ring, and the ground round it', () => {
  const scene = sceneFor('hawaii', MOMENTS['hawaii']!);
  const id = [...core.places.keys()].find((p) => p === 'honolulu')!;
  const svg = pictureOf('map', { ...scene, view: { place: id } }, 'wide');
  expect(svg).not.toBe(pictureOf('map', scene, 'wide'));
  expect(wordsIn(parseXml(svg))).toContain('Honolulu');
  expect(whenOf('1904').from).toBeLessThan(MOMENTS['hawaii']!);
});
