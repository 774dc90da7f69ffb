/** Reads the address, loads the record, mounts the shell. Everything that touches the world outside starts here. */
import { mount, unmount } from 'svelte';
import { boot, files } from 'virtual:record';
import Explore from './shells/explore/Explore.svelte';
import { formatHash, formatQuery, parseAddress } from './state/address.ts';
import { Library } from './state/library.svelte.ts';
import { Stage } from './state/stage.svelte.ts';
import { animationTicker } from './state/ticker.ts';
import type { Lang } from './words/number.ts';
import './style/tokens.css';
import './style/base.css';

const fallback: Lang = navigator.languages.some((l) => l.toLowerCase().startsWith('ko')) ? 'ko' : 'en';
const root = document.documentElement;
const page = document.getElementById('atlas')!;

async function fetchRecord(name: string): Promise<unknown> {
  const response = await fetch(new URL(files[name] ?? `record/${name}.json`, document.baseURI));
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  return response.json();
}

const library = new Library(fetchRecord);
const first = parseAddress(location.search, location.hash, fallback).state;
root.lang = first.lang;
root.dataset['theme'] = first.theme;

/** Plain words and a way to try again, where the record itself did not come. */
function sayFailure(lang: Lang, again: () => void): void {
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  message.textContent = `${boot[lang]?.['boot.failed'] ?? ''} `;
  const button = document.createElement('button');
  button.textContent = boot[lang]?.['boot.again'] ?? '';
  button.addEventListener('click', again);
  message.append(button);
  page.replaceChildren(message);
}

function remember(stage: Stage): void {
  const query = formatQuery(
    stage.address,
    location.search,
    stage.view.lang !== fallback || new URLSearchParams(location.search).has('lang'),
  );
  const hash = formatHash(stage.address);
  const address = `${location.pathname}${query ? `?${query}` : ''}${hash ? `#${hash}` : ''}`;
  if (address !== `${location.pathname}${location.search}${location.hash}`) history.replaceState(null, '', address);
}

async function start(): Promise<void> {
  const [core, texts] = await Promise.all([
    library.core.load(),
    library.texts(first.lang).load(),
    library.basemap('land').load(),
  ]);
  if (!core || !texts) return sayFailure(first.lang, () => void start());
  const known = { waves: new Set<string>(core.waves.map((w) => w.id)), places: new Set<string>(core.places.keys()) };
  const read = () => parseAddress(location.search, location.hash, fallback, known);
  const { state, named } = read();
  const motion = matchMedia('(prefers-reduced-motion: reduce)');
  const stage = new Stage({
    library,
    core,
    texts,
    view: state,
    named,
    ticker: animationTicker,
    reducedMotion: motion.matches,
  });
  motion.addEventListener('change', () => (stage.reducedMotion = motion.matches));
  addEventListener('hashchange', () => {
    const asked = read();
    stage.open(asked.state, asked.named);
  });
  page.replaceChildren();
  const app = mount(Explore, { target: page, props: { stage, remember } });
  import.meta.hot?.dispose(() => void unmount(app));
  await document.fonts?.ready;
  root.dataset['ready'] = 'true';
}

void start();
