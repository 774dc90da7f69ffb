/** `npm run look`: pictures of all telling views at three sizes, in both languages and themes, in the ignored folder `look/`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'vite';
import { launchBrowser } from './browser.ts';
import { ROOT } from './files.ts';

const SIZES = { phone: [390, 844], laptop: [1280, 800], projector: [1920, 1080] } as const;
const VIEWS: Readonly<Record<string, string>> = {
  opening: '',
  'year-1905': '#at=1905',
  'year-1945': '#at=1946',
  'year-2020': '#at=2020',
  manchuria: '#wave=manchuria&at=1932',
  russia: '#wave=russia&at=1937-10-10',
  hawaii: '#wave=hawaii&at=1904',
  mexico: '#wave=mexico&at=1905-04-20',
  japan: '#wave=japan&at=1944',
  germany: '#wave=germany&at=1971',
  vietnam: '#wave=vietnam&at=1966',
  'middle-east': '#wave=middle-east&at=1977',
  'south-america': '#wave=south-america&at=1966',
  'united-states-1965': '#wave=united-states-1965&at=1987',
  'us-manufacturing': '#wave=us-manufacturing&at=2025',
  decades: '#form=multiples',
  table: '#wave=hawaii&at=1904&form=table',
  text: '#at=1905&form=text',
  beside: '#wave=hawaii&at=1905&beside=mexico',
  place: '#place=jiandao&wave=manchuria&at=1910',
  filtered: '#compulsion=deported,conscripted&at=1940',
  plants: '#page=plants',
  papers: '#page=papers',
  'then-now': '#page=then-now',
  stay: '#page=stay',
  abroad: '#page=abroad',
  closing: '#page=closing',
  'high-claims': '#wave=japan&at=1945-10-01&claims=high',
};
const option = (name: string) =>
  process.argv
    .find((a) => a.startsWith(`--${name}=`))
    ?.split('=')[1]
    ?.split(',');
const sizes = option('size') ?? Object.keys(SIZES);
const langs = option('lang') ?? ['ko', 'en'];
const themes = option('theme') ?? ['light', 'dark'];
const views = option('view') ?? Object.keys(VIEWS);

const server = await preview({ root: ROOT, preview: { port: 0, host: '127.0.0.1' } });
const address = server.resolvedUrls!.local[0]!;
const browser = await launchBrowser();
const folder = join(ROOT, 'look');
mkdirSync(folder, { recursive: true });
try {
  for (const size of sizes as (keyof typeof SIZES)[]) {
    const [width, height] = SIZES[size];
    const page = await browser.newPage({ viewport: { width, height } });
    page.on('pageerror', (error) => console.error(error.message));
    for (const lang of langs)
      for (const theme of themes)
        for (const view of views) {
          await page.goto('about:blank');
          const shown = size === 'projector' && theme === 'light' ? 'projector' : theme;
          await page.goto(`${address}?lang=${lang}&theme=${shown}${VIEWS[view]}`);
          await page.waitForSelector('html[data-ready="true"]', { timeout: 20_000 });
          await page.waitForTimeout(350);
          await page.screenshot({ path: join(folder, `${view}-${size}-${lang}-${shown}.png`) });
        }
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
