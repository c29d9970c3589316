// Joins the attempts of a suite to one record per test.
import type { NonEmpty, TestAttempt, TestCase } from '../../model/run.js';
import type { PreparedSuite } from '../../runners/runner.js';
import { isBad } from '../../verdict/final-state.js';
import { firstStart } from '../../verdict/retry-story.js';
import { observeAttempt } from './combine-sources.js';
import {
  bareAttempt,
  hasSession,
  isFinished,
  type AttemptOutput,
  type ObservedTest,
  type PathMapper,
} from './attempt-output.js';

interface Entry {
  readonly test: ObservedTest;
  readonly tries: readonly TestAttempt[];
}

/** A test with the group that must be rerun together with it. */
export interface LedgerTest extends TestCase {
  readonly group: string;
}

/**
 * The truth per test over all attempts of a suite. A rerun changes only the tests it was asked for; one that it was
 * asked for and did not show is lost, unless the attempt itself broke off.
 */
export function buildLedger(
  suite: { readonly name: string; readonly prepared: PreparedSuite },
  outputs: readonly AttemptOutput[],
  mapPath: PathMapper,
): readonly LedgerTest[] {
  const entries = new Map<string, Entry>();
  for (const output of outputs) {
    const observed = observeAttempt(output, suite.prepared, mapPath);
    if (output.attempt?.mode === 'replay') {
      addReplay(entries, observed, output.requested);
      continue;
    }
    if (output.requested === null) for (const test of observed) addTries(entries, test, test.tries);
    else addRerun(entries, observed, output, output.requested, suite.prepared);
  }
  return Array.from(entries.values()).flatMap((entry) => toTestCase(suite.name, entry) ?? []);
}

/** What a rerun says of the tests that it was asked for. */
function addRerun(
  entries: Map<string, Entry>,
  observed: readonly ObservedTest[],
  output: AttemptOutput,
  requested: ReadonlySet<string>,
  prepared: PreparedSuite,
): void {
  const relevant = observed.filter(({ id }) => requested.has(id));
  const withSet = setMarker(entries, requested, prepared);
  for (const test of relevant) {
    const tries = test.tries.map((tried) => withSet(test.id, tried));
    addTries(entries, test, tries);
  }
  addMissing(entries, output, requested, new Set(relevant.map(({ id }) => id)));
}

/**
 * A replay answers whether a test fails after the tests before it; one that did not come to its end answers nothing. Of
 * the tests before it, one that fails this time is flaky: its failure comes before the pass that the first attempt saw.
 */
function addReplay(
  entries: Map<string, Entry>,
  observed: readonly ObservedTest[],
  requested: ReadonlySet<string> | null,
): void {
  for (const test of observed) {
    const tries = test.tries.filter(({ status }) => status !== 'not-run' && status !== 'interrupted');
    const entry = entries.get(test.id);
    if (tries.length === 0 || entry === undefined) continue;
    if (requested?.has(test.id) === true) addTries(entries, test, tries);
    else if (hasPassed(entry)) {
      const bad = tries.filter(({ status }) => isBad(status));
      entries.set(test.id, { ...entry, tries: [...bad, ...entry.tries] });
    }
  }
}

function hasPassed({ tries }: Entry): boolean {
  return tries.at(-1)?.status === 'passed';
}

/** A function that marks what ran in a smaller set: in a rerun without tests that ran before it in the first attempt. */
function setMarker(
  entries: ReadonlyMap<string, Entry>,
  requested: ReadonlySet<string>,
  { resultSource }: PreparedSuite,
): (id: string, tried: TestAttempt) => TestAttempt {
  const order = runOrder(entries);
  const left = order.findIndex((id) => !requested.has(id));
  // Only a tool whose reruns collect what the first attempt did runs the same program.
  const whole = new Set(resultSource === 'events' ? order.slice(0, left < 0 ? order.length : left) : []);
  return (id, tried) => (whole.has(id) ? tried : { ...tried, ranWith: requested.size });
}

/** Ids in the order in which the first attempt ran them. */
function runOrder(entries: ReadonlyMap<string, Entry>): readonly string[] {
  const began = [...entries].map(([id, { tries }]) => ({ id, at: firstStart(tries) }));
  return began
    .filter(({ at }) => at !== Infinity)
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);
}

function addTries(entries: Map<string, Entry>, test: ObservedTest, tries: readonly TestAttempt[]): void {
  const entry = entries.get(test.id);
  if (entry === undefined) {
    entries.set(test.id, { test, tries });
    return;
  }
  const attachments = [...new Set([...entry.test.attachments, ...test.attachments])];
  const disagreement = test.disagreement === '' ? entry.test.disagreement : test.disagreement;
  entries.set(test.id, { test: { ...entry.test, attachments, disagreement }, tries: [...entry.tries, ...tries] });
}

function addMissing(
  entries: Map<string, Entry>,
  output: AttemptOutput,
  requested: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): void {
  const number = output.attempt?.number ?? 1;
  const isWhole = brokeOff(output) === null;
  for (const id of requested) {
    const entry = entries.get(id);
    if (seen.has(id) || entry === undefined) continue;
    const lost = bareAttempt(number, 'lost', 'the rerun did not know this test');
    entries.set(id, { ...entry, tries: [...entry.tries, isWhole ? lost : bareAttempt(number, 'not-run')] });
  }
}

/** Why an attempt did not come to its own end; null when it did. */
function brokeOff({ attempt, events, reports }: AttemptOutput): string | null {
  if (attempt === null) return null;
  const { reason, signal, startError } = attempt.exit;
  if (reason !== null || signal !== null || startError !== '') return reason ?? signal ?? startError;
  const collected = events.some(({ e }) => e === 'collected' || e === 'missing');
  if (!collected && reports.length === 0) return 'nothing was seen of it';
  return hasSession(events) && !isFinished(events) ? 'crashed' : null;
}

function toTestCase(suite: string, { test, tries }: Entry): LedgerTest | null {
  if (!isNonEmpty(tries)) return null;
  const known = {
    id: test.id,
    selector: test.selector,
    suite,
    name: test.name,
    classname: test.classname,
    file: test.file,
    line: test.line,
    attempts: tries,
    tags: test.tags,
    properties: test.properties,
    attachments: test.attachments,
    quarantine: null,
    disagreement: test.disagreement,
    group: test.group,
  };
  return test.origin === undefined ? known : { ...known, origin: test.origin };
}

const isNonEmpty = (tries: readonly TestAttempt[]): tries is NonEmpty<TestAttempt> => tries.length > 0;
