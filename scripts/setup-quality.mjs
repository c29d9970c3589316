// Gets what the tests of the quality suites need: Schemathesis 4 and 3 and Locust below .venv-quality, Lighthouse and
// axe-core for fixtures/quality/site, a Chromium. Idempotent; names may be given to get only some.
// `node scripts/setup-quality.mjs [--json] [--check] [python] [schemathesis3] [site] [chromium]`
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUp } from './setup.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'fixtures', 'quality');
const SITE = join(FOLDER, 'site');
const VENV = join(ROOT, '.venv-quality');
const ON_WINDOWS = process.platform === 'win32';
const EVERYTHING = ['python', 'schemathesis3', 'site', 'chromium'];

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

/** An environment made from a file of requirements; its interpreter, or null. */
function findVenv(folder, requirements, { check }) {
  const source = join(FOLDER, requirements);
  const stamp = join(folder, 'requirements.sha256');
  const python = ON_WINDOWS ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
  if (existsSync(python) && isMadeFrom(source, stamp)) return python;
  if (check) return null;
  say(`installing ${requirements}`);
  const made =
    run(ON_WINDOWS ? 'python' : 'python3', ['-m', 'venv', folder]) &&
    run(python, ['-m', 'pip', 'install', '-q', '--retries', '1', '-r', source]);
  if (!made) return null;
  writeFileSync(stamp, digestOf(source));
  return python;
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
  python: (how) => findVenv(VENV, 'requirements.txt', how),
  schemathesis3: (how) => findVenv(join(VENV, 'schemathesis3'), 'requirements-schemathesis3.txt', how),
  site: findSite,
  chromium: (how) => setUp({ need: ['chromium'], ...how }).chromium,
};
const REMEDIES = {
  python: 'Schemathesis and Locust: node scripts/setup-quality.mjs python',
  schemathesis3: 'Schemathesis 3: node scripts/setup-quality.mjs schemathesis3',
  site: 'Lighthouse and axe-core: npm ci --prefix fixtures/quality/site',
  chromium: 'a browser: install Chromium or Chrome, or set CHROMIUM_PATH',
};

/**
 * Makes what is needed and says where it is: absolute paths, null when it could not be had; `missing` holds one line
 * a person can act on for each of those. With `check` nothing is installed.
 */
export function setUpQuality({ need = EVERYTHING, check = false } = {}) {
  const found = { python: null, schemathesis3: null, site: null, chromium: null, missing: [] };
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
