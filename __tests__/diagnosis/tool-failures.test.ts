import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { diagnoseRun } from '../../src/diagnosis/diagnose-run.js';
import type { Failure } from '../../src/model/diagnosis.js';
import { expectLinearCost } from '../linear-cost.js';
import { aFailure } from './a-failure.js';

interface Recorded {
  readonly tool: string;
  readonly how: string;
  readonly runner: string;
  readonly failures: readonly Pick<Failure, 'testId' | 'type' | 'message' | 'details'>[];
}

interface ExpectedCause {
  readonly category: string;
  readonly kind: string;
  readonly confidence: string;
  readonly rootCause: string;
  readonly suggestion: string;
  readonly tests: readonly string[];
}

const FOLDER = resolve(import.meta.dirname, '../../fixtures/failures/quality');
const read = (folder: string, name: string): unknown => JSON.parse(readFileSync(join(FOLDER, folder, name), 'utf8'));

/** The failures of one really run tool, as the run hands them to the diagnosis. */
function recorded(folder: string): readonly Failure[] {
  const { runner, failures } = read(folder, 'failures.json') as Recorded;
  return failures.map((failure) =>
    aFailure({
      ...failure,
      key: failure.testId,
      suite: runner,
      runner,
      name: failure.testId.split(' › ').at(-1) ?? '',
    }),
  );
}

const causesOf = (failures: readonly Failure[]): readonly ExpectedCause[] =>
  diagnoseRun(failures).causes.map(({ category, kind, confidence, rootCause, suggestion, failures: tests }) => {
    return { category, kind, confidence, rootCause, suggestion, tests };
  });

const UNITS = [
  'a',
  ' ',
  '\n',
  '  a\n    <a\n',
  'a (b, critical)\n',
  '\n----\n',
  '9 times: ',
  'p95 of ',
  '100 % of 9 requests to ',
  '<a ',
  '`',
];

describe.each(['schemathesis', 'axe', 'lighthouse', 'locust'])('hostile text in the name of %s', (runner) => {
  const failuresOf = (times: number): readonly Failure[] =>
    UNITS.map((unit) => unit.repeat(times)).flatMap((text) =>
      ['error', 'exception', 'label', text].map((type) =>
        aFailure({ runner, type, testId: text, name: text, message: text, details: text, output: text }),
      ),
    );

  test('becomes one bounded diagnosis', () => {
    for (const failure of failuresOf(5_000)) {
      const [diagnosis] = diagnoseRun([failure]).diagnoses;
      expect(diagnosis?.rootCause).not.toBe('');
      expect(diagnosis?.rootCause.length).toBeLessThanOrEqual(240);
      expect(diagnosis?.suggestion.length).toBeLessThanOrEqual(800);
      expect(diagnosis?.quotes.length).toBeLessThanOrEqual(3);
      for (const quote of diagnosis?.quotes ?? []) expect(quote.length).toBeLessThanOrEqual(300);
      expect(diagnosis?.causeKey.length).toBeLessThanOrEqual(2000);
    }
  });

  test('costs no more than it is long', () => {
    expectLinearCost(250, (times) => {
      for (const failure of failuresOf(times)) diagnoseRun([failure]);
    });
  });
});

describe.each(readdirSync(FOLDER))('the failures of a real run: %s', (folder) => {
  const failures = recorded(folder);

  test('have the causes that a person named', () => {
    expect(causesOf(failures)).toEqual(read(folder, 'expected.json'));
  });

  test('are each known, worded with the entity first, and quoted verbatim', () => {
    for (const { category, rootCause, quotes, key } of diagnoseRun(failures).diagnoses) {
      const failure = failures.find((one) => one.key === key);
      // What a load script raises by itself has no category.
      expect([key, category === 'unknown']).toEqual([key, key.includes('users: ')]);
      expect(rootCause).not.toMatch(/^(?:Error|Undocumented|Response|[A-Z]\w*Error)\b/);
      expect(quotes.length).toBeGreaterThan(0);
      for (const quote of quotes) expect(`${failure?.message ?? ''}\n${failure?.details ?? ''}`).toContain(quote);
    }
  });
});

describe('failures of one cause', () => {
  const page = (path: string, ...rules: readonly string[]): Failure =>
    aFailure({
      ...{ key: path, runner: 'axe', testId: `axe › ${path}`, type: 'label' },
      message: `${path} breaks ${rules.length} rules`,
      details: rules.join('\n\n'),
    });
  const LABEL =
    'Form elements must have labels (label, critical)\n  https://example.com/label\n  #search\n    <input id="search">';
  const BUTTON =
    'Buttons must have discernible text (button-name, critical)\n  https://example.com/button\n  .go\n    <button class="go">';

  test('an element that breaks a rule on ten pages is one, also where a page has a violation of its own', () => {
    const pages = Array.from({ length: 10 }, (_, at) => page(`/${at}`, ...(at === 3 ? [BUTTON, LABEL] : [LABEL])));
    const [cause, ...more] = diagnoseRun(pages).causes;
    expect(more).toEqual([]);
    expect(cause?.rootCause).toBe('input#search has no label (rule label, critical) on /0, /1, /2 and 7 more pages');
  });

  test('an operation that fails several checks, in suites of two versions of the tool, is one', () => {
    const suites = ['schemathesis-3', 'schemathesis-4'].flatMap((folder) =>
      recorded(folder)
        .filter(({ testId }) => testId.startsWith('GET /pets/{pet_id} › ') && !testId.endsWith('unsupported_method'))
        .map((failure) => ({ ...failure, suite: folder, key: `${folder}:${failure.key}` })),
    );
    const [cause, ...more] = diagnoseRun(suites).causes;
    expect(more).toEqual([]);
    expect(cause?.failures).toHaveLength(4);
    expect(cause?.quotes).toContain('The answer was 500:');
  });

  test('a test that passed on retry is flaky, whatever its tool said', () => {
    const flaky = { ...page('/', LABEL), passedOnRetry: true };
    expect(diagnoseRun([flaky]).diagnoses[0]).toMatchObject({ category: 'flaky', kind: 'passed-on-retry' });
  });
});
