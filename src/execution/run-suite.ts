import type { SuiteProblem } from '../model/problem.js';
import type { SuiteAttempt, SuiteRun, TestCase } from '../model/run.js';
import type { SuiteSettings } from '../model/settings.js';
import { prepareSuite } from '../runners/registry.js';
import type { PreparedSuite } from '../runners/runner.js';
import { childEnv } from './child-env.js';
import type { LedgerTest } from './ledger.js';
import { createPathMapper } from './path-mapper.js';
import { planRetry, type RetryBatch } from './retry-plan.js';
import { runAttempt } from './run-attempt.js';
import { runSetup } from './run-setup.js';
import { advance, NOT_STARTED, type SuiteState } from './suite-state.js';
import type { SuiteWorld } from './suite-world.js';

type Course = Pick<SuiteRun, 'attempts' | 'tests' | 'problems' | 'tool'>;

const NOTHING: Course = { attempts: [], tests: [], problems: [], tool: null };

/** Runs one suite to its truth: attempts, reruns of what has not passed, problems. Never rejects for what a suite does. */
export async function runSuite(suite: SuiteSettings, world: SuiteWorld): Promise<SuiteRun> {
  const startedAt = world.clock.now();
  const course = suite.enabled ? await runEnabled(suite, world) : NOTHING;
  return { suite, ...course, startedAt, durationMs: world.clock.now() - startedAt };
}

async function runEnabled(suite: SuiteSettings, world: SuiteWorld): Promise<Course> {
  if (world.signal.aborted) return { ...NOTHING, problems: [neverStarted(suite)] };
  const { files, processes, context, settings } = world;
  const env = childEnv(context.env, settings.baseUrl, suite.env);
  const streamsDirectory = `${context.bundleDirectory}/streams`;
  const found = await prepareSuite(suite, { files, processes, env, workspace: context.workspace, streamsDirectory });
  if (!found.ok) return { ...NOTHING, problems: [found.problem] };
  const failed = await runSetup(suite, found.suite, env, world);
  if (failed !== null) return { ...NOTHING, problems: [failed] };
  const state = await runRounds({ suite, prepared: found.suite, env }, world);
  return courseOf(state, found.suite, world);
}

function neverStarted({ name }: SuiteSettings): SuiteProblem {
  const message = 'was not started: the run had been cancelled';
  return { severity: 'error', place: name, message, remedy: '', forces: 'cancelled' };
}

interface Rounds {
  readonly suite: SuiteSettings;
  readonly prepared: PreparedSuite;
  readonly env: Readonly<Record<string, string>>;
}

async function runRounds(rounds: Rounds, world: SuiteWorld): Promise<SuiteState> {
  const { suite, prepared } = rounds;
  let state = await runBatch(rounds, null, NOT_STARTED, world);
  const deadline = world.clock.now() + suite.timeoutMs;
  for (let round = 0; round < suite.retries; round += 1) {
    const limits = { maxFailures: world.settings.retryMaxFailures };
    const plan = planRetry(state.tests, state.problems, prepared, limits);
    if ('refused' in plan) return withNote(state, suite, plan.refused);
    for (const batch of plan.batches) {
      if (world.signal.aborted) return state;
      if (world.clock.now() > deadline)
        return withNote(state, suite, 'reruns ended: together they took longer than `timeout`');
      state = await runBatch(rounds, batch, state, world);
    }
  }
  return state;
}

async function runBatch(
  rounds: Rounds,
  batch: RetryBatch | null,
  state: SuiteState,
  world: SuiteWorld,
): Promise<SuiteState> {
  const number = state.witnesses.length + 1;
  const order = { ...rounds, number, mode: batch?.mode ?? 'full', select: batch?.tests ?? null } as const;
  const witness = await runAttempt(order, world);
  const mapPath = createPathMapper(rounds.suite.workingDirectory, world.context.workspace);
  return advance(state, witness, { suite: rounds.suite, prepared: rounds.prepared, mapPath });
}

function withNote(state: SuiteState, { name }: SuiteSettings, message: string): SuiteState {
  const note: SuiteProblem = { severity: 'note', place: name, message, remedy: '', forces: null };
  return { ...state, problems: [...state.problems, note] };
}

function courseOf({ witnesses, tests, problems }: SuiteState, prepared: PreparedSuite, world: SuiteWorld): Course {
  const session = witnesses.flatMap(({ events }) => events).find((event) => event.e === 'session');
  return {
    attempts: witnesses.flatMap(({ attempt }): SuiteAttempt[] => (attempt === null ? [] : [attempt])),
    tests: tests.map((test) => withQuarantine(test, world)),
    problems,
    tool: { name: prepared.tool, version: session?.version ?? '' },
  };
}

function withQuarantine(test: LedgerTest, world: SuiteWorld): TestCase {
  return { ...test, quarantine: world.quarantineOf(test) };
}
