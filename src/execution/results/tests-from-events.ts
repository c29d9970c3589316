import type { CollectedTest, EndEvent, StartEvent, StreamEvent } from '../../model/events.js';
import type { ProcessExit, TestAttempt } from '../../model/run.js';
import { STILL_RUNNING } from '../../verdict/final-state.js';
import { findStackLocation } from './stack-dump.js';
import { bareAttempt, isFinished, type AttemptOutput, type ObservedTest, type PathMapper } from './attempt-output.js';
import { CANCELLED, statusOfUnfinishedTest, isTimeLimit } from './unfinished-test.js';

interface DraftTry {
  readonly start: StartEvent | null;
  readonly end: EndEvent | null;
  /** An end that says something else and does not count. */
  readonly other?: EndEvent;
}

interface Draft {
  readonly test: CollectedTest;
  readonly tries: Map<number, DraftTry>;
}

/** Tests as the event stream of one attempt shows them, in the order of collection. */
export function observeEvents(output: AttemptOutput, suite: string, mapPath: PathMapper): readonly ObservedTest[] {
  const drafts = new Map<string, Draft>();
  for (const event of output.events) note(drafts, event);
  const finished = isFinished(output.events);
  return [...drafts.values()].map((draft) => observed(draft, { output, suite, finished }, mapPath));
}

function note(drafts: Map<string, Draft>, event: StreamEvent): void {
  if (event.e === 'collected') {
    for (const test of event.tests) if (!drafts.has(test.id)) drafts.set(test.id, { test, tries: new Map() });
  } else if (event.e === 'start' || event.e === 'end') {
    const draft: Draft = drafts.get(event.id) ?? { test: uncollected(event.id), tries: new Map<number, DraftTry>() };
    drafts.set(event.id, draft);
    const known = draft.tries.get(event.retry) ?? { start: null, end: null };
    draft.tries.set(event.retry, event.e === 'start' ? { ...known, start: event } : ended(known, event));
  }
}

/** A try ends once. Of two ends a failure counts: a test can append to the file that its process writes. */
function ended(known: DraftTry, next: EndEvent): DraftTry {
  const { end } = known;
  if (end === null) return { ...known, end: next };
  const [counts, other] = isFailure(end) ? [end, next] : [next, end];
  return { ...known, end: counts, ...(counts.status === other.status ? {} : { other }) };
}

function disagreementOf(tries: Iterable<DraftTry>): string {
  const all = [...tries].flatMap(({ end, other }) =>
    end === null || other === undefined ? [] : [[end, other] as const],
  );
  return all.map(([end, other]) => `the event stream contains both ${end.status} and ${other.status}`)[0] ?? '';
}

const isFailure = ({ status }: EndEvent): boolean => status === 'failed' || status === 'error' || status === 'timeout';

function uncollected(id: string): CollectedTest {
  return { id, name: id, file: '', line: 0 };
}

function observed(
  { test, tries }: Draft,
  { output, suite, finished }: { readonly output: AttemptOutput; readonly suite: string; readonly finished: boolean },
  mapPath: PathMapper,
): ObservedTest {
  const number = output.attempt?.number ?? 1;
  const exit = output.attempt?.exit ?? null;
  const [first, ...others] = [...tries].map(([retry, { start, end }]): TestAttempt => {
    if (end === null) return unfinishedTry(output, { retry, start }, finished, mapPath);
    const ended = endedTry(number, start, end, mapPath);
    if (!isEndedByUs(end, exit)) return ended;
    return isTimeLimit(exit)
      ? { ...ended, ...hung(output, end.worker ?? '', mapPath), status: 'timeout' }
      : { ...ended, status: 'interrupted' };
  });
  const ends = [...tries.values()].flatMap(({ end }) => end?.attachments ?? []);
  return {
    id: test.id,
    selector: test.selector ?? test.id,
    suite,
    name: test.name,
    classname: test.classname ?? '',
    file: test.file === '' ? '' : mapPath(test.file),
    line: test.line,
    tags: test.tags ?? [],
    properties: {},
    attachments: [...new Set(ends)],
    group: test.group ?? '',
    attempts: first === undefined ? [bareAttempt(number, 'not-run')] : [first, ...others],
    quarantine: null,
    disagreement: disagreementOf(tries.values()),
  };
}

/** True for a try that our own signal ended: the runner says so, or it failed only after the signal was sent. */
function isEndedByUs(end: EndEvent, exit: ProcessExit | null): boolean {
  if (end.status === 'interrupted') return isTimeLimit(exit);
  return exit?.stoppedAt !== undefined && end.t > exit.stoppedAt && (end.status === 'failed' || end.status === 'error');
}

function endedTry(number: number, start: StartEvent | null, end: EndEvent, mapPath: PathMapper): TestAttempt {
  return {
    number,
    retry: end.retry,
    status: end.status,
    durationMs: end.durationMs,
    startedAt: start?.t ?? end.t - end.durationMs,
    message: end.message,
    type: end.type,
    details: end.details,
    output: end.output ?? '',
    place: end.file === '' || end.line < 1 ? null : { file: mapPath(end.file), line: end.line },
    ...(end.steps === undefined ? {} : { steps: end.steps }),
  };
}

/** When the attempt was over, as well as it is known. */
function endOf({ attempt, events }: AttemptOutput): number {
  return attempt === null ? (events.at(-1)?.t ?? 0) : attempt.startedAt + attempt.exit.durationMs;
}

function unfinishedTry(
  output: AttemptOutput,
  { retry, start }: { readonly retry: number; readonly start: StartEvent | null },
  finished: boolean,
  mapPath: PathMapper,
): TestAttempt {
  const status = statusOfUnfinishedTest(output.attempt?.exit ?? null);
  // The clock of the machine may have been set meanwhile.
  const longest = output.attempt?.exit.durationMs ?? Infinity;
  const durationMs = start === null ? 0 : Math.min(longest, Math.max(0, endOf(output) - start.t));
  const attempt = { ...bareAttempt(output.attempt?.number ?? 1, status), retry, durationMs };
  const known = { ...attempt, startedAt: start?.t ?? null };
  if (status === 'timeout') return { ...known, ...hung(output, start?.worker ?? '', mapPath) };
  return { ...known, message: unfinishedMessage(status, finished) };
}

function unfinishedMessage(status: TestAttempt['status'], finished: boolean): string {
  if (status === 'interrupted') return CANCELLED;
  return finished ? 'the session ended inside this test' : 'the process died while this test ran';
}

/** What is reported of a test that our time limit ended: its stack, when its process could write it. */
function hung(
  { stacks }: AttemptOutput,
  worker: string,
  mapPath: PathMapper,
): Pick<TestAttempt, 'message' | 'details' | 'place'> {
  const standing = findStackLocation(stacks, worker, mapPath);
  const message = `${STILL_RUNNING}${standing?.where ?? ''}`;
  return { message, details: standing?.details ?? '', place: standing?.place ?? null };
}
