import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { DiagnosisContext } from '../../src/diagnosis/context.js';
import { diagnoseFailure } from '../../src/diagnosis/diagnose-failure.js';
import { namesByFolder } from '../../src/locate/names-by-folder.js';
import { createPlaceResolver } from '../../src/locate/place-resolver.js';
import type { Failure } from '../../src/model/diagnosis.js';
import { aFailure } from './a-failure.js';
import { inPlainWords } from '../../src/diagnosis/wording/tool-phrases.js';

/** Each failure as its tool prints it, with what the cause and the next step must say. */
const STEPS: readonly (readonly [failure: Partial<Failure>, cause: RegExp, step: RegExp])[] = [
  [
    { type: 'AxiosError', message: 'timeout of 5000ms exceeded', details: 'AxiosError: timeout of 5000ms exceeded' },
    /^the HTTP request got no answer within 5 s$/,
    /^Find in the log of the server why the request/,
  ],
  [
    { message: 'Timeout of 150ms exceeded. For async tests and hooks, ensure "done()" is called', name: 'loads' },
    /^the test ran past its limit of 150 ms/,
    /^Call `done\(\)` on every path of the test 'loads'/,
  ],
  [
    { message: 'Expected example to fail since it is pending, but it passed.' },
    /^a test marked as pending passed$/,
    /^Remove `pending` from the test 'a'/,
  ],
  [
    {
      message: 'Expected:\n    6\nGot:\n    5',
      details: '003 >>> area(2, 3)\nExpected:\n    6\nGot:\n    5\n\nshapes.py:3: DocTestFailure',
    },
    /^`area\(2, 3\)` is 5, expected 6$/,
    /./,
  ],
  [
    {
      type: 'KeyError',
      message: 'AssertionError: assert 7 == 8',
      details: '>       assert order.rows == 8\nE       assert 7 == 8\n\nt/test_a.py:4: AssertionError',
    },
    /^`order\.rows` is 7, expected 8$/,
    /^Decide which side is right: `order\.rows` is 7, .* expects 8/,
  ],
  [
    {
      type: 'ZodError',
      message: '[ { "code": "invalid_type", "path": [ "price" ], "message": "expected number" } ]',
      details:
        'ZodError: [\n  {\n    "code": "invalid_type",\n    "path": [\n      "price"\n    ],\n    "message": "expected number"\n  }\n]',
    },
    /^price: expected number$/,
    /^Correct `price`/,
  ],
  [
    { message: 'No test suite found in file test/empty.test.ts' },
    /No test suite found/,
    /^Write a test in test\/empty\.test\.ts/,
  ],
  [{ message: 'password authentication failed for user "app"' }, /app/, /^Set the password of 'app'/],
  [
    {
      message: "value too long for type character varying(4)\n[SQL: INSERT]\n[parameters: {'code': 'LONGER', 'n': 1}]",
    },
    /too long/,
    /^Shorten code 'LONGER' to 4 characters/,
  ],
  [{ message: 'deadlock detected' }, /deadlock/, /^Lock rows in the same order/],
  [
    { message: 'expected [ 1, 10, 9 ] to deeply equal [ 1, 9, 10 ]', type: 'AssertionError' },
    /\[ 1, 10, 9 \]/,
    /in another order/,
  ],
  [
    { message: 'redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379. Connection refused.' },
    /^Redis at localhost:6379 refuses connections/,
    /^Start Redis at localhost:6379/,
  ],
  [
    {
      type: 'AssertionError',
      message: "[small] (name='a', i=2) AssertionError: 2 not less than 2",
      details:
        '            with self.subTest("small", name=name, i=i):\n>               self.assertLess(i, 2)\nE               AssertionError: 2 not less than 2\n\nt/test_a.py:4: AssertionError',
    },
    /^2 not less than 2$/,
    /./,
  ],
  [
    {
      type: 'Failed',
      message: 'Failed: async def functions are not natively supported.\nYou need to install a suitable plugin',
    },
    /^async def functions are not natively supported/,
    /^Install pytest-asyncio and add `@pytest.mark.asyncio`/,
  ],
  [
    {
      type: 'pytest_bdd.exceptions.StepDefinitionNotFoundError',
      message:
        'pytest_bdd.exceptions.StepDefinitionNotFoundError: Step definition is not found: Given "a cat". Line 8 in scenario "Pets" in the feature "/repo/pets.feature"',
    },
    /^the step 'a cat' has no definition$/,
    /^Write a definition for step 'a cat'/,
  ],
  [
    {
      message: "AssertionError: assert 4 < 4\n +  where 4 = len('x::y')",
      details:
        ">       assert len(s) < 4\nE       AssertionError: assert 4 < 4\nE        +  where 4 = len('x::y')\n\nt/test_a.py:4: AssertionError",
    },
    /^`len\(s\)` is 4, expected < 4$/,
    /^(?!Find what leaves items out)/,
  ],
  [
    {
      message: 'collection failure',
      details:
        'E     File "/repo/t/test_y.py", line 1\nE       def test_b()\nE                   ^\nE   SyntaxError: expected \':\'',
    },
    /^expected ':'|^SyntaxError: expected ':'$/,
    /^Correct the syntax/,
  ],
];

