import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { finalStateOf, isBad } from '../../src/verdict/final-state.js';
import { batchesOfRound, planRetry, type RetryBatch } from '../../src/execution/retry-plan.js';
import { addAttempt, EMPTY_STATE, type SuiteState } from '../../src/execution/suite-state.js';
import { outcomeOf } from '../../src/verdict/verdict.js';
import type { AttemptOutput } from '../../src/execution/results/attempt-output.js';
import type { StreamEvent } from '../../src/model/events.js';
import { anExit, aSuite, aTool, anOutput, collected, end, finish, missing, session, start } from './an-attempt.js';
import { runs } from '../runs.js';

/**
 * What a test does each time it is run. `fade`: it passes, and the process is gone at once; `vanish`: from then on the
 * runner does not know it.
 */
type Deed = 'pass' | 'fail' | 'skip' | 'crash' | 'leave' | 'fade' | 'hang' | 'vanish';
type Script = readonly Deed[];

const deed = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Deed>('pass') },
  { weight: 4, arbitrary: fc.constant<Deed>('fail') },
  { weight: 4, arbitrary: fc.constantFrom<Deed>('skip', 'crash', 'leave', 'fade', 'hang', 'vanish') },
);
const scripts = fc.array(fc.array(deed, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });

/** A runner as honest as a real one: it runs what is asked in order until something ends it. */
class Stage {
  /** What tests did in attempts that count for them. */
  readonly done = new Map<string, Deed[]>();
  /** Tests that failed when they ran before those of a replay. */
  readonly relapsed = new Set<string>();
  private readonly runs = new Map<string, number>();
  private time = 1000;

  constructor(private readonly plays: ReadonlyMap<string, Script>) {}

  attempt(batch: RetryBatch | null, number: number): AttemptOutput {
    const { mode = 'full' } = batch ?? {};
    const requested = batch?.tests?.map(({ id }) => id) ?? null;
    const counted = batch?.counted?.map(({ id }) => id) ?? requested;
    const ids = [...this.plays.keys()].filter((id) => requested?.includes(id) ?? true);
    const there = ids.filter((id) => this.next(id) !== 'vanish');
    const gone = ids.filter((id) => !there.includes(id));
    const opening = requested === null ? [session] : [session, missing(gone)];
    const { events, exit } = this.act(there, counted);
    const asked = counted === null ? null : new Set(counted);
    const output = anOutput([...opening, collected(there), ...events], { number, requested: asked, exit });
    return output.attempt === null ? output : { ...output, attempt: { ...output.attempt, mode } };
  }

  private next(id: string): Deed {
    const script = this.plays.get(id) ?? [];
    const count = this.runs.get(id) ?? 0;
    return count > 0 && script.slice(0, count + 1).includes('vanish') ? 'vanish' : (script[count] ?? 'pass');
  }

  private act(
    ids: readonly string[],
    counted: readonly string[] | null,
  ): {
    readonly events: readonly StreamEvent[];
    readonly exit: ReturnType<typeof anExit>;
  } {
    const events: StreamEvent[] = [];
    let red = false;
    for (const id of ids) {
      const deed = this.next(id);
      this.runs.set(id, (this.runs.get(id) ?? 0) + 1);
      if (counted?.includes(id) ?? true) this.done.set(id, [...(this.done.get(id) ?? []), deed]);
      else if (['fail', 'crash', 'leave', 'hang'].includes(deed)) this.relapsed.add(id);
      this.time += 10;
      events.push(start(id, 0, this.time));
      if (deed === 'crash') return { events, exit: anExit({ exitCode: null, signal: 'SIGSEGV' }) };
      if (deed === 'leave') return { events, exit: anExit({ exitCode: 0 }) };
      if (deed === 'hang') return { events, exit: anExit({ exitCode: 2, reason: 'timeout' }) };
      red ||= deed === 'fail';
      events.push(end(id, deed === 'fail' ? 'failed' : deed === 'skip' ? 'skipped' : 'passed'));
      if (deed === 'fade') return { events, exit: anExit({ exitCode: 0 }) };
    }
    // As Behave does, a rerun speaks of tests that it was not asked for.
    for (const id of this.plays.keys()) if (!ids.includes(id) && this.done.has(id)) events.push(end(id, 'skipped'));
    const exitCode = ids.length === 0 ? 5 : red ? 1 : 0;
    return { events: [...events, finish(exitCode)], exit: anExit({ exitCode }) };
  }
}

const explainExit = (code: number) =>
  code === 5 ? ({ outcome: 'no-tests', message: 'collected nothing', remedy: '' } as const) : null;
const prepared = aTool({ explainExit });
const suite = aSuite({ retries: 3 });
const identity = { suite, prepared, mapPath: (path: string) => path };

function play(plays: readonly Script[], retries: number): { readonly stage: Stage; readonly states: SuiteState[] } {
  const stage = new Stage(new Map(plays.map((script, index) => [`t${index}`, script] as const)));
  const states = [addAttempt(EMPTY_STATE, stage.attempt(null, 1), identity)];
  const last = (): SuiteState => states.at(-1) ?? EMPTY_STATE;
  for (let round = 0; round < retries; round += 1) {
    const plan = planRetry(last().tests, last().problems, prepared, { maxFailures: 100, canSelect: true });
    if ('refused' in plan) break;
    const isLast = round === retries - 1;
    for (const batch of batchesOfRound(plan.batches, isLast, prepared, () => last().tests)) {
      states.push(addAttempt(last(), stage.attempt(batch, states.length + 1), identity));
    }
  }
  return { stage, states };
}

