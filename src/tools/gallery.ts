/** `npm run gallery`: the named scenes of `tests/gallery/scenes.ts`, one after the other. */
import { createServer } from 'vite';
import { ROOT } from './files.ts';

const server = await createServer({ root: ROOT, server: { open: false } });
await server.listen();
console.log(`${server.resolvedUrls!.local[0]!}tests/gallery/index.html`);
