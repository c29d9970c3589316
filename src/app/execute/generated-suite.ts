import { join } from 'node:path';
import { runSuite } from '../../execution/run-suite.js';
import type { SuiteServices } from '../../execution/suite-services.js';
import { finalStateOf } from '../../verdict/final-state.js';
import { generateTests } from '../../generate/generate-tests.js';
import type { SuiteRun } from '../../model/run.js';
import type { SuiteSettings } from '../../model/settings.js';
import { testKey } from '../../model/run.js';
import { type RecordedOperations, routeCoverage } from '../../routes/route-coverage.js';
import type { KnownApi } from '../read/read-openapi.js';

const NAME = 'generated';

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
  if (services.signal.aborted || runs.some(({ suite }) => suite.name === NAME)) return null;
  const tests = runs.flatMap((run) => run.tests);
  const named = tests.map((test) => ({ ...test, key: testKey(test), final: finalStateOf(test) }));
  const touched = routeCoverage(named, api.operations, recorded).operations.filter(({ tested }) => tested);
  const files = generateTests(api.operations, new Set(touched.map(({ route }) => route)));
  if (files.length === 0) return null;
  const directory = join(services.runDirectory, 'artifacts', NAME, 'tests');
  await services.files.writeWhole(join(directory, 'pytest.ini'), '[pytest]\n');
  for (const { path, text } of files) await services.files.writeWhole(join(directory, path), text);
  return runSuite(suiteIn(directory, runs, services), services);
}

/** Beside the user's own pytest suite it takes that suite's Python. */
function suiteIn(directory: string, runs: readonly SuiteRun[], { settings }: SuiteServices): SuiteSettings {
  const own = runs.map(({ suite }) => suite).find((suite) => suite.runner === 'pytest');
  return {
    name: NAME,
    enabled: true,
    path: directory,
    // The repository's own configuration is for its own tests, and the evidence holds tests, no caches.
    args: ['-c', join(directory, 'pytest.ini'), '--rootdir', directory, '-p', 'no:cacheprovider'],
    env: { ...own?.env, PYTHONDONTWRITEBYTECODE: '1' },
    timeoutMs: own?.timeoutMs ?? 300_000,
    idleTimeoutMs: null,
    retries: 0,
    workingDirectory: settings.workingDirectory,
    artifacts: [],
    weight: 1,
    after: [],
    detected: true,
    runner: 'pytest',
    python: own?.runner === 'pytest' ? own.python : null,
    markers: null,
    keyword: null,
  };
}
