import type { PreparedSuite } from '../runners/runner.js';
import { hasSession, type AttemptWitness } from './witness.js';

/**
 * True when a rerun can ask for exactly these tests: through a runner that told us of them itself, through the template
 * of a command, or through our filter in a command whose tests all come from pytest.
 */
export function canSelect(
  prepared: PreparedSuite,
  witnesses: readonly AttemptWitness[],
  tests: readonly { readonly id: string }[],
): boolean {
  const events = witnesses.flatMap((witness) => witness.events);
  if (prepared.witness === 'events') return prepared.canSelect && hasSession(events);
  if (prepared.canSelect) return true;
  const isPytest = events.every((event) => event.e !== 'session' || event.runner === 'pytest');
  const told = new Set(events.flatMap((event) => (event.e === 'collected' ? event.tests.map(({ id }) => id) : [])));
  return isPytest && tests.every(({ id }) => told.has(id));
}

/** True when a runner could not even load our event writer, because its interpreter is shut off from the environment. */
export function refusesStream({ events, tail }: AttemptWitness): boolean {
  return !hasSession(events) && /(Error importing plugin "|No module named '?)qaagent_(pytest|behave)/.test(tail);
}
