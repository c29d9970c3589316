import { type CommentedJob, planComment } from '../../src/publish/github/comment.js';
import type { ReportView } from '../../src/publish/view/view.js';
import { buildRunReport } from '../../src/verdict/verdict.js';
import type { Cause, Diagnosis, RunDiagnosis } from '../../src/model/diagnosis.js';
import type { SuiteProblem } from '../../src/model/problem.js';
import type {
  AttemptStatus,
  ProcessExit,
  RunReport,
  SuiteAttempt,
  SuiteRun,
  TestAttempt,
  TestCase,
} from '../../src/model/run.js';
import { testKey } from '../../src/model/run.js';
import type { PublishContext } from '../../src/publish/view/context.js';

/** 2026-03-02T09:00:00Z. */
export const START = 1_772_442_000_000;

export function attempt(status: AttemptStatus, change: Partial<TestAttempt> = {}): TestAttempt {
  const base = {
    number: 1,
    retry: 0,
    status,
    durationMs: 120,
    startedAt: START,
    message: '',
    type: '',
    details: '',
    output: '',
    place: null,
  };
  return { ...base, ...change };
}

export function testCase(id: string, change: Partial<TestCase> = {}): TestCase {
  const [file = ''] = id.split('::');
  return {
    id,
    selector: id,
    suite: 'unit',
    name: id.slice(id.lastIndexOf('::') + 2),
    classname: '',
    file,
    line: 12,
    attempts: [attempt('passed')],
    tags: [],
    properties: {},
    attachments: [],
    quarantine: null,
    disagreement: '',
    ...change,
  };
}

export function passing(count: number, suite = 'unit', file = 'tests/unit/test_ok.py'): TestCase[] {
  return Array.from({ length: count }, (_, index) =>
    testCase(`${file}::test_${index + 1}`, {
      suite,
      line: 10 + index * 4,
      attempts: [attempt('passed', { durationMs: 20 + ((index * 37) % 400), startedAt: START + index * 90 })],
    }),
  );
}

export function exit(change: Partial<ProcessExit> = {}): ProcessExit {
  return { exitCode: 0, signal: null, reason: null, durationMs: 42_000, leaked: [], startError: '', ...change };
}

export function round(number: number, change: Partial<SuiteAttempt> = {}): SuiteAttempt {
  return {
    number,
    mode: number === 1 ? 'full' : 'subset',
    command: ['pytest', 'tests/unit'],
    startedAt: START + (number - 1) * 45_000,
    exit: exit(),
    directory: `artifacts/unit/attempt-${number}`,
    ...change,
  };
}

export function suiteRun(name: string, tests: readonly TestCase[], change: Partial<SuiteRun> = {}): SuiteRun {
  return {
    suite: {
      name,
      enabled: true,
      path: 'tests/unit',
      args: [],
      env: {},
      timeoutMs: 300_000,
      idleTimeoutMs: null,
      retries: 0,
      workingDirectory: '/repo',
      artifacts: [],
      weight: 1,
      after: [],
      detected: false,
      runner: 'pytest',
      python: null,
      markers: null,
      keyword: null,
    },
    attempts: [round(1)],
    tests,
    problems: [],
    startedAt: START,
    durationMs: 42_000,
    tool: { name: 'pytest', version: '9.0.2' },
    ...change,
  };
}

export function problem(forces: SuiteProblem['forces'], message: string, remedy = ''): SuiteProblem {
  return { severity: 'error', place: '', message, remedy, forces };
}

export function runReport(suites: readonly SuiteRun[], durationMs = 130_000): RunReport {
  return buildRunReport(
    suites,
    { flakyResult: 'pass', orderDependentResult: 'fail', noTests: 'fail' },
    { startedAt: START, durationMs },
  );
}

export const NOT_DIAGNOSED: RunDiagnosis = { diagnoses: [], causes: [], notes: [] };

export function diagnosisOf(
  cause: Partial<Cause>,
  tests: readonly TestCase[],
): { cause: Cause; diagnoses: Diagnosis[] } {
  const full: Cause = {
    id: 'c0ffee',
    category: 'assertion',
    kind: 'comparison',
    confidence: 'high',
    rootCause: 'expected 422, got 500',
    suggestion: '',
    quotes: [],
    place: null,
    source: 'rules',
    fixCode: '',
    failures: tests.map(testKey),
    ...cause,
  };
  const diagnoses = tests.map((test): Diagnosis => {
    const { category, kind, confidence, rootCause, suggestion, quotes, place, source, fixCode } = full;
    const shared = { category, kind, confidence, rootCause, suggestion, quotes, place, source, fixCode };
    return { ...shared, key: testKey(test), rule: full.kind, productPlace: null, causeKey: full.id };
  });
  return { cause: full, diagnoses };
}

export function runDiagnosis(parts: readonly { cause: Cause; diagnoses: Diagnosis[] }[]): RunDiagnosis {
  return {
    causes: parts.map(({ cause }) => cause),
    diagnoses: parts.flatMap(({ diagnoses }) => diagnoses),
    notes: ['Decided by rules (no API key).'],
  };
}

export function publishContext(change: Partial<PublishContext> = {}): PublishContext {
  return {
    project: 'petstore',
    repositoryUrl: 'https://github.com/acme/petstore',
    headSha: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
    runUrl: 'https://github.com/acme/petstore/actions/runs/9001',
    runNumber: 813,
    runAttempt: 1,
    branch: 'topic',
    pullRequest: 7,
    artifactUrl: 'https://github.com/acme/petstore/actions/runs/9001/artifacts/77',
    environment: 'Linux X64',
    runId: '20260302_090000Z',
    evidenceDirectory: '.qaagent/runs/20260302_090000Z',
    baseline: null,
    pastNote: '',
    proposal: null,
    coverage: { routes: [], lines: { covered: 0, total: 0 }, changed: null, leastCovered: [] },
    load: [],
    version: '1.0.0',
    problems: [],
    rerunCommand: (test) => `npx qaagent-orchestrate run --suite ${test.suite} --only "${test.id}"`,
    routeOf: () => null,
    legsOf: () => '',
    resolvePath: (path) => (path.startsWith('tests/') || path.startsWith('src/') ? path : null),
    isChangedLine: () => false,
    sourceAround: () => [],
    ...change,
  };
}

/** The comment of one job, on a pull request without comments. */
export function commentOf(view: ReportView, job: Partial<CommentedJob> = {}): string {
  const one = { key: 'a'.repeat(16), instance: 'b'.repeat(10), label: 'test', isShared: false, ...job };
  const plan = planComment(view, 'ci', one, 'always', []);
  return plan.action === 'write' ? plan.text : '';
}
