// Gets what the tests and the demo need beyond Node: pytest and Behave in .venv, Playwright for the shop, a Chromium.
// Idempotent; the second time it only looks. `node scripts/setup.mjs [--json] [--check] [python] [playwright] [chromium]
// [javascript]`
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(import.meta.dirname, '..');
const SHOP = join(ROOT, 'fixtures', 'projects', 'shop');
/** Test runners of JavaScript that projects without settings are tested with. */
const JAVASCRIPT = join(ROOT, 'fixtures', 'zero-configuration', 'tools');
const REQUIREMENTS = join(ROOT, 'fixtures', 'projects', 'requirements.txt');
const PINS = [REQUIREMENTS, join(SHOP, 'requirements-test.txt')];
const VENV = join(ROOT, '.venv');
const ON_WINDOWS = process.platform === 'win32';
const VENV_PYTHON = ON_WINDOWS ? join(VENV, 'Scripts', 'python.exe') : join(VENV, 'bin', 'python');
/** Chromium without a window: the same engine, and it starts in a third of the time. */
const HEADLESS_SHELL = 'chromium-headless-shell';
const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** What the demo needs. */
export const SHOP_TOOLS = ['python', 'playwright', 'chromium'];
const EVERYTHING = [...SHOP_TOOLS, 'javascript'];

const isRoot = () => process.getuid?.() === 0;
const say = (text) => process.stderr.write(`setup: ${text}\n`);

/** Runs a program; its output is shown only when it fails. Null when it does. */
function run(command, args, options = {}) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options });
  } catch (error) {
    if (!options.quiet) say(`${command} ${args.join(' ')} failed: ${lastLine(error.stderr || error.message)}`);
    return null;
  }
}

const lastLine = (text) => text.trim().split('\n').at(-1) ?? '';

/** Absolute path of a program on PATH, or null. */
function which(name) {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, ON_WINDOWS ? `${name}.exe` : name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/** Without a network these programs try for minutes. */
const APT = ['-qq', '-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=10', '-o', 'Acquire::https::Timeout=10'];
let packageListIsFresh = false;
const notInstallable = new Set();

/** Installs Debian packages; false where that is not possible. It tries once. */
function aptInstall(...packages) {
  const names = packages.join(', ');
  if (!isRoot() || which('apt-get') === null || notInstallable.has(names)) return false;
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  say(`installing ${names} from the distribution`);
  packageListIsFresh ||= run('apt-get', ['update', ...APT], options) !== null;
  const done = run('apt-get', ['install', '-y', ...APT, '--no-install-recommends', ...packages], options) !== null;
  if (!done) notInstallable.add(names);
  return done;
}

const hasModules = (python) => run(python, ['-c', 'import pytest, behave'], { quiet: true }) !== null;

/** The stamp says for which requirements the environment was made, so that looking costs no process. */
function venvIsReady(wanted) {
  const stamp = join(VENV, 'requirements.sha256');
  return existsSync(VENV_PYTHON) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** The pinned versions, from the package index; an older environment is brought up to date in place. */
function makeVenv() {
  const python = which('python3') ?? which('python');
  if (python === null) return false;
  say('making .venv with pytest and Behave');
  const install = () => run(VENV_PYTHON, ['-m', 'pip', 'install', '-q', '--retries', '1', '-r', REQUIREMENTS]) !== null;
  if (existsSync(VENV_PYTHON) && install()) return true;
  const made =
    run(python, ['-m', 'venv', '--clear', VENV]) !== null ||
    (aptInstall('python3-venv') && run('/usr/bin/python3', ['-m', 'venv', '--clear', VENV]) !== null);
  return made && install();
}

/** The versions that the machine has, where no index is reachable. */
function borrowInVenv() {
  const own = [which('python3'), '/usr/bin/python3'].filter((path) => path !== null && existsSync(path));
  const found = own.find(hasModules) ?? (aptInstall('python3-pytest', 'python3-behave') ? '/usr/bin/python3' : null);
  if (found === null || !hasModules(found)) return false;
  run(found, ['-m', 'venv', '--clear', '--without-pip', '--system-site-packages', VENV]);
  return hasModules(VENV_PYTHON);
}

function findPython({ check }) {
  const wanted = createHash('sha256')
    .update(PINS.map((file) => readFileSync(file, 'utf8')).join(''))
    .digest('hex');
  if (venvIsReady(wanted)) return VENV_PYTHON;
  if (check || (!makeVenv() && !borrowInVenv())) return null;
  writeFileSync(join(VENV, 'requirements.sha256'), wanted);
  return VENV_PYTHON;
}

function chromiumOfPlaywright() {
  const cache = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(homedir(), '.cache', 'ms-playwright');
  const builds = existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith('chromium-')) : [];
  const paths = builds.flatMap((build) =>
    ['chrome-linux', 'chrome-linux64'].map((at) => join(cache, build, at, 'chrome')),
  );
  return paths.filter((path) => existsSync(path)).at(-1) ?? null;
}

function findChromium({ check }) {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && existsSync(named)) return named;
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const installed = () => CHROMIUM_NAMES.map(which).find((path) => path !== null);
  const shell = which(HEADLESS_SHELL) ?? (!check && aptInstall(HEADLESS_SHELL) ? which(HEADLESS_SHELL) : null);
  const found = shell ?? installed() ?? chromiumOfPlaywright() ?? (existsSync(mac) ? mac : null);
  if (found !== null || check) return found;
  return aptInstall('chromium') ? which('chromium') : null;
}

