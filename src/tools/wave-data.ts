/** What a wave’s page says to machines, in the words of schema.org: the data, the picture, the page, and the way to it. */
import { whenOf, yearAt } from '../record/when.ts';
import { CARD, stillPath, type Still } from './stills.ts';
import type { Site } from './site.ts';
import { CSV_PATHS, PACKAGE_PATH, addressOf, pagePath } from './wave-addresses.ts';
import type { PageBook } from './wave-parts.ts';

export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** First and last year of which the wave’s figures tell: its people are counted long after the last of them has arrived. */
function yearsOf({ record }: PageBook): string {
  const times = [
    whenOf(record.during),
    ...record.totals.map((t) => whenOf(t.when)),
    ...record.series.flatMap((s) => s.observations.map(([when]) => whenOf(when, s.yearOf ?? 'calendar'))),
  ];
  const first = Math.min(...times.map((t) => yearAt(t.from)));
  const last = Math.max(...times.map((t) => yearAt(t.until - 1)));
  return `${first}/${last}`;
}

/** Places that people left and went to. */
const placesOf = ({ record, texts }: PageBook, site: Site) =>
  record.places
    .filter(([, role]) => role === 'origin' || role === 'destination')
    .flatMap(([id]) => {
      const at = site.compiled.archive.places.get(id)?.at;
      const geo = at && { geo: { '@type': 'GeoCoordinates', longitude: at[0], latitude: at[1] } };
      return [{ '@type': 'Place', name: texts.placeName(id), ...geo }];
    });

const measuredOf = ({ record, text, texts }: PageBook) =>
  record.series.map((s) => ({
    '@type': 'PropertyValue',
    propertyID: s.id,
    name: text.series[s.id]?.name ?? s.id,
    unitText: texts.say(`unit.${s.unit}`),
  }));

/** Everything of a page as one graph. */
export function graphOf(site: Site, book: PageBook, still: Still): object {
  const { texts, text, wave, lang } = book;
  const { say } = texts;
  const here = pagePath(wave, lang);
  const address = (path: string) => addressOf(site, here, path);
  const page = address(here);
  const creator = { '@type': 'Organization', name: say('sheet.credit'), ...(site.url && { url: site.url }) };
  const shared = { inLanguage: lang, license: LICENCE, creator, version: site.version, datePublished: site.released };
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'WebPage',
        '@id': `${page}#page`,
        url: page,
        name: text.title,
        description: text.summary,
        ...shared,
        isPartOf: { '@type': 'WebSite', name: say('title'), url: address('') },
        breadcrumb: { '@id': `${page}#path` },
        primaryImageOfPage: { '@id': `${page}#still` },
        mainEntity: { '@id': `${page}#data` },
      },
      {
        '@type': 'Dataset',
        '@id': `${page}#data`,
        url: page,
        name: say('sheet.dataset', { title: text.title }),
        description: `${text.summary} ${text.uncounted}`,
        ...shared,
        isAccessibleForFree: true,
        temporalCoverage: yearsOf(book),
        spatialCoverage: placesOf(book, site),
        variableMeasured: measuredOf(book),
        distribution: [...CSV_PATHS, PACKAGE_PATH].map((path) => ({
          '@type': 'DataDownload',
          name: path.split('/').at(-1),
          encodingFormat: path.endsWith('.csv') ? 'text/csv' : 'application/json',
          contentUrl: address(path),
        })),
      },
      {
        '@type': ['ImageObject', 'VisualArtwork'],
        '@id': `${page}#still`,
        name: `${still.words.title} · ${still.words.period}`,
        description: still.words.alt,
        contentUrl: address(`${stillPath(wave, lang)}.png`),
        encodingFormat: 'image/png',
        width: CARD.width,
        height: CARD.height,
        artform: say('picture.map'),
        ...shared,
        creditText: say('sheet.credit'),
        acquireLicensePage: page,
      },
      {
        '@type': 'BreadcrumbList',
        '@id': `${page}#path`,
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: say('title'), item: address('') },
          { '@type': 'ListItem', position: 2, name: text.name, item: page },
        ],
      },
    ],
  };
}
