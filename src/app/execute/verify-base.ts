import { join, relative } from 'node:path';
import { startApplication } from '../../execution/application.js';
import { answersAll } from '../../execution/application-health.js';
import { runChosen } from '../../execution/run-suite.js';
import type { SuiteServices } from '../../execution/suite-services.js';
import type { RunContext } from '../../model/context.js';
import { type SuiteRun, type TestCase, testKey } from '../../model/run.js';
import type { SuiteSettings } from '../../model/settings.js';
import { type BaseResult, compareWithBase, unknown, type VerifiedBase } from '../../verdict/compare-with-base.js';
import { finalStateOf } from '../../verdict/final-state.js';
import { countedAs } from '../../verdict/totals.js';
import { testFolders } from '../at-checkout.js';
import type { Services } from '../services.js';

const MOST_TESTS = 50;
/** Where the attempts on the base are in the run directory. */
const FOLDER = 'artifacts/verify-base';

/**
 * Reruns failing tests on the commit that the pull request is merged into, in a checkout of its own. Null when the
 * settings do not ask for it or nothing fails.
 */
export async function verifyBase(
  suites: readonly SuiteRun[],
  services: SuiteServices,
  outside: Services,
): Promise<VerifiedBase | null> {
  const { settings, context, signal } = services;
  const failing = suites.flatMap(({ tests }) => tests.filter(isFailing));
  if (!settings.verifyBase || failing.length === 0 || signal.aborted) return null;
  const pull = context.github?.pullRequest ?? null;
  const all = (reason: string): VerifiedBase => {
    const results = new Map(failing.map((test) => [testKey(test), unknown(reason)] as const));
    return { commit: '', branch: pull?.baseRef ?? 'the base', results };
  };
  if (pull === null) return all('there is no pull request to compare with');
  if (settings.baseUrl !== null && settings.application === null)
    return all('the application at `base-url` does not run the base commit');
  const folder = join(context.env['RUNNER_TEMP'] ?? context.temporaryDirectory, `qaagent-base-${outside.clock.now()}`);
  const base = await outside.git.checkOutBase(testFolders(settings), pull, folder);
  if (!base.ok) return all([base.reason, base.remedy].filter((text) => text !== '').join('. '));
  try {
    const count = Math.min(MOST_TESTS, failing.length);
    outside.console.info(
      `Rerunning ${count} of ${failing.length} failing tests on ${base.commit.slice(0, 7)} (${pull.baseRef})`,
    );
    const world = { services: onBase(services, base.workspace), original: services };
    const results = await runAll(suites, failing.slice(0, MOST_TESTS), world, outside);
    for (const test of failing.slice(MOST_TESTS))
      results.set(testKey(test), unknown(`only ${MOST_TESTS} tests are rerun there`));
    return { commit: base.commit, branch: pull.baseRef, results };
  } finally {
    await base.remove();
  }
}

function isFailing(test: TestCase): boolean {
  const counted = countedAs(finalStateOf(test));
  return counted === 'failed' || counted === 'error';
}

/** The same services with the other checkout in the place of the workspace. */
function onBase(services: SuiteServices, workspace: string): SuiteServices {
  const { context, settings } = services;
  const workingDirectory = moved(settings.workingDirectory, context.workspace, workspace);
  return {
    ...services,
    context: { ...context, workspace },
    settings: { ...settings, workingDirectory, shard: null },
    runDirectory: join(services.runDirectory, FOLDER),
  };
}

const moved = (path: string, from: string, to: string): string => join(to, relative(from, path));

interface Worlds {
  readonly services: SuiteServices;
  readonly original: SuiteServices;
}

