// Gets what the tests of the quality suites need: Schemathesis and Locust in .venv-quality, Lighthouse and axe-core
// for fixtures/quality/site, a Chromium. Idempotent. `node scripts/setup-quality.mjs [--json] [--check] [python] [site]`
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUp } from './setup.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'fixtures', 'quality');
const REQUIREMENTS = join(FOLDER, 'requirements.txt');
const SITE = join(FOLDER, 'site');
const VENV = join(ROOT, '.venv-quality');
const ON_WINDOWS = process.platform === 'win32';
const VENV_PYTHON = ON_WINDOWS ? join(VENV, 'Scripts', 'python.exe') : join(VENV, 'bin', 'python');
const EVERYTHING = ['python', 'site', 'chromium'];

const say = (text) => process.stderr.write(`setup: ${text}\n`);

/** Runs a program; true when it succeeds. */
function run(command, args, options = {}) {
  try {
    execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options });
    return true;
  } catch (error) {
    say(`${command} ${args.join(' ')} failed: ${(error.stderr || error.message).trim().split('\n').at(-1)}`);
    return false;
  }
}

/** True when the stamp says that what stands there was made from the present file. */
function isMadeFrom(source, stamp) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOf(source);
}

const digestOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

function findPython({ check }) {
  const stamp = join(VENV, 'requirements.sha256');
  if (existsSync(VENV_PYTHON) && isMadeFrom(REQUIREMENTS, stamp)) return VENV_PYTHON;
  if (check) return null;
  say('making .venv-quality with Schemathesis and Locust');
  const python = ON_WINDOWS ? 'python' : 'python3';
  const made =
    run(python, ['-m', 'venv', VENV]) &&
    run(VENV_PYTHON, ['-m', 'pip', 'install', '-q', '--retries', '1', '-r', REQUIREMENTS]);
  if (!made) return null;
  writeFileSync(stamp, digestOf(REQUIREMENTS));
  return VENV_PYTHON;
}

/** node_modules of the site: present and made from its present lock file. */
function findSite({ check }) {
  const modules = join(SITE, 'node_modules');
  const lock = join(SITE, 'package-lock.json');
  const stamp = join(modules, '.package-lock.sha256');
  if (isMadeFrom(lock, stamp)) return modules;
  if (check) return null;
  say('installing Lighthouse and axe-core');
  const npm = ON_WINDOWS ? 'npm.cmd' : 'npm';
  const options = { cwd: SITE, shell: ON_WINDOWS };
  if (!run(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], options)) return null;
  writeFileSync(stamp, digestOf(lock));
  return modules;
}

const FINDERS = {
  python: findPython,
  site: findSite,
  chromium: (how) => setUp({ need: ['chromium'], ...how }).chromium,
};
const REMEDIES = {
  python: 'Schemathesis and Locust: node scripts/setup-quality.mjs python',
  site: 'Lighthouse and axe-core: npm ci --prefix fixtures/quality/site',
  chromium: 'a browser: install Chromium or Chrome, or set CHROMIUM_PATH',
};

/**
 * Makes what is needed and says where it is: absolute paths, null when it could not be had; `missing` holds one line
 * a person can act on for each of those. With `check` nothing is installed.
 */
export function setUpQuality({ need = EVERYTHING, check = false } = {}) {
  const found = { python: null, site: null, chromium: null, missing: [] };
  for (const name of need) {
    found[name] = FINDERS[name]({ check });
    if (found[name] === null) found.missing.push(REMEDIES[name]);
  }
  return found;
}

function main(args) {
  const need = args.filter((arg) => !arg.startsWith('--'));
  const found = setUpQuality({ need: need.length > 0 ? need : EVERYTHING, check: args.includes('--check') });
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(found)}\n`);
  for (const line of found.missing) say(`missing ${line}`);
  return found.missing.length > 0 && process.env['REQUIRE_RUNNERS'] === '1' ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
