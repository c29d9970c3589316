// Runs one suite: first attempt, then rounds of reruns until `retries`, `timeout` or the end of the run stops them.
import { join } from 'node:path';
import type { SuiteProblem } from '../model/problem.js';
import type { SuiteRun, StopReason } from '../model/run.js';
import type { SuiteSettings } from '../model/settings.js';
import type { PreparedSuite, SelectedTest } from '../runners/runner.js';
import { keepArtifacts, recordEarlierArtifacts } from './attempt/keep-artifacts.js';
import { recordEnd, type RecordedEnd, suiteDirectory } from './attempt/attempt-files.js';
import { batchesOfRound, canSelect, planRetry, refusesStream, type RetryBatch } from './retry-plan.js';
import { runAttempt } from './attempt/run-attempt.js';
import { divideSuite, missingOfPart, type SuiteShare } from './divide-suite.js';
import { runSetup } from './run-setup.js';
import { toSuiteResult, envOf, identityOf, NOTHING, prepare, type SuiteResult } from './prepare-suite.js';
import { addAttempt, EMPTY_STATE, type SuiteState } from './suite-state.js';
import { createStepFiles, writtenStepFiles } from './step-files.js';
import type { SuiteServices } from './suite-services.js';

/** Runs one suite to its truth: attempts, reruns of what has not passed, problems. Never rejects for what a suite does. */
export async function runSuite(suite: SuiteSettings, services: SuiteServices): Promise<SuiteRun> {
  const startedAt = services.clock.now();
  const result = suite.enabled ? await runEnabled(suite, services) : NOTHING;
  const durationMs = services.clock.now() - startedAt;
  const end = { startedAt, durationMs, ...whyNothing(result) };
  // A cancelled job has only seconds left: `post` decides then.
  if (services.signal.reason !== ('cancelled' satisfies StopReason))
    await recordEnd(services.files, services.runDirectory, suite.name, end);
  return { suite, ...result, startedAt, durationMs };
}

/** Attempts leave files that report their problems; what came before the first one is only known here. */
function whyNothing({ attempts, tests, problems }: SuiteResult): Pick<RecordedEnd, 'problems'> {
  return attempts.length + tests.length === 0 && problems.length > 0 ? { problems } : {};
}

/** Runs these tests of a suite once, and nothing else of it. */
export function runChosen(
  suite: SuiteSettings,
  select: readonly SelectedTest[],
  services: SuiteServices,
): Promise<SuiteResult> {
  return runEnabled({ ...suite, retries: 0 }, services, { select });
}

async function runEnabled(
  suite: SuiteSettings,
  services: SuiteServices,
  chosen: SuiteShare | null = null,
): Promise<SuiteResult> {
  if (services.signal.aborted)
    return { ...NOTHING, problems: [neverStarted(suite, services.signal.reason as StopReason)] };
  const found = await prepare(suite, services);
  if (!found.ok) return { ...NOTHING, problems: [found.problem] };
  const { files, runDirectory, context } = services;
  const directory = join(runDirectory, suiteDirectory(suite.name));
  const stepFiles = found.suite.plan === null ? {} : await createStepFiles(directory, context.env, files);
  const env = { ...stepFiles, ...envOf(suite, services) };
  const failed = await runSetup(suite, found.suite, env, services);
  if (failed !== null) return { ...NOTHING, problems: [failed] };
  const share = chosen ?? (await divideSuite(suite, found.suite, env, services));
  if ('problems' in share) return { ...NOTHING, problems: share.problems };
  const state = await runRounds({ suite, prepared: found.suite, env, share }, services);
  const written = await writtenStepFiles(stepFiles, files);
  return toSuiteResult(
    written.length === 0 ? state : withNote(state, suite, withheld(suite, written)),
    found.suite,
    services,
  );
}

function withheld({ name }: SuiteSettings, written: readonly string[]): string {
  const names = written.map((each) => `$${each}`).join(', ');
  return `wrote to ${names}: a suite has its own copies of these files (${suiteDirectory(name)}/github), which do not affect the workflow`;
}

