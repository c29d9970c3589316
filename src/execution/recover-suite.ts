import { join } from 'node:path';
import type { SuiteProblem } from '../model/problem.js';
import type { SuiteRun } from '../model/run.js';
import type { SuiteSettings } from '../model/settings.js';
import { attemptDirectory } from './attempt/attempt-files.js';
import { readEnd, readAttemptOutputs, type RecordedEnd } from './attempt/attempt-files.js';
import { readKept } from './attempt/run-attempt.js';
import {
  toSuiteResult,
  identityOf,
  NOTHING,
  prepare,
  type SuiteResult,
  type PreparationServices,
} from './prepare-suite.js';
import { addAttempt, EMPTY_STATE } from './suite-state.js';
import type { SuiteServices } from './suite-services.js';
import type { AttemptOutput } from './results/attempt-output.js';

/** What it takes to rebuild a suite. `startedAt` is that of the run, in epoch milliseconds. */
export type RecoveryServices = PreparationServices &
  Pick<SuiteServices, 'clock' | 'runDirectory' | 'quarantineOf'> & { readonly startedAt: number };

/**
 * Rebuilds a suite of a run whose own process is gone, from what its attempts left, or from the reason why there were
 * none. Without its end it is cancelled.
 */
export async function recoverSuite(suite: SuiteSettings, services: RecoveryServices): Promise<SuiteRun> {
  const { files, runDirectory, clock } = services;
  const end = await readEnd(files, runDirectory, suite.name);
  const outputs = await readAttemptOutputs(services, suite.name);
  const startedAt = end?.startedAt ?? outputs[0]?.attempt?.startedAt ?? services.startedAt;
  const time = { startedAt, durationMs: end?.durationMs ?? Math.max(0, clock.now() - startedAt) };
  if (!suite.enabled) return { suite, ...NOTHING, ...time };
  const result = end?.problems === undefined ? await resultFromFiles(suite, end, outputs, services) : endedBefore(end);
  return { suite, ...result, ...time };
}

function endedBefore({ problems = [] }: RecordedEnd): SuiteResult {
  return { ...NOTHING, problems };
}

async function resultFromFiles(
  suite: SuiteSettings,
  end: RecordedEnd | null,
  outputs: readonly AttemptOutput[],
  services: RecoveryServices,
): Promise<SuiteResult> {
  const found = await prepare(suite, services);
  if (!found.ok) return { ...NOTHING, problems: [found.problem] };
  const isRead = found.suite.plan === null && end !== null;
  const all = isRead ? [await keptReports(suite, services)] : outputs;
  if (all.length === 0) return { ...NOTHING, problems: [cutOff(suite)] };
  const identity = identityOf(suite, found.suite, services);
  const state = all.reduce((before, output) => addAttempt(before, output, identity), EMPTY_STATE);
  const result = toSuiteResult(state, found.suite, services);
  return end === null ? { ...result, problems: [cutOff(suite), ...result.problems] } : result;
}

/** The reports of a suite that runs nothing, as it kept them. */
function keptReports(suite: SuiteSettings, services: RecoveryServices): Promise<AttemptOutput> {
  return readKept(suite, join(services.runDirectory, attemptDirectory(suite.name, 1)), services);
}

/** Why a suite is cancelled of which no end is recorded. */
export function cutOff({ name }: Pick<SuiteSettings, 'name'>): SuiteProblem {
  const message = 'was cut off: the run ended before this suite ended';
  return { severity: 'error', place: name, message, remedy: '', forces: 'cancelled' };
}
