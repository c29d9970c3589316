import { join } from 'node:path';
import type { SuiteProblem } from '../model/problem.js';
import type { SuiteRun } from '../model/run.js';
import type { SuiteSettings } from '../model/settings.js';
import { attemptDirectory } from './attempt/attempt-files.js';
import { readEnd, readWitnesses, type RecordedEnd } from './attempt/attempt-files.js';
import { readOnly } from './attempt/run-attempt.js';
import { courseOf, identityOf, NOTHING, prepare, type Course, type PreparingWorld } from './prepare-suite.js';
import { advance, NOT_STARTED } from './suite-state.js';
import type { SuiteWorld } from './suite-services.js';
import type { AttemptWitness } from './results/attempt-output.js';

/** What it takes to rebuild a suite. `startedAt` is that of the run, in epoch milliseconds. */
export type RecoveryWorld = PreparingWorld &
  Pick<SuiteWorld, 'clock' | 'runDirectory' | 'quarantineOf'> & { readonly startedAt: number };

/**
 * Rebuilds a suite of a run whose own process is gone, from what its attempts left, or from the reason why there were
 * none. Without its end it is cancelled.
 */
export async function recoverSuite(suite: SuiteSettings, world: RecoveryWorld): Promise<SuiteRun> {
  const { files, runDirectory, clock } = world;
  const end = await readEnd(files, runDirectory, suite.name);
  const witnesses = await readWitnesses(world, suite.name);
  const startedAt = end?.startedAt ?? witnesses[0]?.attempt?.startedAt ?? world.startedAt;
  const time = { startedAt, durationMs: end?.durationMs ?? Math.max(0, clock.now() - startedAt) };
  if (!suite.enabled) return { suite, ...NOTHING, ...time };
  const course = end?.problems === undefined ? await courseOfTraces(suite, end, witnesses, world) : endedBefore(end);
  return { suite, ...course, ...time };
}

function endedBefore({ problems = [] }: RecordedEnd): Course {
  return { ...NOTHING, problems };
}

async function courseOfTraces(
  suite: SuiteSettings,
  end: RecordedEnd | null,
  witnesses: readonly AttemptWitness[],
  world: RecoveryWorld,
): Promise<Course> {
  const found = await prepare(suite, world);
  if (!found.ok) return { ...NOTHING, problems: [found.problem] };
  const isRead = found.suite.plan === null && end !== null;
  const all = isRead ? [await readAgain(suite, world)] : witnesses;
  if (all.length === 0) return { ...NOTHING, problems: [cutOff(suite)] };
  const identity = identityOf(suite, found.suite, world);
  const state = all.reduce((before, witness) => advance(before, witness, identity), NOT_STARTED);
  const course = courseOf(state, found.suite, world);
  return end === null ? { ...course, problems: [cutOff(suite), ...course.problems] } : course;
}

/** Reports that were only read are still there. */
function readAgain(suite: SuiteSettings, world: RecoveryWorld): Promise<AttemptWitness> {
  return readOnly(suite, join(world.runDirectory, attemptDirectory(suite.name, 1)), world);
}

function cutOff({ name }: SuiteSettings): SuiteProblem {
  const message = 'was cut off: the run ended before this suite had';
  return { severity: 'error', place: name, message, remedy: '', forces: 'cancelled' };
}