async function runAll(
  suites: readonly SuiteRun[],
  failing: readonly TestCase[],
  worlds: Worlds,
  outside: Services,
): Promise<Map<string, BaseResult>> {
  const { services } = worlds;
  const { application } = services.settings;
  if (application !== null) {
    const none = (reason: string): Map<string, BaseResult> =>
      new Map(failing.map((test) => [testKey(test), unknown(reason)] as const));
    const { healthUrls } = application;
    // A service that the start line left behind, in a container for instance, is not ended with it.
    if (await answersAll(healthUrls, { ...services, http: outside.http }))
      return none('the application of the workspace still answers at its URL');
    const start = await startApplication(application, { ...services, http: outside.http });
    if (!start.ok) return none('the application does not start there');
    try {
      return await runSuitesOf(suites, failing, worlds);
    } finally {
      await start.application.stop();
    }
  }
  return runSuitesOf(suites, failing, worlds);
}

async function runSuitesOf(
  suites: readonly SuiteRun[],
  failing: readonly TestCase[],
  worlds: Worlds,
): Promise<Map<string, BaseResult>> {
  const results = new Map<string, BaseResult>();
  for (const { suite, tests } of suites) {
    const own = failing.filter((test) => tests.includes(test));
    if (own.length === 0) continue;
    const compared = await runSuite(suite, own, worlds);
    own.forEach((test, at) => results.set(testKey(test), compared[at] ?? unknown('it did not run there')));
  }
  return results;
}

const RUNNERS: readonly SuiteSettings['runner'][] = ['pytest', 'behave', 'playwright', 'command'];

async function runSuite(
  suite: SuiteSettings,
  failing: readonly TestCase[],
  { services, original }: Worlds,
): Promise<readonly BaseResult[]> {
  const same = (reason: string): readonly BaseResult[] => failing.map(() => unknown(reason));
  if (!RUNNERS.includes(suite.runner)) return same(`${suite.runner} suites are not rerun there`);
  if (suite.runner === 'command' && suite.rerun === null) return same('the suite has no `rerun`');
  if (services.signal.aborted) return same('the run was cancelled');
  const { workspace } = original.context;
  const there = suiteOnBase(suite, original.context, services.context.workspace);
  if (!(await services.files.isDirectory(there.workingDirectory))) return same('its folder does not exist there');
  const select = failing.map(({ id, selector, file, name }) => ({ id, selector, file, name }));
  const { tests, problems } = await runChosen(there, select, services);
  const stopped = problems.find(({ forces }) => forces !== null);
  if (tests.length === 0) return same(stopped === undefined ? 'it did not run there' : `the suite ${stopped.message}`);
  const found = new Map(tests.map((test) => [test.id, test] as const));
  return failing.map((test) => {
    const other = found.get(test.id);
    return other !== undefined && reads(other, workspace, there.workingDirectory)
      ? unknown('it loads code from the workspace there')
      : compareWithBase(test, other);
  });
}

/** The suite in the other checkout. Python finds modules there before those that are installed from the workspace. */
function suiteOnBase(suite: SuiteSettings, { env, platform, workspace: from }: RunContext, to: string): SuiteSettings {
  const workingDirectory = moved(suite.workingDirectory, from, to);
  const given = suite.env['PYTHONPATH'] ?? env['PYTHONPATH'] ?? '';
  const own = [workingDirectory, to].flatMap((folder) => [folder, join(folder, 'src')]);
  const separator = platform === 'win32' ? ';' : ':';
  const paths = [...given.split(separator).map((path) => path.replace(from, to)), ...own];
  const path = [...new Set(paths.filter((each) => each !== ''))].join(separator);
  return { ...suite, workingDirectory, env: { ...suite.env, PYTHONPATH: path } };
}

/** True when a failure names a file of the workspace, absolute or from where the suite runs. */
function reads({ attempts }: TestCase, workspace: string, workingDirectory: string): boolean {
  const places = [`${workspace}/`, `${relative(workingDirectory, workspace).replaceAll('\\', '/')}/`];
  return attempts.some(({ message, details }) => places.some((place) => `${message}\n${details}`.includes(place)));
}
