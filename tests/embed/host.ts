/** Pages round an embed, as newsrooms have them: each a small server page on another origin than the atlas. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { ROOT } from '../../src/tools/files.ts';

const built = (path: string) => readFileSync(join(ROOT, 'node_modules', path), 'utf8');
const pym = built('pym.js/dist/pym.v1.min.js');
const frames = built('@newswire/frames/dist/frames.umd.js');

export interface HostPage {
  readonly body: string;
  readonly head?: string;
  readonly csp?: (atlas: string) => string;
}
const text = (n: number) => Array.from({ length: n }, (_, i) => `<p>Paragraph ${i + 1} of an article.</p>`).join('');
const AT = 'embed.html?lang=en#wave=hawaii&at=1905';
const frame = (atlas: string, more = '', src = AT, style = 'width:100%;border:0') =>
  `<iframe title="Koreans to Hawaii" src="${atlas}${src}" style="${style}" ${more}></iframe>`;

/** By name: what an editor would paste. @param atlas address of the folder of the atlas */
export const HOSTS: Readonly<Record<string, (atlas: string) => HostPage>> = {
  pym: (atlas) => ({
    body: `<div id="graphic"></div><script src="/pym.js"></script><script>new pym.Parent('graphic', '${atlas}${AT}', {});</script>`,
  }),
  newswire: (atlas) => ({
    body: `<div data-frame-src="${atlas}${AT}"></div><script src="/frames.js"></script><script>newswireFrames.autoInitFrames();</script>`,
  }),
  // The shape in which an AMP page hears: `amp-iframe` itself needs AMP's own host.
  amp: (atlas) => ({
    body: `${frame(atlas, 'id="amp"')}<script>addEventListener('message', (e) => {
      const f = document.getElementById('amp');
      if (e.source === f.contentWindow && e.data.sentinel === 'amp' && e.data.type === 'embed-size') f.style.height = e.data.height + 'px';
    });</script>`,
  }),
  loader: (atlas) => ({ body: `${frame(atlas)}<script src="${atlas}embed.js" async></script>` }),
  'no script at all': (atlas) => ({
    body: `<div style="position:relative;aspect-ratio:3/4;min-height:560px">${frame(atlas, '', AT, 'position:absolute;inset:0;width:100%;height:100%;border:0')}</div>`,
  }),
  'strict CSP': (atlas) => ({
    body: `${frame(atlas)}<script src="${atlas}embed.js" async></script>`,
    csp: (a) => `default-src 'none'; script-src ${a}; frame-src ${a}; style-src 'unsafe-inline'; img-src data:`,
  }),
  sandbox: (atlas) => ({
    body: `${frame(atlas, 'sandbox="allow-scripts allow-popups"')}<script src="${atlas}embed.js" async></script>`,
  }),
  'host styles': (atlas) => ({
    head: '<style>* { all: unset } body, div, p { display: block } iframe { display: block; width: 100%; height: 40vh }</style>',
    body: `${text(2)}${frame(atlas)}<script src="${atlas}embed.js" async></script>`,
  }),
  'hidden at first': (atlas) => ({
    body: `<div id="box" style="display:none">${frame(atlas)}</div><script src="${atlas}embed.js" async></script>`,
  }),
  'scrolled phone page': (atlas) => ({
    head: '<meta name="viewport" content="width=device-width, initial-scale=1">',
    body: `${text(3)}${frame(atlas)}${text(40)}<script src="${atlas}embed.js" async></script>`,
  }),
  'ten on one page': (atlas) => ({
    body: `${text(120)}${[
      'hawaii',
      'mexico',
      'japan',
      'germany',
      'vietnam',
      'russia',
      'manchuria',
      'middle-east',
      'south-america',
      'us-manufacturing',
    ]
      .map((w) => frame(atlas, '', `embed.html?lang=en#wave=${w}`) + text(3))
      .join('')}<script src="${atlas}embed.js" async></script>`,
  }),
  element: (atlas) => ({
    body: `<korean-migration-waves wave="hawaii" at="1905" lang="en" title="Koreans to Hawaii"></korean-migration-waves>
      <script>globalThis.heard = []; for (const name of ['ready', 'step', 'choose']) document.addEventListener(name, (e) => heard.push([name, e.detail]));</script>
      <script type="module" src="${atlas}korean-migration-waves.js"></script>`,
  }),
  links: (atlas) => ({
    body: `<iframe name="kmw" title="map" src="${atlas}${AT}" style="width:100%;height:700px;border:0"></iframe>
      <p><a target="kmw" href="${atlas}embed.html?lang=en#wave=mexico&at=1905-04-20">in April 1905</a></p>`,
  }),
};

export interface Hosted {
  readonly address: string;
  readonly close: () => void;
}
/** Serves all host pages: `/<name>`. */
export async function serveHosts(atlas: string): Promise<Hosted> {
  const server: Server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '/').slice(1));
    if (name === 'pym.js' || name === 'frames.js') {
      response.setHeader('content-type', 'text/javascript');
      return response.end(name === 'pym.js' ? pym : frames);
    }
    const page = HOSTS[name]?.(atlas);
    if (!page) return response.writeHead(404).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (page.csp) response.setHeader('content-security-policy', page.csp(atlas));
    response.end(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>
      <link rel="icon" href="data:,">${page.head ?? ''}</head><body>${page.body}</body></html>`);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    // Another host name than that of the atlas: a frame of another site, as in a newspaper.
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  };
}
