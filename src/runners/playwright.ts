import { dirname, join } from 'node:path';
import type { PlaywrightSettings, SuiteCommon } from '../model/settings.js';
import { foldersUpTo } from '../text/shell.js';
import { EVENTS_NAME, injectionEnv } from './event-plugins.js';
import {
  configError,
  missingPath,
  unitOfSuite,
  withoutLine,
  type AttemptPlan,
  type AttemptRequest,
  type ExitMeaning,
  type Preparation,
  type Runner,
  type RunnerServices,
} from './runner.js';

type PlaywrightSuite = SuiteCommon & PlaywrightSettings;
type Command = readonly [string, ...string[]];

/** Playwright Test 1.44 and newer: events from a reporter beside the user's, reruns by Playwright's own last-run file. */
export const playwrightRunner: Runner<PlaywrightSuite> = {
  prepare: async (suite, services): Promise<Preparation> => {
    const npx = await services.processes.which('npx', services.env);
    if (npx === null) return configError(suite, 'npx not found', 'Add `actions/setup-node` before this step.');
    const setup = await findInstallation(suite, services);
    if ('ok' in setup) return setup;
    const workers = await workersFor(suite, services);
    const program: Command = [npx, '--no-install', 'playwright', 'test', ...workers];
    return {
      ok: true,
      suite: {
        tool: 'playwright',
        setup: setup.setup,
        plan: (request) => planAttempt(suite, program, services, request),
        division: {
          by: 'tests',
          list: (directory) => listingPlan(suite, program, services, directory),
          unit: unitOfSuite(suite, 'auto'),
        },
        resultSource: 'events',
        canSelect: true,
        nativeRetries: true,
        keyOfCase: ({ classname, name }) => `${classname}\n${name}`,
        keyOfTest: ({ classname, name }) => `${classname}\n${name}`,
        identify: ({ classname, name, line }) => ({ id: `${classname} › ${name}`, file: classname, line }),
        explainExit,
      },
    };
  },
};

/** Our share of the cores, unless the user chose: on the command line, or anywhere in the configuration. */
async function workersFor(suite: PlaywrightSuite, { files, env }: RunnerServices): Promise<readonly string[]> {
  const share = env['QAAGENT_WORKERS'];
  if (share === undefined || suite.args.some((arg) => /^(-j|--workers\b)/.test(arg))) return [];
  const [config] = await files.glob(['playwright.config.{ts,js,mjs,cjs,mts,cts}'], suite.workingDirectory);
  const isChosen = config !== undefined && /\bworkers\b/.test(await files.readText(config));
  return isChosen ? [] : [`--workers=${share}`];
}

/** How to get the tool: nothing to do, one command, or a reason why not. */
async function findInstallation(
  suite: PlaywrightSuite,
  services: RunnerServices,
): Promise<Preparation | { readonly setup: { readonly command: Command; readonly cwd: string } | null }> {
  const lost = await missingPath(suite, withoutLine(suite.path), services);
  if (lost !== null) return lost;
  if ((await findUpwards('node_modules/@playwright/test/cli.js', suite.workingDirectory, services)) !== null)
    return { setup: null };
  if (!suite.install) {
    return configError(
      suite,
      '@playwright/test is not installed',
      'Run `npm ci` before this step, or set `install: true`.',
    );
  }
  const setup = await installation(suite, services);
  return setup === null
    ? configError(
        suite,
        'there is no package.json',
        `Correct \`working-directory\`, which is ${suite.workingDirectory}.`,
      )
    : { setup };
}

async function installation(
  suite: PlaywrightSuite,
  services: RunnerServices,
): Promise<{ command: Command; cwd: string } | null> {
  const manifest = await findUpwards('package.json', suite.workingDirectory, services);
  const npm = await services.processes.which('npm', services.env);
  if (manifest === null || npm === null) return null;
  const cwd = dirname(manifest);
  const locked = await services.files.exists(join(cwd, 'package-lock.json'));
  return { command: [npm, locked ? 'ci' : 'install'], cwd };
}

async function findUpwards(
  name: string,
  directory: string,
  { files, workspace }: RunnerServices,
): Promise<string | null> {
  for (const folder of foldersUpTo(workspace, directory)) {
    const candidate = join(folder, name);
    if (await files.exists(candidate)) return candidate;
  }
  return null;
}

function planAttempt(
  suite: PlaywrightSuite,
  program: Command,
  services: RunnerServices,
  request: AttemptRequest,
): AttemptPlan {
  // A Playwright run empties its output folder, so every attempt needs its own.
  const output = join(request.directory, 'test-results');
  const ids = request.select?.map((test) => test.selector) ?? null;
  const lastRun = JSON.stringify({ status: 'failed', failedTests: ids ?? [] });
  const named = join(request.directory, 'last-run.json');
  return {
    command: [...program, ...argumentsOf(suite, output), ...(ids === null ? [] : ['--last-failed'])],
    cwd: suite.workingDirectory,
    env: {
      ...injectionEnv(services.env, services.streamsDirectory, request.directory),
      PLAYWRIGHT_LAST_RUN_OUTPUT_FILE: named,
      PLAYWRIGHT_HTML_OPEN: 'never',
    },
    // The variable names the file since 2026-05; before, the file stands in the output folder.
    files: ids === null ? [] : [named, join(output, '.last-run.json')].map((path) => ({ path, text: lastRun })),
    eventsFile: join(request.directory, EVENTS_NAME),
    ownReports: [],
    sharedReports: [],
  };
}

/** Lists the tests of the suite and runs none. */
function listingPlan(
  suite: PlaywrightSuite,
  program: Command,
  services: RunnerServices,
  directory: string,
): AttemptPlan {
  const plan = planAttempt(suite, program, services, { number: 1, directory, select: null });
  return { ...plan, command: [...plan.command, '--list'] };
}

function argumentsOf(suite: PlaywrightSuite, output: string): readonly string[] {
  const chose = (option: string): boolean => suite.args.some((arg) => arg === option || arg.startsWith(`${option}=`));
  return [
    ...(suite.path === '' ? [] : [suite.path]),
    ...[...suite.project, ...suite.browsers].map((project) => `--project=${project}`),
    ...(suite.grep === null ? [] : ['--grep', suite.grep]),
    ...(chose('--output') ? [] : ['--output', output]),
    ...(suite.retries > 0 && !chose('--retries') ? [`--retries=${suite.retries}`] : []),
    ...suite.args,
  ];
}

function explainExit(code: number, output: string): ExitMeaning | null {
  if (/Executable doesn't exist at|playwright install/.test(output) && code !== 0) {
    return {
      outcome: 'config-error',
      message: 'the browser is not installed',
      remedy: 'Run `npx playwright install --with-deps` before this step.',
    };
  }
  if (/Error: No tests found/.test(output)) {
    return {
      outcome: 'no-tests',
      message: 'Playwright found no tests',
      remedy: 'Correct `path`, `grep` or `project` of the suite, or set `no-tests: pass`.',
    };
  }
  return null;
}
