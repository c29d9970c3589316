import { join } from 'node:path';
import type { RunnerServices } from '../runners/runner.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
];

/** Flags for pages that the project itself serves: no sandbox where there is none, nothing that phones home. */
export const BROWSER_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Absolute path of a browser of the Chromium family that is on the machine: named, on PATH, or fetched by Playwright. */
export async function findBrowser({ env, files, processes }: RunnerServices): Promise<string | null> {
  for (const name of ['CHROMIUM_PATH', 'CHROME_PATH']) {
    const named = env[name];
    if (named !== undefined && named !== '' && (await files.exists(named))) return named;
  }
  for (const name of NAMES) {
    const found = await processes.which(name, env);
    if (found !== null) return found;
  }
  for (const place of PLACES) if (await files.exists(place)) return place;
  return browserOfPlaywright({ env, files });
}

async function browserOfPlaywright({ env, files }: Pick<RunnerServices, 'env' | 'files'>): Promise<string | null> {
  const home = env['HOME'] ?? env['USERPROFILE'] ?? '';
  const named = env['PLAYWRIGHT_BROWSERS_PATH'] ?? '';
  const caches =
    named === '' ? ['.cache/ms-playwright', 'Library/Caches/ms-playwright', 'AppData/Local/ms-playwright'] : [''];
  for (const cache of caches) {
    const folder = named === '' ? join(home, cache) : named;
    if (!(await files.isDirectory(folder))) continue;
    const found = await files.glob(
      ['chromium-*/chrome-{linux,linux64}/chrome', 'chromium-*/chrome-win*/chrome.exe'],
      folder,
    );
    const newest = found.at(-1);
    if (newest !== undefined) return newest;
  }
  return null;
}
