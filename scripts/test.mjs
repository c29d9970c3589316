// What `npm test` runs: gets the missing tools, then every test. The last line says in plain words how it went.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setUpQuality } from './setup-quality.mjs';
import { environmentOf, setUp } from './setup.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');

function runJest(args, env, outputFile) {
  // One more than there are cores: many tests wait for a process.
  const workers = Math.max(2, Math.min(4, availableParallelism() + 1));
  const { status } = spawnSync(
    process.execPath,
    [
      ...['--experimental-vm-modules', '--no-warnings', JEST],
      ...[`--maxWorkers=${workers}`, '--json', `--outputFile=${outputFile}`, ...args],
    ],
    // Jest prints its progress on stderr and, with --json, the whole result once more on stdout.
    { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return status ?? 1;
}

/** The closing line, from jest's own totals. A file that could not run at all counts as one failure. */
function closingLine(file) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    const skipped = result.numPendingTests > 0 ? `, ${result.numPendingTests} skipped` : '';
    return { text: `${result.numPassedTests} passed, ${failed} failed${skipped}`, failed };
  } catch (error) {
    return { text: `no result: ${error.message}`, failed: 1 };
  }
}

const found = setUp();
const missing = [...found.missing, ...setUpQuality().missing];
for (const line of missing) process.stderr.write(`tests: some end-to-end tests will be skipped without ${line}\n`);
if (missing.length > 0 && process.env['REQUIRE_RUNNERS'] === '1') process.exit(1);
const folder = mkdtempSync(join(tmpdir(), 'jest-result-'));
const file = join(folder, 'result.json');
const status = runJest(process.argv.slice(2), environmentOf(found), file);
const { text, failed } = closingLine(file);
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${text}\n`);
process.exitCode = status === 0 && failed === 0 ? 0 : 1;
