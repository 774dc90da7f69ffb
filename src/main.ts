/** Reads the address, loads the record, mounts a shell. Everything that touches the world outside starts here. */
import { mount } from 'svelte';
import { boot, files } from 'virtual:record';
import { formatAddress, parseAddress, parseDrawing } from './state/address.ts';
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
/** `embed.html` is an embed without saying so in its query. */
const query = () => (root.dataset['shell'] ? `${location.search || '?'}&${root.dataset['shell']}` : location.search);
const first = parseAddress(query(), location.hash, fallback).state;
root.lang = first.lang;
root.dataset['theme'] = first.theme;
// Asked for at once, beside the record: each shell is a chunk of its own.
const shell =
  first.shell === 'embed' ? import('./shells/embed/Embed.svelte') : import('./shells/explore/Explore.svelte');

function remember(stage: Stage): void {
  const named = new URLSearchParams(location.search).has('lang');
  const address = formatAddress(stage.address, location.search, named || stage.view.lang !== fallback);
  if (address !== location.search + location.hash) history.replaceState(null, '', location.pathname + address);
}

async function start(): Promise<void> {
  const loads = [library.core.load(), library.texts(first.lang).load(), library.basemap('land').load()] as const;
  const [core, texts] = await Promise.all(loads);
  const Shell = (await shell.catch(() => undefined))?.default;
  if (!core || !texts || !Shell) return sayFailure(page, boot[first.lang] ?? {}, () => void start());
  const known = { waves: new Set<string>(core.waves.map((w) => w.id)), places: new Set<string>(core.places.keys()) };
  const read = () => parseAddress(query(), location.hash, fallback, known);
  const motion = matchMedia('(prefers-reduced-motion: reduce)');
  const { state, named } = read();
  // Who wants no motion and names no view gets the still maps first.
  const view = motion.matches && location.hash === '' && !named ? { ...state, form: 'multiples' as const } : state;
  const home = location.origin + location.pathname;
  const follow = (hash: string) => void (location.hash = hash);
  const outside = { ticker: animationTicker, reducedMotion: motion.matches, home, follow };
  const drawing = parseDrawing(location.search);
  const stage = new Stage({ library, core, texts, view, named, drawing, ...outside });
  motion.addEventListener('change', () => (stage.reducedMotion = motion.matches));
  addEventListener('hashchange', () => {
    const asked = read();
    stage.open(asked.state, asked.named);
  });
  page.replaceChildren();
  mount(Shell, { target: page, props: { stage, remember, search: location.search } });
  await document.fonts?.ready;
  root.dataset['ready'] = 'true';
}

void start();
