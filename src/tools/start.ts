/** `npm start`: serves the atlas while it is worked on, prints its address, and opens the browser where there is one. */
import { platform } from 'node:os';
import { createServer } from 'vite';
import { ROOT } from './files.ts';

const hasScreen =
  !process.env['CI'] && (platform() !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']));

const server = await createServer({ root: ROOT, server: { open: hasScreen } });
await server.listen();
server.printUrls();
