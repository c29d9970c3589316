// Joins the attempts of a suite to one record per test.
import type { NonEmpty, TestAttempt } from '../../model/run.js';
import type { PreparedSuite } from '../../runners/runner.js';
import { isBad } from '../../verdict/final-state.js';
import { firstStart } from '../../verdict/retry-story.js';
import { observeAttempt } from './combine-sources.js';
import {
  bareAttempt,
  hasSession,
  isFinished,
  type AttemptOutput,
  type ObservedSuite,
  type ObservedTest,
  type PathMapper,
} from './attempt-output.js';

/** Tests by their ids, in the order in which they were first seen. */
type Ledger = Map<string, ObservedTest>;

/**
 * The truth per test over all attempts of a suite. A rerun changes only the tests it was asked for; one that it was
 * asked for and did not show is lost, unless the attempt itself broke off.
 */
export function buildLedger(
  suite: ObservedSuite,
  outputs: readonly AttemptOutput[],
  mapPath: PathMapper,
): readonly ObservedTest[] {
  const ledger: Ledger = new Map();
  for (const output of outputs) {
    const observed = observeAttempt(output, suite, mapPath);
    if (output.attempt?.mode === 'replay') addReplay(ledger, observed, output.requested);
    else if (output.requested === null) for (const test of observed) addAttempts(ledger, test, test.attempts);
    else addRerun(ledger, observed, output, output.requested, suite.prepared);
  }
  return [...ledger.values()];
}

/** What a rerun says of the tests that it was asked for. */
function addRerun(
  ledger: Ledger,
  observed: readonly ObservedTest[],
  output: AttemptOutput,
  requested: ReadonlySet<string>,
  prepared: PreparedSuite,
): void {
  const relevant = observed.filter(({ id }) => requested.has(id));
  // A command may run whole files for the tests that are asked for.
  const size = Math.max(requested.size, observed.filter(hasRun).length);
  const withSet = setMarker(ledger, requested, size, prepared);
  for (const test of relevant) {
    const attempts = test.attempts.map((attempt) => withSet(test.id, attempt));
    addAttempts(ledger, test, attempts);
  }
  addMissing(ledger, output, requested, new Set(relevant.map(({ id }) => id)));
}

/**
 * A replay answers whether a test fails after the tests before it; one that did not come to its end answers nothing. Of
 * the tests before it, one that fails this time is flaky: its failure comes before the pass that the first attempt saw.
 */
function addReplay(ledger: Ledger, observed: readonly ObservedTest[], requested: ReadonlySet<string> | null): void {
  for (const test of observed) {
    const attempts = test.attempts.filter(({ status }) => status !== 'not-run' && status !== 'interrupted');
    const known = ledger.get(test.id);
    if (attempts.length === 0 || known === undefined) continue;
    if (requested?.has(test.id) === true) addAttempts(ledger, test, attempts);
    else if (known.attempts.at(-1)?.status === 'passed') {
      const all = [...attempts.filter(({ status }) => isBad(status)), ...known.attempts];
      if (isNonEmpty(all)) ledger.set(test.id, { ...known, attempts: all });
    }
  }
}

const hasRun = ({ attempts }: ObservedTest): boolean =>
  attempts.some(({ status }) => !['skipped', 'not-run', 'lost'].includes(status));

/** A function that marks what ran in a smaller set: in a rerun without tests that ran before it in the first attempt. */
function setMarker(
  ledger: ReadonlyMap<string, ObservedTest>,
  requested: ReadonlySet<string>,
  size: number,
  { resultSource }: PreparedSuite,
): (id: string, tried: TestAttempt) => TestAttempt {
  const order = runOrder(ledger);
  const left = order.findIndex((id) => !requested.has(id));
  // Only a tool whose reruns collect what the first attempt did runs the same program.
  const whole = new Set(resultSource === 'events' ? order.slice(0, left < 0 ? order.length : left) : []);
  return (id, tried) => (whole.has(id) ? tried : { ...tried, ranWith: size });
}

/** Ids in the order in which the first attempt ran them. */
function runOrder(ledger: ReadonlyMap<string, ObservedTest>): readonly string[] {
  const began = [...ledger].map(([id, { attempts }]) => ({ id, at: firstStart(attempts) }));
  return began
    .filter(({ at }) => at !== Infinity)
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);
}

function addAttempts(ledger: Ledger, test: ObservedTest, attempts: readonly TestAttempt[]): void {
  const known = ledger.get(test.id);
  if (known === undefined) {
    ledger.set(test.id, isNonEmpty(attempts) && attempts !== test.attempts ? { ...test, attempts } : test);
    return;
  }
  const attachments = [...new Set([...known.attachments, ...test.attachments])];
  const disagreement = test.disagreement === '' ? known.disagreement : test.disagreement;
  ledger.set(test.id, { ...known, attachments, disagreement, attempts: [...known.attempts, ...attempts] });
}

function addMissing(
  ledger: Ledger,
  output: AttemptOutput,
  requested: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): void {
  const number = output.attempt?.number ?? 1;
  const isWhole = brokeOff(output) === null;
  for (const id of requested) {
    const known = ledger.get(id);
    if (seen.has(id) || known === undefined) continue;
    const lost = bareAttempt(number, 'lost', 'the rerun did not include this test');
    ledger.set(id, { ...known, attempts: [...known.attempts, isWhole ? lost : bareAttempt(number, 'not-run')] });
  }
}

/** Why an attempt did not come to its own end; null when it did. */
function brokeOff({ attempt, events, reports }: AttemptOutput): string | null {
  if (attempt === null) return null;
  const { reason, signal, startError } = attempt.exit;
  if (reason !== null || signal !== null || startError !== '') return reason ?? signal ?? startError;
  const collected = events.some(({ e }) => e === 'collected' || e === 'missing');
  if (!collected && reports.length === 0) return 'it was not reported';
  return hasSession(events) && !isFinished(events) ? 'crashed' : null;
}

const isNonEmpty = (attempts: readonly TestAttempt[]): attempts is NonEmpty<TestAttempt> => attempts.length > 0;
