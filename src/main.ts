/** Reads the address, loads the record, mounts the shell. Everything that touches the world outside starts here. */
import { mount } from 'svelte';
import { boot, files } from 'virtual:record';
import Explore from './shells/explore/Explore.svelte';
import { formatAddress, parseAddress } from './state/address.ts';
import { Library } from './state/library.svelte.ts';
import { Stage } from './state/stage.svelte.ts';
import { animationTicker } from './state/ticker.ts';
import { sayFailure } from './views/parts/failure.ts';
import type { Lang } from './words/number.ts';
import './style/tokens.css';
import './style/base.css';
import './style/signs.css';

const fallback: Lang = navigator.languages.some((l) => l.toLowerCase().startsWith('ko')) ? 'ko' : 'en';
const root = document.documentElement;
const page = document.getElementById('atlas')!;

const library = new Library(async (name) => {
  const response = await fetch(new URL(files[name] ?? `record/${name}.json`, document.baseURI));
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  return response.json();
});
const first = parseAddress(location.search, location.hash, fallback).state;
root.lang = first.lang;
root.dataset['theme'] = first.theme;

function remember(stage: Stage): void {
  const named = new URLSearchParams(location.search).has('lang');
  const address = formatAddress(stage.address, location.search, named || stage.view.lang !== fallback);
  if (address !== location.search + location.hash) history.replaceState(null, '', location.pathname + address);
}

async function start(): Promise<void> {
  const files = [library.core.load(), library.texts(first.lang).load(), library.basemap('land').load()] as const;
  const [core, texts] = await Promise.all(files);
  if (!core || !texts) return sayFailure(page, boot[first.lang] ?? {}, () => void start());
  const known = { waves: new Set<string>(core.waves.map((w) => w.id)), places: new Set<string>(core.places.keys()) };
  const read = () => parseAddress(location.search, location.hash, fallback, known);
  const motion = matchMedia('(prefers-reduced-motion: reduce)');
  const still = motion.matches;
  const { state, named } = read();
  // Who wants no motion and names no view gets the still maps first.
  const view = still && location.hash === '' ? { ...state, form: 'multiples' as const } : state;
  // For tests and for a reader whose graphics card misbehaves: ?drawing=canvas or ?drawing=webgl.
  const drawing = (['canvas', 'webgl'] as const).find((d) => d === new URLSearchParams(location.search).get('drawing'));
  const home = location.origin + location.pathname;
  const parts = { library, core, texts, view, named, ticker: animationTicker, reducedMotion: still, home };
  const stage = new Stage({ ...parts, ...(drawing && { drawing }) });
  motion.addEventListener('change', () => (stage.reducedMotion = motion.matches));
  addEventListener('hashchange', () => {
    const asked = read();
    stage.open(asked.state, asked.named);
  });
  page.replaceChildren();
  mount(Explore, { target: page, props: { stage, remember } });
  await document.fonts?.ready;
  root.dataset['ready'] = 'true';
}

void start();
