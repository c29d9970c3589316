import { jsonLines } from '../../../src/evidence/untrusted/tests.js';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  reportFromEvidence,
  type EvidenceTexts,
  type UntrustedRun,
} from '../../../src/evidence/untrusted/read-evidence.js';
import { insidePath } from '../../../src/evidence/untrusted/inside-path.js';
import { finalStateOf } from '../../../src/verdict/final-state.js';
import type { RunDiagnosis } from '../../../src/model/diagnosis.js';
import type { SuiteProblem } from '../../../src/model/problem.js';
import type { RunReport } from '../../../src/model/run.js';
import { buildView } from '../../../src/publish/view/build-view.js';
import {
  NOT_DIAGNOSED,
  attempt,
  diagnosisOf,
  passing,
  problem,
  publishContext,
  runDiagnosis,
  runReport,
  suiteRun,
  testCase,
} from '../../publish/build.js';
import { evidenceTexts } from '../evidence-texts.js';

const broken = testCase('tests/a.py::test_pets', {
  attempts: [attempt('failed', { message: 'expected 422, got 500' })],
});
const flaky = testCase('tests/a.py::test_flaky', {
  attempts: [attempt('error', { message: 'once' }), attempt('passed', { number: 2 })],
});
const forgiven = testCase('tests/a.py::test_known', {
  attempts: [attempt('failed', { message: 'known' })],
  quarantine: { reason: 'known', owner: 'ada', issue: '', expires: '2026-12-31' },
});
const place = { file: 'src/orders.py', line: 7 };
const diagnosis = runDiagnosis([diagnosisOf({ place, quotes: ['E  assert 500 == 422'] }, [broken])]);

