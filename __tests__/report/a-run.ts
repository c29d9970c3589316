import fc from 'fast-check';
import type {
  AttemptStatus,
  FinalState,
  RunReport,
  SuiteOutcome,
  SuiteReport,
  TestAttempt,
  TestCase,
  Totals,
} from '../../src/model/run.js';
import type { SuiteSettings } from '../../src/model/settings.js';

const NO_TOTALS: Totals = {
  total: 0,
  passed: 0,
  failed: 0,
  errors: 0,
  skipped: 0,
  flaky: 0,
  orderDependent: 0,
  notRun: 0,
  quarantined: 0,
};

/** An attempt with nothing to report but its status. */
export const attemptOf = (status: AttemptStatus, reported: Partial<TestAttempt> = {}): TestAttempt => ({
  number: 1,
  retry: 0,
  status,
  durationMs: 12.5,
  startedAt: null,
  message: '',
  type: '',
  details: '',
  output: '',
  place: null,
  ...reported,
});

/** A test that went through these attempts. */
export const testOf = (name: string, attempts: TestCase['attempts'], reported: Partial<TestCase> = {}): TestCase => ({
  id: name,
  selector: name,
  suite: 'unit',
  name,
  classname: 'tests.shop',
  file: '',
  line: 0,
  attempts,
  tags: [],
  properties: {},
  attachments: [],
  quarantine: null,
  disagreement: '',
  ...reported,
});

/** A suite of these tests. */
export function suiteOf(
  tests: readonly TestCase[],
  outcome: SuiteOutcome,
  reported: Partial<SuiteReport> = {},
): SuiteReport {
  const suite = { name: 'unit', runner: 'pytest' } as unknown as SuiteSettings;
  return {
    suite,
    attempts: [],
    tests,
    problems: [],
    startedAt: Date.UTC(2026, 10, 20, 10),
    durationMs: 1_500,
    tool: { name: 'pytest', version: '9.2.0' },
    outcome,
    conclusion: outcome === 'passed' ? 'success' : 'failure',
    totals: NO_TOTALS,
    ...reported,
  };
}

/** A run of these suites. */
export const runOf = (suites: readonly SuiteReport[]): RunReport => ({
  suites,
  totals: NO_TOTALS,
  conclusion: 'failure',
  startedAt: 0,
  durationMs: 2_000,
});

/** The last attempt decides, and a bad one before a success makes it flaky: enough for tests of writers. */
export function stateOf({ attempts, quarantine }: TestCase): FinalState {
  const bad = attempts
    .map(({ status }) => status)
    .filter((status) => ['failed', 'error', 'timeout', 'crashed'].includes(status));
  const last = attempts.at(-1)?.status ?? 'not-run';
  if (quarantine !== null) return 'quarantined';
  if (last === 'passed') return bad.length > 0 ? 'flaky' : 'passed';
  return (bad.at(-1) ?? last) as FinalState;
}

/** Text as tests print it: any code point, markup, control characters, line ends, colours. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('<', '>', '&', '"', "'", ']', '\n', '\r', '\t', '\u001b', '\0', 'ü', '›', '😀', 'a'),
    maxLength: 40,
  }),
  fc.constantFrom(
    ']]>',
    '<![CDATA[',
    '</failure>',
    '</testcase></testsuite>',
    '<testcase name="x"/>',
    '&amp;lt;',
    '&#27;',
    '-->',
    '\u001b[31mred',
  ),
);

const anyAttempt = fc
  .record({
    status: fc.constantFrom<AttemptStatus>(
      'passed',
      'failed',
      'error',
      'skipped',
      'xfailed',
      'timeout',
      'crashed',
      'not-run',
    ),
    message: anyText,
    details: anyText,
    output: anyText,
    type: anyText,
  })
  .map(({ status, ...reported }) => attemptOf(status, reported));

/** A test with any texts and one to three attempts. */
export const anyTest = fc
  .record({ name: anyText, classname: anyText, attempts: fc.array(anyAttempt, { minLength: 1, maxLength: 3 }) })
  .map(({ name, classname, attempts }) => testOf(name, attempts as unknown as TestCase['attempts'], { classname }));
