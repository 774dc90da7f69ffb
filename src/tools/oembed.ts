/** oEmbed 1.0: what a site needs that turns the address of a wave’s page into the moving map. Files, since no server answers here. */
import type { WaveId } from '../record/model.ts';
import type { Lang } from '../words/number.ts';
import { CARD, stillPath, stillTime } from './stills.ts';
import type { Site } from './site.ts';
import { el } from './wave-html.ts';
import { addressOf, oembedPath } from './wave-addresses.ts';

export interface OEmbed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly author_name: string;
  readonly provider_name: string;
  readonly provider_url?: string;
  readonly cache_age: number;
  readonly thumbnail_url: string;
  readonly thumbnail_width: number;
  readonly thumbnail_height: number;
  readonly width: number;
  readonly height: number;
  readonly html: string;
}

const WIDTH = 800;
/** Map, lanes and words together; the frame tells a taller height itself where the page listens (`embed.js`). */
const HEIGHT = 600;
/** Less than this leaves a telephone no map. Px. */
const LEAST = 420;
const A_DAY = 86_400;

/** The frame as markup. Addresses are whole where the site has one; else they are ways from the file. */
function frameOf(site: Site, wave: WaveId, lang: Lang): string {
  const { say, waveTitle } = site.texts[lang];
  const at = stillTime(site, wave).text;
  return el('iframe', {
    src: addressOf(site, oembedPath(wave, lang), `embed.html?wave=${wave}&at=${at}&lang=${lang}`),
    title: say('sheet.embed', { title: waveTitle(wave) }),
    width: WIDTH,
    height: HEIGHT,
    loading: 'lazy',
    style: `width:100%;max-width:${WIDTH}px;height:auto;min-height:${LEAST}px;aspect-ratio:${WIDTH}/${HEIGHT};border:0`,
    allowfullscreen: true,
  }).text;
}

export function oembedOf(site: Site, wave: WaveId, lang: Lang): OEmbed {
  const { say, waveTitle } = site.texts[lang];
  return {
    version: '1.0',
    type: 'rich',
    title: waveTitle(wave),
    author_name: say('sheet.credit'),
    provider_name: say('title'),
    ...(site.url !== undefined && { provider_url: site.url }),
    cache_age: A_DAY,
    thumbnail_url: addressOf(site, oembedPath(wave, lang), `${stillPath(wave, lang)}.png`),
    thumbnail_width: CARD.width,
    thumbnail_height: CARD.height,
    width: WIDTH,
    height: HEIGHT,
    html: frameOf(site, wave, lang),
  };
}
