import { join } from 'node:path';
import type { LocustSettings } from '../model/quality.js';
import type { SuiteCommon } from '../model/settings.js';
import {
  configError,
  type AttemptPlan,
  type AttemptRequest,
  type Preparation,
  type RunnerServices,
} from '../runners/runner.js';
import { explainLocust } from './explain-exit.js';
import { driverPath, findPythonProgram, inSuite, missingModule, type PythonPackage } from './python-driver.js';
import { driverPlan, qualitySuite } from './quality-suite.js';

type LocustSuite = SuiteCommon & LocustSettings;
type Command = readonly [string, ...string[]];

const TOOL: PythonPackage = { name: 'locust', module: 'locust', pinned: '2.47.0' };

/** Locust 2.15 and newer: every route is a test, judged by the thresholds; its CSV files and report stay as evidence. */
export async function prepareLocust(
  suite: LocustSuite,
  services: RunnerServices,
  driversDirectory: string,
): Promise<Preparation> {
  const file = suite.file ?? (suite.path === '' ? 'locustfile.py' : suite.path);
  if (!(await services.files.exists(inSuite(suite, file)))) {
    const remedy = `Correct \`file\` of the suite, which is relative to ${suite.workingDirectory}.`;
    return configError(suite, `the locustfile ${file} does not exist`, remedy);
  }
  if (suite.runTimeMs >= suite.timeoutMs) {
    return configError(suite, '`run-time` is not shorter than `timeout`', 'Raise `timeout` of the suite.');
  }
  const found = await findPythonProgram(suite, TOOL, services);
  if ('ok' in found) return found;
  const start = { suite, file, program: found.program, driversDirectory };
  return {
    ok: true,
    suite: qualitySuite({
      tool: TOOL.name,
      setup: found.setup,
      plan: (request) => planAttempt(start, services, request),
      canSelect: false,
      explainExit: (_code, output) => missingModule(TOOL, output) ?? explainLocust(file, output),
    }),
  };
}

interface Start {
  readonly suite: LocustSuite;
  readonly file: string;
  readonly program: Command;
  readonly driversDirectory: string;
}

/** Our file stands beside the user's; the exit status is left to our thresholds. */
function planAttempt(start: Start, { env }: RunnerServices, request: AttemptRequest): AttemptPlan {
  const { suite, file, program, driversDirectory } = start;
  const { users, spawnRate, runTimeMs, thresholds } = suite;
  const host = env['BASE_URL'];
  return driverPlan(request, {
    command: [
      ...program,
      ...['-f', `${file},${join(driversDirectory, 'qaagent_locust.py')}`, '--headless', '--only-summary'],
      ...['--users', String(users), '--spawn-rate', String(spawnRate)],
      ...['--run-time', `${Math.ceil(runTimeMs / 1000)}s`, '--exit-code-on-error', '0'],
      ...['--csv', join(request.directory, 'locust'), '--html', join(request.directory, 'locust.html')],
      ...(host === undefined || host === '' ? [] : ['--host', host]),
      ...suite.args,
    ],
    cwd: suite.workingDirectory,
    env: driverPath(driversDirectory, env),
    settings: { thresholds },
  });
}
