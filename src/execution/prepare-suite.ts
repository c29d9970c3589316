import { isAbsolute, relative } from 'node:path';
import type { SuiteAttempt, SuiteRun, TestCase } from '../model/run.js';
import type { Settings, SuiteCommon, SuiteSettings } from '../model/settings.js';
import { prepareSuite } from '../runners/registry.js';
import type { Preparation, PreparedSuite } from '../runners/runner.js';
import { unexplainedExit } from './problems/exit-problems.js';
import type { ObservedTest } from './results/attempt-output.js';
import { createPathMapper } from './results/path-mapper.js';
import type { SuiteServices } from './suite-services.js';
import type { SuiteIdentity, SuiteState } from './suite-state.js';

/** What became of a suite, without when. */
export type SuiteResult = Pick<SuiteRun, 'attempts' | 'tests' | 'problems' | 'tool'>;

export const NOTHING: SuiteResult = { attempts: [], tests: [], problems: [], tool: null };

export type PreparationServices = Pick<
  SuiteServices,
  'files' | 'processes' | 'context' | 'settings' | 'prepareQuality'
>;

/** The environment of a suite's children. */
export function envOf(
  suite: SuiteSettings,
  { context, settings, processes }: PreparationServices,
): Readonly<Record<string, string>> {
  const env = childEnv(context.env, settings.baseUrl, suite.env);
  return { ...env, ...shareEnv(shareOfCores(processes.cores, suite, settings), env) };
}

/** Finds the tool of a suite in the suite's own environment. */
export function prepare(suite: SuiteSettings, services: PreparationServices): Promise<Preparation> {
  const { files, processes, context } = services;
  const streamsDirectory = `${context.bundleDirectory}/streams`;
  const env = envOf(suite, services);
  const runnerWorld = { files, processes, env, workspace: context.workspace, streamsDirectory };
  return prepareSuite(suite, runnerWorld, services.prepareQuality);
}

export function identityOf(
  suite: SuiteSettings,
  prepared: PreparedSuite,
  { context }: PreparationServices,
): SuiteIdentity {
  return { suite, prepared, mapPath: createPathMapper(suite.workingDirectory, context.workspace) };
}

type ResultServices = Pick<SuiteServices, 'quarantineOf' | 'runDirectory'>;

/** What a state amounts to when no attempt follows. */
export function toSuiteResult(
  { outputs: outputs, tests, problems }: SuiteState,
  prepared: PreparedSuite,
  services: ResultServices,
): SuiteResult {
  const cases = tests.map((test) => asTestCase(test, services));
  const unexplained = unexplainedExit(prepared, outputs.at(-1), cases);
  const session = outputs.flatMap(({ events }) => events).find((event) => event.e === 'session');
  return {
    attempts: outputs.flatMap(({ attempt }): SuiteAttempt[] => (attempt === null ? [] : [attempt])),
    tests: cases,
    problems: unexplained === null ? problems : [...problems, unexplained],
    tool: { name: prepared.tool, version: session?.version ?? '' },
  };
}

function asTestCase(test: ObservedTest, { quarantineOf, runDirectory }: ResultServices): TestCase {
  const quarantine = quarantineOf(test);
  // Gherkin allows scenarios without a title.
  const name = test.name.trim() === '' ? test.id : test.name;
  if (quarantine === null && name === test.name && test.attachments.length === 0) return test;
  return { ...test, name, attachments: insideRun(test.attachments, runDirectory), quarantine };
}

/** Attachments as paths of the run directory; what stands elsewhere is not part of the evidence. */
function insideRun(paths: readonly string[], runDirectory: string): readonly string[] {
  const ways = paths.map((path) => relative(runDirectory, path).replaceAll('\\', '/'));
  return ways.filter((way) => way !== '' && !way.startsWith('../') && !isAbsolute(way));
}

/** Belongs to the step, not to tests: secrets, tokens, and files through which a child could command the workflow. */
const PRIVATE = [
  /^INPUT_/i,
  /^STATE_/i,
  /^ACTIONS_(RUNTIME|RESULTS|CACHE|ID_TOKEN)/i,
  /^GITHUB_(TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY|ARTIFACTS)$/i,
  /^(ANTHROPIC_API_KEY|GH_TOKEN)$/i,
  /^QAAGENT_(EVENTS|SELECT|STACKS|PYTEST_PID|PLAYWRIGHT_PID)$/i,
];

/** Of these only those that the workflow itself sets for its tests, for a line in the log. */
const USERS_OWN = /^(?:GITHUB_TOKEN|GH_TOKEN|ANTHROPIC_API_KEY)$/i;

/** Variables of the workflow that suites do not get unless they name them in their own `env`. */
export function withheldVariables(env: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(env).filter((name) => USERS_OWN.test(name));
}

const isPrivate = (name: string): boolean => PRIVATE.some((pattern) => pattern.test(name));

/** The environment of a suite: ours without what is private, `BASE_URL`, then what the user set for the suite. */
export function childEnv(
  env: Readonly<Record<string, string>>,
  baseUrl: string | null,
  own: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const kept = Object.entries(env).filter(([name]) => !isPrivate(name));
  return {
    ...Object.fromEntries(kept),
    CI: env['CI'] ?? '1',
    PYTHONUNBUFFERED: '1',
    ...(baseUrl === null ? {} : { BASE_URL: baseUrl }),
    ...own,
  };
}

/** Workers a suite may start while others run beside it, at least 1; null when it has the machine to itself. */
export function shareOfCores(
  cores: number | undefined,
  { weight }: Pick<SuiteCommon, 'weight'>,
  { parallel, maxWorkers }: Pick<Settings, 'parallel' | 'maxWorkers'>,
): number | null {
  if (cores === undefined || !parallel || maxWorkers < 2) return null;
  return Math.max(1, Math.floor((cores * Math.min(weight, maxWorkers)) / maxWorkers));
}

/** Variables through which pytest-xdist (`-n auto`), vitest and our Playwright runner hear the share, unless somebody chose. */
export function shareEnv(
  share: number | null,
  chosen: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (share === null) return {};
  const names = ['PYTEST_XDIST_AUTO_NUM_WORKERS', 'VITEST_MAX_WORKERS', 'QAAGENT_WORKERS'];
  return Object.fromEntries(names.filter((name) => !(name in chosen)).map((name) => [name, String(share)]));
}
