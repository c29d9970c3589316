import { join } from 'node:path';
import type { SuiteProblem } from '../model/problem.js';
import type { SuiteRun } from '../model/run.js';
import type { SuiteSettings } from '../model/settings.js';
import { attemptDirectory } from './attempt-directory.js';
import { readEnd, readWitnesses } from './recorded-attempts.js';
import { readOnly } from './run-attempt.js';
import { courseOf, identityOf, NOTHING, prepare, type PreparingWorld } from './suite-course.js';
import { advance, NOT_STARTED } from './suite-state.js';
import type { SuiteWorld } from './suite-world.js';
import type { AttemptWitness } from './witness.js';

/** What it takes to rebuild a suite. `startedAt` is that of the run, in epoch milliseconds. */
export type RecoveryWorld = PreparingWorld &
  Pick<SuiteWorld, 'clock' | 'runDirectory' | 'quarantineOf'> & { readonly startedAt: number };

/** Rebuilds a suite of a run whose own process is gone, from what its attempts left. Without its end it is cancelled. */
export async function recoverSuite(suite: SuiteSettings, world: RecoveryWorld): Promise<SuiteRun> {
  const { files, runDirectory, clock } = world;
  const end = await readEnd(files, runDirectory, suite.name);
  const witnesses = await readWitnesses(world, suite.name);
  const startedAt = end?.startedAt ?? witnesses[0]?.attempt?.startedAt ?? world.startedAt;
  const time = { startedAt, durationMs: end?.durationMs ?? Math.max(0, clock.now() - startedAt) };
  const cut = end === null ? [cutOff(suite)] : [];
  if (!suite.enabled) return { suite, ...NOTHING, ...time };
  const found = await prepare(suite, world);
  if (!found.ok) return { suite, ...NOTHING, problems: [found.problem], ...time };
  const isRead = found.suite.plan === null && end !== null;
  const all = isRead ? [await readAgain(suite, world)] : witnesses;
  if (all.length === 0) return { suite, ...NOTHING, problems: [cutOff(suite)], ...time };
  const identity = identityOf(suite, found.suite, world);
  const state = all.reduce((before, witness) => advance(before, witness, identity), NOT_STARTED);
  const course = courseOf(state, found.suite, world);
  return { suite, ...course, problems: [...cut, ...course.problems], ...time };
}

/** Reports that were only read are still there. */
function readAgain(suite: SuiteSettings, world: RecoveryWorld): Promise<AttemptWitness> {
  return readOnly(suite, join(world.runDirectory, attemptDirectory(suite.name, 1)), world);
}

function cutOff({ name }: SuiteSettings): SuiteProblem {
  const message = 'was cut off: the run ended before this suite had';
  return { severity: 'error', place: name, message, remedy: '', forces: 'cancelled' };
}
