/** Finds a Chromium to test in, or says in one line what to install. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';
import { chromium, type Browser } from 'playwright-core';

const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];
/** Hangul must be drawn, too, where pictures are taken. */
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-cjk'];

const known = () => (PLACES[platform()] ?? []).find((path) => existsSync(path));
const isDebianRoot = () =>
  platform() === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/usr/bin/apt-get') &&
  /debian|ubuntu/i.test(readFileSync('/etc/os-release', 'utf8'));

/**
 * `CHROME_PATH`, then the usual places, then, on Debian or Ubuntu as root, the package.
 * @throws Error with one line that says what to install
 */
export function findBrowser(): string {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not exist`);
  }
  const found = known();
  if (found) return found;
  if (isDebianRoot()) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', ...DEBIAN_PACKAGES], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = known();
    if (installed) return installed;
  }
  throw new Error('No Chrome, Chromium or Edge was found: install one, or name it in CHROME_PATH.');
}

/** WebGL in software, where there is no graphics card: slow, but the same pictures. */
const SOFTWARE_WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** Starts the browser, headless. */
export const launchBrowser = (webgl = false): Promise<Browser> =>
  chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    args: webgl ? [...FLAGS, ...SOFTWARE_WEBGL] : FLAGS,
  });