/** The node_modules of a folder: present and made from its present lock file, else installed. */
function nodeModules(folder, what, { check }) {
  const modules = join(folder, 'node_modules');
  const stamp = join(modules, '.package-lock.sha256');
  const wanted = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return modules;
  if (check) return null;
  say(`installing ${what}`);
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  const npm = ON_WINDOWS ? 'npm.cmd' : 'npm';
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  if (run(npm, args, { cwd: folder, env, shell: ON_WINDOWS }) === null) return null;
  writeFileSync(stamp, wanted);
  return modules;
}

const findPlaywright = (options) => nodeModules(SHOP, "the shop's Playwright", options);
const findJavaScript = (options) => nodeModules(JAVASCRIPT, 'vitest and mocha', options);

const REMEDIES = {
  python: `pytest and Behave: python3 -m pip install -r fixtures/projects/requirements.txt`,
  playwright: 'Playwright: npm ci --prefix fixtures/projects/shop',
  javascript: 'vitest and mocha: npm ci --prefix fixtures/zero-configuration/tools',
  chromium: 'a browser: install Chromium or Chrome, or set CHROMIUM_PATH',
};
const FINDERS = { python: findPython, playwright: findPlaywright, chromium: findChromium, javascript: findJavaScript };

/**
 * Makes what is needed and says where it is: absolute paths, null when it could not be had; `missing` holds one line
 * a person can act on for each of those. With `check` nothing is installed.
 */
export function setUp({ need = EVERYTHING, check = false } = {}) {
  const found = { python: null, playwright: null, chromium: null, javascript: null, missing: [] };
  for (const name of need) {
    found[name] = FINDERS[name]({ check });
    if (found[name] === null) found.missing.push(REMEDIES[name]);
  }
  return found;
}

/** The environment in which suites find what was set up: the right Python first on PATH, the browser by name. */
export function environmentOf({ python, chromium }) {
  const path = process.env['PATH'] ?? '';
  return {
    ...(python === null ? {} : { PATH: `${dirname(python)}${delimiter}${path}` }),
    ...(chromium === null ? {} : { CHROMIUM_PATH: chromium }),
  };
}

function main(args) {
  const need = args.filter((arg) => !arg.startsWith('--'));
  const found = setUp({ need: need.length > 0 ? need : EVERYTHING, check: args.includes('--check') });
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(found)}\n`);
  for (const line of found.missing) say(`missing ${line}`);
  return found.missing.length > 0 && process.env['REQUIRE_RUNNERS'] === '1' ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