function neverStarted({ name }: SuiteSettings, reason: StopReason): SuiteProblem {
  const problem = { severity: 'error', place: name, remedy: '' } as const;
  if (reason !== 'run-timeout')
    return { ...problem, message: 'was not started: the run had been cancelled', forces: 'cancelled' };
  const message = 'was not started: the run had reached its limit';
  return { ...problem, message, remedy: 'Raise `run-timeout`.', forces: 'timeout' };
}

interface Rounds {
  readonly suite: SuiteSettings;
  readonly prepared: PreparedSuite;
  readonly env: Readonly<Record<string, string>>;
  readonly share: SuiteShare;
  /** True: the tool cannot load our event writer. */
  readonly isolated?: boolean;
}

async function runRounds(rounds: Rounds, services: SuiteServices): Promise<SuiteState> {
  const { suite, prepared } = rounds;
  let state = await runFirst(rounds, services);
  const deadline = services.clock.now() + suite.timeoutMs;
  for (let round = 1; round <= suite.retries; round += 1) {
    const limits = {
      maxFailures: services.settings.retryMaxFailures,
      canSelect: canSelect(prepared, state.outputs, state.tests),
    };
    const plan = planRetry(state.tests, state.problems, prepared, limits);
    if ('refused' in plan) return withNote(state, suite, plan.refused);
    const isLast = round === suite.retries;
    for (const batch of batchesOfRound(plan.batches, isLast, prepared, () => state.tests)) {
      if (services.signal.aborted) return state;
      if (services.clock.now() > deadline) return withNote(state, suite, TOO_LONG);
      state = await runBatch(rounds, batch, state, services);
    }
  }
  return state;
}

/** The first attempt; once more without our event writer where the tool cannot load it. */
async function runFirst(rounds: Rounds, services: SuiteServices): Promise<SuiteState> {
  const state = withMissing(rounds, await runBatch(rounds, null, EMPTY_STATE, services));
  const refused = state.outputs.some(refusesStream);
  if (!refused || services.signal.aborted) return state;
  const again = await runBatch({ ...rounds, isolated: true }, null, { ...state, problems: [] }, services);
  return withNote(again, rounds.suite, ISOLATED);
}

const ISOLATED =
  'its interpreter does not read PYTHONPATH, so its results come only from its report: tests cannot be rerun, and a hung test cannot be identified';
const TOO_LONG = 'there are no further reruns: they took longer than `timeout` in total';

async function runBatch(
  rounds: Rounds,
  batch: RetryBatch | null,
  state: SuiteState,
  services: SuiteServices,
): Promise<SuiteState> {
  const number = state.outputs.length + 1;
  const { mode = 'full', tests = null, counted = tests } = batch ?? {};
  const { select, part } = rounds.share;
  const asked = { select: tests ?? select, requested: counted?.map(({ id }) => id) ?? null };
  const order = { ...rounds, ...asked, number, mode, ...(part === undefined ? {} : { part }) };
  await recordEarlierArtifacts(rounds.suite, number, services);
  const output = await runAttempt(order, services);
  const next = addAttempt(state, output, identityOf(rounds.suite, rounds.prepared, services));
  // Who is cancelled has seconds; `post` keeps them then.
  if (services.signal.aborted) return next;
  const left = await keepArtifacts(rounds.suite, number, services);
  return { ...next, problems: [...next.problems, ...left] };
}

function withMissing({ suite, share }: Rounds, state: SuiteState): SuiteState {
  const missing = missingOfPart(suite, share, state);
  return missing === null ? state : { ...state, problems: [...state.problems, missing] };
}

function withNote(state: SuiteState, { name }: SuiteSettings, message: string): SuiteState {
  const note: SuiteProblem = { severity: 'note', place: name, message, remedy: '', forces: null };
  return { ...state, problems: [...state.problems, note] };
}
