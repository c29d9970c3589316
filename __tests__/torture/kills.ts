import { join } from 'node:path';
import { Dice } from '../verdict/perturbations.js';
import type { Fault, Place } from './faulted-step.js';
import { signalAll, victims } from './processes.js';

/**
 * Ways in which a process leaves the group, the session, the environment or the parent by which it could be found: those of
 * fixtures/programs/misbehaving/escapes.py.
 */
export const WAYS = [
  'same-group',
  'empty-environment',
  'own-session',
  'empty-environment-own-session',
  'daemon-without-environment',
  'changed-title',
  'changed-title-own-session',
  'ignores-signals',
  'starts-another',
  'relay',
  'many',
] as const;

const LONGEST_MS = 4_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGKILL'] as const;

/** Who gets which signal. */
export const KILLS: readonly (readonly [signal: NodeJS.Signals, target: string])[] = [
  ...['main', 'supervisor', 'suite'].flatMap((target) => SIGNALS.map((signal) => [signal, target] as const)),
  ['SIGKILL', 'main and supervisor'],
];

/** Shell text that leaves processes behind in one way. */
export const leaves = (way: string, { root }: Place): string =>
  `python3 '${join(root, 'fixtures/programs/misbehaving/escapes.py')}' ${way} "$TORTURE/pids"`;

/** A signal at a moment of the seed's, while a suite has left processes behind in a way of the seed's. */
export function killed(signal: NodeJS.Signals, target: string, seed: number, place: Place): Fault {
  const dice = new Dice(seed);
  const way = dice.pick(WAYS);
  const afterMs = dice.below(LONGEST_MS);
  return {
    run: `${leaves(way, place)}; sleep 0.5`,
    during: async (root) => {
      await new Promise((done) => setTimeout(done, afterMs));
      signalAll(victims(target, root), signal);
    },
  };
}