function reported(texts: EvidenceTexts): UntrustedRun {
  const read = reportFromEvidence(texts);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

const titleOf = (report: RunReport, of: RunDiagnosis): string => buildView(report, of, publishContext()).title;
const stop = (forces: SuiteProblem['forces']): RunReport =>
  runReport([suiteRun('unit', passing(2), { problems: [problem(forces, 'why')] })]);

describe('a report rebuilt from its evidence', () => {
  const reports: Readonly<Record<string, RunReport>> = {
    'a red run': runReport([suiteRun('unit', [...passing(3), broken, flaky, forgiven]), suiteRun('e2e', [])]),
    'a green run': runReport([suiteRun('unit', passing(5))]),
    'a flaky run': runReport([suiteRun('unit', [...passing(2), flaky])]),
    'a run that timed out': stop('timeout'),
    'a run that crashed': stop('crashed'),
    'a suite that could not start': stop('config-error'),
    'a cancelled run': stop('cancelled'),
    'an incomplete run': stop('incomplete'),
    'an empty run': runReport([]),
  };
  test.each(Object.entries(reports))('of %s has its totals, states, outcomes and conclusion', (_what, report) => {
    const run = reported(evidenceTexts(report, NOT_DIAGNOSED));
    expect(run.problems).toEqual([]);
    expect(run.report.totals).toEqual(report.totals);
    expect(run.report.conclusion).toBe(report.conclusion);
    expect([run.report.startedAt, run.report.durationMs]).toEqual([report.startedAt, report.durationMs]);
    const shape = ({ suites }: RunReport): unknown =>
      suites.map(({ suite, outcome, conclusion, tests, attempts }) => [
        ...[suite.name, suite.runner, outcome, conclusion, attempts.length],
        tests.map((each) => [each.id, finalStateOf(each), each.file, each.line]),
      ]);
    expect(shape(run.report)).toEqual(shape(report));
  });

  test('says the same in its title, cause, place, quote and route', () => {
    const report = runReport([suiteRun('unit', [...passing(3), broken])]);
    const run = reported(evidenceTexts(report, diagnosis));
    expect(titleOf(run.report, run.diagnosis)).toBe(titleOf(report, diagnosis));
    expect(run.diagnosis.causes).toEqual(diagnosis.causes);
    expect(run.report.suites[0]?.tests.map(run.routeOf)).toEqual([null, null, null, 'GET /pets']);
  });

  test('keeps the policy of the run: flaky tests or a suite without tests that made it red, or not', () => {
    const report = runReport([suiteRun('unit', [...passing(2), flaky])]);
    const red = { ...report, conclusion: 'failure' as const };
    const [suite] = report.suites;
    if (suite === undefined) throw new Error('there is a suite');
    const failedByPolicy = {
      ...red,
      suites: [{ ...suite, outcome: 'failed' as const, conclusion: 'failure' as const }],
    };
    expect(reported(evidenceTexts(failedByPolicy, NOT_DIAGNOSED)).report.conclusion).toBe('failure');
    const empty = runReport([suiteRun('unit', [])]);
    const [none] = empty.suites;
    if (none === undefined) throw new Error('there is a suite');
    const pardoned = {
      ...empty,
      conclusion: 'neutral' as const,
      suites: [{ ...none, conclusion: 'neutral' as const }],
    };
    expect(reported(evidenceTexts(pardoned, NOT_DIAGNOSED)).report.conclusion).toBe('neutral');
    expect(reported(evidenceTexts(empty, NOT_DIAGNOSED)).report.conclusion).toBe('failure');
  });
});

describe('evidence that lies or is torn', () => {
  const report = runReport([suiteRun('unit', [...passing(3), broken])]);
  const texts = evidenceTexts(report, diagnosis);
  const green = (change: (record: Record<string, unknown>) => unknown): string =>
    texts.tests
      .trim()
      .split('\n')
      .map((line) => JSON.stringify(change(JSON.parse(line) as Record<string, unknown>)))
      .join('\n');
  const manifest = (change: object): string => JSON.stringify({ ...(JSON.parse(texts.manifest) as object), ...change });
  const calm = {
    conclusion: 'success',
    suites: [{ name: 'unit', runner: 'pytest', outcome: 'passed', conclusion: 'success' }],
  };

  const lies: readonly (readonly [string, Partial<EvidenceTexts>])[] = [
    ['a manifest that calls failed tests a success', { manifest: manifest(calm) }],
    [
      'records whose status says passed while the attempts failed',
      { manifest: manifest(calm), tests: green((r) => ({ ...r, status: 'passed' })) },
    ],
    [
      'attempts that passed under a final state that did not',
      {
        manifest: manifest(calm),
        tests: green((r) => ({
          ...r,
          metadata: { ...(r['metadata'] as object), attempts: [{ n: 1, status: 'passed' }] },
        })),
      },
    ],
    ['tests that are missing', { tests: texts.tests.split('\n')[0] ?? '', manifest: manifest(calm) }],
    ['tests that are cut off', { tests: texts.tests.slice(0, -200), manifest: manifest(calm) }],
    ['no tests at all', { tests: '', manifest: manifest({ ...calm, counts: { tests: 0 } }) }],
    ['a run that never finished', { manifest: manifest({ ...calm, finished_at: null, conclusion: null }) }],
    ['suites that are not listed', { manifest: manifest({ conclusion: 'success', suites: [] }) }],
    [
      'a suite with an outcome that nobody knows',
      { manifest: manifest({ suites: [{ name: 'unit', outcome: 'great', conclusion: 'success' }] }) },
    ],
    [
      'the same test twice, the last time green',
      { tests: texts.tests + (texts.tests.trim().split('\n').at(-1) ?? '').replaceAll('"failed"', '"passed"') },
    ],
    [
      'attempts with a status that nobody knows',
      {
        manifest: manifest(calm),
        tests: green((r) => ({ ...r, metadata: { ...(r['metadata'] as object), attempts: [{ status: 'superb' }] } })),
      },
    ],
  ];
  test.each(lies)('with %s is never green', (_what, change) => {
    expect(reported({ ...texts, ...change }).report.conclusion).toBe('failure');
  });

  const fine = evidenceTexts(runReport([suiteRun('unit', passing(2))]), NOT_DIAGNOSED);
  const [only = {}] = (JSON.parse(fine.manifest) as { readonly suites: readonly object[] }).suites;
  const [early, late] = ['2026-01-01T10:00:00Z', '2026-01-01T11:00:00Z'];
  const problem = { severity: 'error', place: 'unit', message: 'the report is cut', remedy: '' };
  test.each([
    ['finished before it was created', { created_at: late, finished_at: early }, /finished before it was created/],
    ['counts below zero', { counts: { tests: 2, tests_failed: -1 } }, /negative/],
    ['a suite with counts below zero', { suites: [{ ...only, failed: -2 }] }, /negative/],
    ['a passed suite with an error', { suites: [{ ...only, problems: [problem] }] }, /despite an error/],
  ])('and contradicts itself by %s is red, and says so', (_what, change, reason) => {
    expect(reported(fine).report.conclusion).toBe('success');
    const lying = { ...fine, manifest: JSON.stringify({ ...(JSON.parse(fine.manifest) as object), ...change }) };
    const { report: red, problems } = reported(lying);
    expect([red.conclusion, problems.map(({ message }) => message).join()]).toEqual([
      'failure',
      expect.stringMatching(reason),
    ]);
  });

  test.each([
    ['no JSON', '{', /not JSON/],
    ['a later format', manifest({ schema_version: 2 }), /schema_version 2/],
    ['no format', manifest({ schema_version: undefined }), /no schema_version/],
    ['no time', manifest({ created_at: 'soon' }), /no .created_at./],
    ['a list', '[]', /no schema_version/],
  ])('with %s as its manifest is refused with a reason', (_what, text, reason) => {
    expect(reportFromEvidence({ ...texts, manifest: text })).toEqual(expect.stringMatching(reason));
  });

  test('is bounded in every text and number', () => {
    const long = 'x'.repeat(100_000);
    const tests = green((r) => ({
      ...{
        ...r,
        name: long,
        error_message: long,
        tags: Array.from({ length: 300 }, () => 'tag'.repeat(100)),
        duration: -1e300,
      },
      ...{
        metadata: {
          id: long,
          file: long,
          line: 1e300,
          attempts: [{ n: 1e9, status: 'failed', duration: 1e300, message: long }],
        },
      },
    }));
    const run = reported({ ...texts, tests: tests.split('\n')[0] ?? '' });
    expect(run.report.suites[0]?.tests).toHaveLength(0);
    const small = reported({ ...texts, tests: tests.replaceAll(long, 'y'.repeat(9000)) });
    const [first] = small.report.suites[0]?.tests ?? [];
    expect(first?.name.length).toBeLessThanOrEqual(1000);
    expect(first).toMatchObject({ file: '', line: 0 });
    expect(JSON.stringify(small.report).length).toBeLessThan(100_000);
  });

  test.each(['/etc/passwd', '../secret', 'a/../../b', 'C:\\x', 'a\\..\\b', '\\\\host\\x', `a\0b`])(
    'never leads to %s',
    (path) => expect(insidePath(path)).toBe(''),
  );

  test('of any kind gives a report or a reason, and renders', () => {
    const anything = fc.oneof(fc.json(), fc.string(), fc.constant(texts.tests), fc.constant(texts.manifest));
    const mutated = fc.tuple(fc.constant(texts.manifest), fc.nat(), fc.string()).map(([text, at, junk]) => {
      const cut = at % text.length;
      return text.slice(0, cut) + junk + text.slice(cut);
    });
    fc.assert(
      fc.property(fc.oneof(mutated, anything), anything, anything, (manifestText, tests, diagnostics) => {
        const read = reportFromEvidence({ manifest: manifestText, tests, diagnostics });
        if (typeof read !== 'string') expect(titleOf(read.report, read.diagnosis)).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});

describe('JSON lines of evidence', () => {
  test('are read past blank lines and text, and broken ones are given up after a thousand', () => {
    const blank = '\n'.repeat(1_000_000);
    expect([...jsonLines(`${blank}{"a":1}\nnot JSON\n{"b":2}`)]).toEqual([{ a: 1 }, { b: 2 }]);
    expect([...jsonLines(`${'{\n'.repeat(1001)}{"a":1}`)]).toEqual([]);
  });
});