describe('the sentences of a failure', () => {
  test.each(STEPS)('%j', (failure, cause, step) => {
    const { rootCause, suggestion } = diagnoseFailure(aFailure(failure));
    expect(rootCause).toMatch(cause);
    expect(suggestion).toMatch(step);
  });
});

interface Row {
  readonly kind: string;
  readonly failure: Partial<Failure>;
  /** Source of the failing file, where the row has one; `line` is the failing line. */
  readonly source?: string;
  readonly file?: string;
  readonly line?: number;
  /** Files of the repository beside the failing one, with their text. */
  readonly files?: Readonly<Record<string, string>>;
  readonly cause: string;
  readonly step: string;
}

const ROWS = resolve(import.meta.dirname, '../../fixtures/failures/steps/by-kind.json');
const rows = JSON.parse(readFileSync(ROWS, 'utf8')) as readonly Row[];

/** The repository of a row: the one file that it shows, or all that it lists. */
function repositoryOf({ source, file = '', files }: Row): DiagnosisContext {
  if (source === undefined) return {};
  if (files !== undefined) {
    const texts = new Map(Object.entries({ ...files, [file]: source }));
    const paths = [...texts.keys()];
    const sourceOf = (path: string): readonly string[] | null => texts.get(path)?.split('\n') ?? null;
    return { resolvePath: createPlaceResolver(paths, ['/repo']), filesIn: namesByFolder(paths), sourceOf };
  }
  const lines = source.split('\n');
  return {
    resolvePath: (path) => (path === file ? { file } : { file: null, candidates: 0, reason: '' }),
    sourceOf: (path) => (path === file ? lines : null),
  };
}

test('a line that the server logged is named by its path in the repository', () => {
  const row = rows.find(({ kind }) => kind === 'a 500 with its exception in the captured log');
  const resolvePath = (path: string): { file: string } => ({ file: path === 'app/main.py' ? `src/${path}` : path });
  const { suggestion } = diagnoseFailure(aFailure(row?.failure ?? {}), { resolvePath });
  expect(suggestion).toMatch(/^Fix the code at src\/app\/main\.py:60, /);
});

describe('a kind of failure names its thing and its own next step', () => {
  test.each(rows)('$kind', (row) => {
    const { failure, source, file = '', line = 0, cause, step } = row;
    const placed = source === undefined ? failure : { ...failure, file, line };
    const { rootCause, suggestion } = diagnoseFailure(aFailure(placed), repositoryOf(row));
    expect({ rootCause, suggestion }).toEqual({ rootCause: cause, suggestion: step });
  });
});

const TESTIFY = [
  'panic: ',
  '\t',
  '\tmock: Unexpected Method Call',
  '\t-----------------------------',
  '\t',
  '\tAdd(string)',
  '\t\t\t0: "honey"',
  '\tDiff: 0: FAIL:  (string=honey) != (string=jam)',
].join('\n');

describe('what a tool writes around its message', () => {
  test.each([
    ['panic', TESTIFY, 'Add was called with honey, expected jam'],
    ['panic', 'panic: boom', 'panic'],
    [
      'The following error originated from your application code, not from Cypress. > x is not a function',
      '',
      'x is not a function',
    ],
    ['Timeout (>1.0s) from pytest-timeout.', '', 'the test ran past its limit of 1.0 s'],
    [
      "Condition with alias 'crate is packed' didn't complete within 300 milliseconds because assertion condition null.",
      '',
      "the condition 'crate is packed' was not met within 300 milliseconds",
    ],
    [
      '{"detail":[{"type":"missing","loc":["body","nights"],"msg":"Field required","input":{}}]} assert 422 == 201',
      '',
      'body.nights: Field required',
    ],
    [
      "1 validation error: {'type': 'missing', 'loc': ('response', 'depth'), 'msg': 'Field required', 'input': {}}",
      '',
      'response.depth: Field required',
    ],
    ['`total` is 3, expected 4', '', '`total` is 3, expected 4'],
  ])('is left out: %s', (sentence, text, plain) => {
    expect(inPlainWords(sentence, text)).toBe(plain);
  });
});
