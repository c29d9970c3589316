import { isAbsolute, relative } from 'node:path';
import type { SuiteAttempt, SuiteRun, TestCase } from '../model/run.js';
import type { SuiteSettings } from '../model/settings.js';
import { prepareSuite } from '../runners/registry.js';
import type { Preparation, PreparedSuite } from '../runners/runner.js';
import { childEnv } from './child-env.js';
import { shareEnv, shareOfCores } from './cpu-share.js';
import type { LedgerTest } from './ledger.js';
import { createPathMapper } from './path-mapper.js';
import { unexplainedExit } from './unexplained-exit.js';
import type { SuiteIdentity, SuiteState } from './suite-state.js';
import type { SuiteWorld } from './suite-world.js';

/** What became of a suite, without when. */
export type Course = Pick<SuiteRun, 'attempts' | 'tests' | 'problems' | 'tool'>;

export const NOTHING: Course = { attempts: [], tests: [], problems: [], tool: null };

export type PreparingWorld = Pick<SuiteWorld, 'files' | 'processes' | 'context' | 'settings' | 'prepareQuality'>;

/** The environment of a suite's children. */
export function envOf(
  suite: SuiteSettings,
  { context, settings, processes }: PreparingWorld,
): Readonly<Record<string, string>> {
  const env = childEnv(context.env, settings.baseUrl, suite.env);
  return { ...env, ...shareEnv(shareOfCores(processes.cores, suite, settings), env) };
}

/** Finds the tool of a suite in the suite's own environment. */
export function prepare(suite: SuiteSettings, world: PreparingWorld): Promise<Preparation> {
  const { files, processes, context } = world;
  const streamsDirectory = `${context.bundleDirectory}/streams`;
  const env = envOf(suite, world);
  const runnerWorld = { files, processes, env, workspace: context.workspace, streamsDirectory };
  return prepareSuite(suite, runnerWorld, world.prepareQuality);
}

export function identityOf(suite: SuiteSettings, prepared: PreparedSuite, { context }: PreparingWorld): SuiteIdentity {
  return { suite, prepared, mapPath: createPathMapper(suite.workingDirectory, context.workspace) };
}

type CourseWorld = Pick<SuiteWorld, 'quarantineOf' | 'runDirectory'>;

/** What a state amounts to when no attempt follows. */
export function courseOf(
  { witnesses, tests, problems }: SuiteState,
  prepared: PreparedSuite,
  world: CourseWorld,
): Course {
  const cases = tests.map((test) => asTestCase(test, world));
  const unexplained = unexplainedExit(prepared, witnesses.at(-1), cases);
  const session = witnesses.flatMap(({ events }) => events).find((event) => event.e === 'session');
  return {
    attempts: witnesses.flatMap(({ attempt }): SuiteAttempt[] => (attempt === null ? [] : [attempt])),
    tests: cases,
    problems: unexplained === null ? problems : [...problems, unexplained],
    tool: { name: prepared.tool, version: session?.version ?? '' },
  };
}

function asTestCase(test: LedgerTest, { quarantineOf, runDirectory }: CourseWorld): TestCase {
  return { ...test, attachments: insideRun(test.attachments, runDirectory), quarantine: quarantineOf(test) };
}

/** Attachments as paths of the run directory; what stands elsewhere is not part of the evidence. */
function insideRun(paths: readonly string[], runDirectory: string): readonly string[] {
  const ways = paths.map((path) => relative(runDirectory, path).replaceAll('\\', '/'));
  return ways.filter((way) => way !== '' && !way.startsWith('../') && !isAbsolute(way));
}
