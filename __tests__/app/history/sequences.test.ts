import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Outcome, Workflow } from './play-sequence.js';
import { FAULTS, SEQUENCES, type Step } from './sequences.js';

let workflow: Workflow;
beforeEach(async () => void (workflow = await Workflow.start()));
afterEach(async () => workflow.close());

/** Runs a workflow several times; what each run says is compared with what it should. */
async function play(steps: readonly Step[]): Promise<Outcome> {
  let last: Outcome | null = null;
  for (const step of steps) {
    last = await workflow.run(step);
    const { claims, warning } = step;
    if (claims !== undefined) expect({ step, claims: last.claims }).toEqual({ step, claims });
    expectWarnings(last, warning);
  }
  expect(workflow.violations).toEqual([]);
  if (last === null) throw new Error('a sequence has a run');
  return last;
}

function expectWarnings({ problems }: Outcome, warning: RegExp | undefined): void {
  const expected = warning === undefined ? [] : [{ severity: 'warning', message: expect.stringMatching(warning) }];
  expect(problems).toEqual(expected.map((each) => expect.objectContaining(each)));
}

describe('histories over several runs', () => {
  test.each(SEQUENCES)('%s', async (_what, steps) => {
    await play(steps);
  });
});

const MAIN: Step = { event: 'push', states: { a: 'failed', b: 'passed', c: 'failed' } };
const PULL: Step = { event: 'pull request', states: { a: 'failed', b: 'failed', c: 'passed' } };
const PUSH: Step = { ...PULL, event: 'push' };

describe('a history that cannot be read is one warning and never a claim', () => {
  test.each(FAULTS.flatMap(([fault, reason]) => [[fault, PULL, reason] as const, [fault, PUSH, reason] as const]))(
    '%s, $event',
    async (fault, step, warning) => {
      const { view, summary, problems } = await play([MAIN, { ...step, fault, claims: null, warning }]);
      expect(view.title).toMatch(/^2 failures \(1 cause\), 1 passed/);
      expect(view.causes.map(({ age, since }) => [age, since])).toEqual([[null, null]]);
      expect([view.fresh, view.fixed]).toEqual([0, []]);
      expect(view.problems.map(({ severity }) => severity)).toEqual(['warning']);
      expect(problems[0]?.place).toMatch(/^artifact qa-history-Tests-qa-[\da-f]{10}(?: of run 101)?$/);
      expect(problems[0]?.remedy).not.toBe('');
      expect(summary).toContain('The history of main could not be read, so it is unknown which failures are new.');
      expect(summary).not.toMatch(/There is no history of|known since|new since|new failure|known failure|✓|fixed/);
    },
  );

  const ofOne = FAULTS.filter(([fault]) => !/^listing|^download/.test(fault));
  test.each(ofOne)('%s: the run before it is compared with, and the warning says so', async (fault, reason) => {
    const older: Step = { event: 'push', states: { a: 'failed', b: 'passed', c: 'passed' } };
    const claims = { fresh: ['b'], known: ['a since 1'] };
    const { summary, problems, view } = await play([older, MAIN, { ...PULL, fault, claims, warning: reason }]);
    expect(problems[0]).toMatchObject({
      place: expect.stringMatching(/ of run 102$/),
      message: expect.stringMatching(
        /^the newest history of main could not be read, so this run is compared with run 1: /,
      ),
      remedy: 'The next run on main saves a new one.',
    });
    expect(view.problems).toHaveLength(1);
    expect(summary).toContain('Compared with run 1: a newer history of main could not be read.');
  });

  test('whatever is wrong with the newest three', async () => {
    const cut: Step = { ...MAIN, fault: 'half a file', warning: /not JSON/ };
    const steps: readonly Step[] = [
      MAIN,
      { ...cut },
      { ...cut, warning: /not JSON; 1 older history could not be read either/ },
    ];
    const last: Step = {
      ...PULL,
      fault: 'half a file',
      claims: null,
      warning: /not JSON; 2 older histories could not be read either/,
    };
    await play([...steps, last]);
  });
});
