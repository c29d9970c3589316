import { join } from 'node:path';
import { runSuite } from '../../execution/run-suite.js';
import type { SuiteServices } from '../../execution/suite-services.js';
import { finalStateOf } from '../../verdict/final-state.js';
import { generateTests } from '../../generate/generate-tests.js';
import type { SuiteRun } from '../../model/run.js';
import type { SuiteSettings } from '../../model/settings.js';
import { testKey } from '../../model/run.js';
import { type RecordedOperations, routeCoverage } from '../../routes/route-coverage.js';
import type { Files } from '../../ports.js';
import { GENERATED, GENERATED_SUITE, recordGenerated } from '../run-record.js';
import type { KnownApi } from '../read/read-openapi.js';

/**
 * Writes a smoke test for every operation that no test of the run has touched, below `artifacts/generated/tests`, and
 * runs them as suite `generated`. Null when everything is touched, or when a suite of that name exists.
 */
export async function runGenerated(
  runs: readonly SuiteRun[],
  api: Pick<KnownApi, 'operations'>,
  recorded: RecordedOperations,
  services: SuiteServices,
): Promise<SuiteRun | null> {
  if (services.signal.aborted) return null;
  const { files: disk, runDirectory } = services;
  if (runs.some(({ suite }) => suite.name === GENERATED)) return nothing(disk, runDirectory);
  const tests = runs.flatMap((run) => run.tests);
  const named = tests.map((test) => ({ ...test, key: testKey(test), final: finalStateOf(test) }));
  const touched = routeCoverage(named, api.operations, recorded).operations.filter(({ tested }) => tested);
  const files = generateTests(api.operations, new Set(touched.map(({ route }) => route)));
  if (files.length === 0) return nothing(disk, runDirectory);
  const directory = join(runDirectory, 'artifacts', GENERATED, 'tests');
  const suite = suiteIn(directory, runs, services);
  await recordGenerated(disk, runDirectory, suite);
  await disk.writeWhole(join(directory, 'pytest.ini'), '[pytest]\n');
  for (const { path, text } of files) await disk.writeWhole(join(directory, path), text);
  return runSuite(suite, services);
}

async function nothing(files: Files, runDirectory: string): Promise<null> {
  await recordGenerated(files, runDirectory, null);
  return null;
}

/** Beside the user's own pytest suite it takes that suite's Python. */
function suiteIn(directory: string, runs: readonly SuiteRun[], { settings }: SuiteServices): SuiteSettings {
  const own = runs.map(({ suite }) => suite).find((suite) => suite.runner === 'pytest');
  return {
    ...GENERATED_SUITE,
    path: directory,
    // The repository's own configuration is for its own tests, and the evidence holds tests, no caches.
    args: ['-c', join(directory, 'pytest.ini'), '--rootdir', directory, '-p', 'no:cacheprovider'],
    env: { ...own?.env, PYTHONDONTWRITEBYTECODE: '1' },
    timeoutMs: own?.timeoutMs ?? GENERATED_SUITE.timeoutMs,
    workingDirectory: settings.workingDirectory,
    python: own?.runner === 'pytest' ? own.python : null,
  };
}