const outcome = ({ tests, problems }: SuiteState, noTests: 'fail' | 'pass' = 'fail') =>
  outcomeOf(
    { suite, attempts: [], tests, problems, startedAt: 0, durationMs: 0, tool: null },
    { flakyResult: 'pass', orderDependentResult: 'fail', noTests },
  );

describe('rounds of reruns', () => {
  test('are green only when every test ended well the last time it ran, and every test ran', () => {
    fc.assert(
      fc.property(scripts, fc.nat({ max: 3 }), (plays, retries) => {
        const { stage, states } = play(plays, retries);
        const state = states.at(-1) ?? EMPTY_STATE;
        const collectedIds = plays.flatMap(([first], index) => (first === 'vanish' ? [] : [`t${index}`]));
        const endedWell = collectedIds.every((id) => {
          const deeds = stage.done.get(id) ?? [];
          return (
            ['pass', 'fade'].includes(deeds.at(-1) ?? '') ||
            (deeds.length > 0 && deeds.every((each) => each === 'skip'))
          );
        });
        const ran = collectedIds.some(
          (id) => stage.done.get(id)?.some((each) => each === 'pass' || each === 'fade') === true,
        );
        if (outcome(state) === 'passed') expect({ endedWell, ran }).toEqual({ endedWell: true, ran: true });
        const isClear = states.every(({ outputs }) => outputs.at(-1)?.attempt?.mode !== 'replay');
        if (endedWell && ran && isClear && !plays.flat().includes('fade')) expect(outcome(state)).toBe('passed');
      }),
      runs(2000),
    );
  });

  test('do not cover up a process that died with nothing left to run', () => {
    fc.assert(
      fc.property(scripts, fc.nat({ max: 3 }), (plays, retries) => {
        const { states } = play(plays, retries);
        const diedOutside = states.some(({ outputs, tests }) => {
          const { events, requested, attempt } = outputs.at(-1) ?? anOutput([]);
          if (attempt?.mode === 'replay') return false;
          const asked = tests.filter(({ id }) => requested?.has(id) ?? true);
          const left = asked.filter(
            (each) => !['passed', 'failed', 'skipped', 'lost'].includes(each.attempts.at(-1)?.status ?? ''),
          );
          return left.length === 0 && !events.some(({ e }) => e === 'finish');
        });
        if (diedOutside) expect(outcome(states.at(-1) ?? EMPTY_STATE)).not.toBe('passed');
      }),
      runs(1000),
    );
  });

  test('never ask again for a test that passed, except to learn whether it needs a smaller set to pass', () => {
    fc.assert(
      fc.property(scripts, (plays) => {
        const { states } = play(plays, 3);
        states.slice(1).forEach(({ outputs }, index) => {
          if (outputs.at(-1)?.attempt?.mode === 'replay') return;
          const before = new Map(states[index]?.tests.map((each) => [each.id, each.attempts.at(-1)?.status]));
          for (const id of outputs.at(-1)?.requested ?? []) {
            expect(['passed', 'skipped', 'lost']).not.toContain(before.get(id));
          }
        });
      }),
      runs(500),
    );
  });

  test('change nothing about tests that they did not ask for, unless a replay sees them fail', () => {
    fc.assert(
      fc.property(scripts, (plays) => {
        const { states } = play(plays, 3);
        states.slice(1).forEach(({ outputs, tests }, index) => {
          if (outputs.at(-1)?.attempt?.mode === 'replay') return;
          const before = new Map(states[index]?.tests.map((each) => [each.id, each]));
          const requested = outputs.at(-1)?.requested ?? new Set();
          for (const each of tests.filter(({ id }) => !requested.has(id))) expect(each).toEqual(before.get(each.id));
        });
      }),
      runs(500),
    );
  });

  test('call flaky or order-dependent exactly what failed and then passed', () => {
    fc.assert(
      fc.property(scripts, fc.nat({ max: 3 }), (plays, retries) => {
        const { stage, states } = play(plays, retries);
        for (const each of states.at(-1)?.tests ?? []) {
          if (stage.relapsed.has(each.id)) expect(finalStateOf(each)).not.toBe('passed');
          const statuses = each.attempts.map(({ status }) => status);
          const isGood = statuses.at(-1) === 'passed' && statuses.some(isBad);
          const replayed = each.attempts.at(-1)?.ranWith === undefined && statuses.slice(1, -1).includes('passed');
          const state = finalStateOf(each);
          if (stage.relapsed.has(each.id)) continue;
          expect(state === 'flaky' || (state === 'order-dependent' && !replayed)).toBe(isGood);
        }
      }),
      runs(500),
    );
  });

  test('never hide a red test behind a policy for empty suites', () => {
    fc.assert(
      fc.property(scripts, fc.nat({ max: 3 }), (plays, retries) => {
        const state = play(plays, retries).states.at(-1) ?? EMPTY_STATE;
        const isRed = state.tests.some((each) => !['passed', 'flaky', 'skipped'].includes(finalStateOf(each)));
        if (isRed) expect(['passed', 'no-tests', 'skipped']).not.toContain(outcome(state, 'pass'));
      }),
      runs(1000),
    );
  });
});
