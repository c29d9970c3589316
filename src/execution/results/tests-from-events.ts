import type { CollectedTest, EndEvent, StartEvent, StreamEvent } from '../../model/events.js';
import type { TestAttempt } from '../../model/run.js';
import { readStanding } from './stack-dump.js';
import {
  bareAttempt,
  fateOfUnfinished,
  isFinished,
  isTimeLimit,
  type AttemptWitness,
  type ObservedTest,
  type PathMapper,
} from './attempt-output.js';

interface DraftTry {
  readonly start: StartEvent | null;
  readonly end: EndEvent | null;
}

interface Draft {
  readonly test: CollectedTest;
  readonly tries: Map<number, DraftTry>;
}

/** Tests as the event stream of one attempt shows them, in the order of collection. */
export function observeEvents(witness: AttemptWitness, mapPath: PathMapper): readonly ObservedTest[] {
  const drafts = new Map<string, Draft>();
  for (const event of witness.events) note(drafts, event);
  const finished = isFinished(witness.events);
  return [...drafts.values()].map((draft) => observed(draft, witness, finished, mapPath));
}

function note(drafts: Map<string, Draft>, event: StreamEvent): void {
  if (event.e === 'collected') {
    for (const test of event.tests) if (!drafts.has(test.id)) drafts.set(test.id, { test, tries: new Map() });
  } else if (event.e === 'start' || event.e === 'end') {
    const draft: Draft = drafts.get(event.id) ?? { test: uncollected(event.id), tries: new Map<number, DraftTry>() };
    drafts.set(event.id, draft);
    const known = draft.tries.get(event.retry) ?? { start: null, end: null };
    draft.tries.set(event.retry, event.e === 'start' ? { ...known, start: event } : { ...known, end: event });
  }
}

function uncollected(id: string): CollectedTest {
  return { id, name: id, file: '', line: 0 };
}

function observed(
  { test, tries }: Draft,
  witness: AttemptWitness,
  finished: boolean,
  mapPath: PathMapper,
): ObservedTest {
  const number = witness.attempt?.number ?? 1;
  const exit = witness.attempt?.exit ?? null;
  const attempts = [...tries].map(([retry, { start, end }]): TestAttempt => {
    if (end === null) return unfinishedTry(witness, { retry, start }, finished, mapPath);
    const ended = endedTry(number, start, end, mapPath);
    // Playwright and Behave call what our time limit ended an interruption.
    return end.status === 'interrupted' && isTimeLimit(exit)
      ? { ...ended, ...hung(witness, end.worker ?? '', mapPath), status: 'timeout' }
      : ended;
  });
  const ends = [...tries.values()].flatMap(({ end }) => end?.attachments ?? []);
  return {
    id: test.id,
    selector: test.selector ?? test.id,
    name: test.name,
    classname: test.classname ?? '',
    file: test.file === '' ? '' : mapPath(test.file),
    line: test.line,
    tags: test.tags ?? [],
    properties: {},
    attachments: [...new Set(ends)],
    group: test.group ?? '',
    tries: attempts.length > 0 ? attempts : [bareAttempt(number, 'not-run')],
    disagreement: '',
  };
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
  };
}

/** When the attempt was over, as well as it is known. */
function endOf({ attempt, events }: AttemptWitness): number {
  return attempt === null ? (events.at(-1)?.t ?? 0) : attempt.startedAt + attempt.exit.durationMs;
}

function unfinishedTry(
  witness: AttemptWitness,
  { retry, start }: { readonly retry: number; readonly start: StartEvent | null },
  finished: boolean,
  mapPath: PathMapper,
): TestAttempt {
  const status = fateOfUnfinished(witness.attempt?.exit ?? null);
  const durationMs = start === null ? 0 : Math.max(0, endOf(witness) - start.t);
  const attempt = { ...bareAttempt(witness.attempt?.number ?? 1, status), retry, durationMs };
  const known = { ...attempt, startedAt: start?.t ?? null };
  if (status === 'timeout') return { ...known, ...hung(witness, start?.worker ?? '', mapPath) };
  return { ...known, message: unfinishedMessage(status, finished) };
}

function unfinishedMessage(fate: TestAttempt['status'], finished: boolean): string {
  if (fate === 'interrupted') return 'still running when the run was cancelled';
  return finished ? 'the session ended inside this test' : 'the process died while this test ran';
}

/** What is told of a test that our time limit ended: where it stood, when its process could say so. */
function hung(
  { stacks }: AttemptWitness,
  worker: string,
  mapPath: PathMapper,
): Pick<TestAttempt, 'message' | 'details' | 'place'> {
  const standing = readStanding(stacks, worker, mapPath);
  const message = `still running when the time limit ended the suite${standing?.where ?? ''}`;
  return { message, details: standing?.details ?? '', place: standing?.place ?? null };
}
