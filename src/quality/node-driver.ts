import { dirname, join } from 'node:path';
import type { PreparedSuite, RunnerWorld } from '../runners/runner.js';

type Command = readonly [string, ...string[]];

/** Where `install: true` puts packages, below the workspace; each tool apart, as two may be installed at once. */
const TOOLS_FOLDER = '.qaagent/tools';

/** A tool of npm packages, with the versions that `install: true` gets. */
export interface NodeTool {
  readonly name: string;
  readonly pinned: readonly string[];
}

const BROWSER_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const BROWSER_PLACES = [
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

/** What to say when there is no browser. */
export const NO_BROWSER = [
  'no Chromium or Chrome was found',
  'Run `npx playwright install --with-deps chromium` before this step, or name one in CHROMIUM_PATH.',
] as const;

/** What to say when there is no Node. */
export const NO_NODE = ['node not found', 'Add `actions/setup-node` before this step, or put node on PATH.'] as const;

/** Absolute path of a browser of the Chromium family that is on the machine: named, on PATH, or fetched by Playwright. */
export async function findBrowser({ env, files, processes }: RunnerWorld): Promise<string | null> {
  for (const name of ['CHROMIUM_PATH', 'CHROME_PATH']) {
    const named = env[name];
    if (named !== undefined && named !== '' && (await files.exists(named))) return named;
  }
  for (const name of BROWSER_NAMES) {
    const found = await processes.which(name, env);
    if (found !== null) return found;
  }
  for (const place of BROWSER_PLACES) if (await files.exists(place)) return place;
  return browserOfPlaywright({ env, files });
}

async function browserOfPlaywright({ env, files }: Pick<RunnerWorld, 'env' | 'files'>): Promise<string | null> {
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

/** Folder of an installed package: beside the suite, in a folder above it up to the workspace, or where we install. */
export async function findPackage(
  name: string,
  tool: NodeTool,
  directory: string,
  world: RunnerWorld,
): Promise<string | null> {
  for (const folder of [...foldersUp(directory, world.workspace), toolFolder(tool, world)]) {
    const candidate = join(folder, 'node_modules', name);
    if (await world.files.exists(join(candidate, 'package.json'))) return candidate;
  }
  return null;
}

function foldersUp(directory: string, workspace: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = directory; ; folder = dirname(folder)) {
    folders.push(folder);
    if (folder === workspace || folder === dirname(folder)) break;
  }
  return folders;
}

/** Where packages stand once they are installed by us. */
export function toolFolder({ name }: NodeTool, { workspace }: Pick<RunnerWorld, 'workspace'>): string {
  return join(workspace, TOOLS_FOLDER, name);
}

/** The line that installs the pinned versions by hand. */
export function installLine({ pinned }: NodeTool): string {
  return `Run \`npm install --no-save ${pinned.join(' ')}\` before this step, or set \`install: true\`.`;
}

/** The command that installs pinned packages for us alone; null when there is no npm. */
export async function npmInstallation(tool: NodeTool, world: RunnerWorld): Promise<PreparedSuite['setup']> {
  const npm = await world.processes.which('npm', world.env);
  if (npm === null) return null;
  const options = ['--no-audit', '--no-fund', '--ignore-scripts'];
  const command: Command = [npm, 'install', '--prefix', toolFolder(tool, world), ...options, ...tool.pinned];
  return { command, cwd: world.workspace };
}
