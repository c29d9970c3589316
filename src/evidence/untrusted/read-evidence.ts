import { runConclusion, suiteConclusion, outcomeOf } from '../../verdict/verdict.js';
import { addTotals, totalsOf } from '../../verdict/totals.js';
import type { RunDiagnosis } from '../../model/diagnosis.js';
import type { Problem } from '../../model/problem.js';
import type {
  Conclusion,
  RunReport,
  SuiteAttempt,
  SuiteOutcome,
  SuiteReport,
  SuiteRun,
  TestCase,
} from '../../model/run.js';
import type { RunnerName, SuiteSettings } from '../../model/settings.js';
import { testKey } from '../../model/run.js';
import { readDiagnosis } from './diagnosis.js';
import {
  forcingProblems,
  readManifest,
  readRunProblems,
  type UntrustedManifest,
  type UntrustedSuite,
} from './manifest.js';
import { jsonLines, nothingShared, parseTest, type Shared, type UntrustedTest } from './tests.js';

/** The files of an evidence run that a report is rebuilt from. Text of unknown origin. */
export interface EvidenceTexts {
  readonly manifest: string;
  readonly tests: string;
  readonly diagnostics: string;
  /** evidence/shard.json; empty or absent when the run was no shard. */
  readonly shard?: string;
}

/** A run as its evidence reports it. */
export interface UntrustedRun {
  readonly manifest: UntrustedManifest;
  readonly report: RunReport;
  readonly diagnosis: RunDiagnosis;
  readonly routeOf: (test: TestCase) => string | null;
  /** What the evidence lacks. */
  readonly problems: readonly Problem[];
}

const POLICY = { flakyResult: 'pass', orderDependentResult: 'fail', noTests: 'fail' } as const;

/**
 * The report of a run from its evidence, which may be torn or forged: nothing in it is trusted to be short, well-formed
 * or consistent, and what contradicts itself is never green. A sentence when it is no evidence at all.
 */
export function reportFromEvidence(texts: EvidenceTexts, shared: Shared = nothingShared()): UntrustedRun | string {
  const manifest = readManifest(texts.manifest);
  if (typeof manifest === 'string') return manifest;
  const { tests, records } = readTests(texts.tests, shared);
  const suites = suitesOf(manifest, [...tests.values()]);
  const problems = lacks(manifest, tests.size, records);
  const keys = texts.diagnostics === '' ? NO_KEYS : keysOfRecords(tests);
  return {
    manifest,
    report: {
      suites,
      totals: addTotals(suites.map(({ totals }) => totals)),
      conclusion: worst([
        runConclusion(suites.map(({ conclusion }) => conclusion)),
        reportedConclusion(manifest, problems),
      ]),
      startedAt: manifest.createdAt,
      durationMs: manifest.durationMs,
    },
    diagnosis: readDiagnosis(texts.diagnostics, (recordId) => keys.get(recordId), []),
    routeOf: (test) => tests.get(testKey(test))?.route ?? null,
    problems,
  };
}

/** Tests by key, and how many records there were. One record at a time, as a merge reads a million of them. */
function readTests(
  text: string,
  shared: Shared,
): { readonly tests: ReadonlyMap<string, UntrustedTest>; readonly records: number } {
  const tests = new Map<string, UntrustedTest>();
  let records = 0;
  for (const record of jsonLines(text)) {
    const read = parseTest(record, shared);
    if (read === null) continue;
    records += 1;
    tests.set(testKey(read.test), read);
  }
  return { tests, records };
}

const NO_KEYS: ReadonlyMap<string, string> = new Map();

/** Keys of tests by the id of their record, by which diagnoses name them. */
function keysOfRecords(tests: ReadonlyMap<string, UntrustedTest>): ReadonlyMap<string, string> {
  return new Map([...tests].map(([key, { recordId }]) => [recordId, key]));
}

/** The run with the problems that it had beside its suites; red when there are any. */
export function withRunProblems(run: UntrustedRun, { manifest }: EvidenceTexts): UntrustedRun {
  const problems = readRunProblems(manifest);
  return problems.length === 0 ? run : { ...run, report: { ...run.report, conclusion: 'failure', problems } };
}

function lacks(
  { conclusion, tests, contradictions }: UntrustedManifest,
  read: number,
  records: number,
): readonly Problem[] {
  const problem = (message: string): Problem => ({ severity: 'error', place: 'evidence', message, remedy: '' });
  return [
    ...contradictions.map(problem),
    ...(conclusion === null ? [problem('the run never finished its evidence')] : []),
    ...(read < tests ? [problem(`tests.jsonl holds ${read} of ${tests} tests`)] : []),
    ...(read < records ? [problem(`tests.jsonl lists ${records - read} tests twice`)] : []),
  ];
}

function reportedConclusion({ conclusion }: UntrustedManifest, problems: readonly Problem[]): Conclusion {
  return problems.length > 0 ? 'failure' : (conclusion ?? 'failure');
}

const WORST_FIRST: readonly Conclusion[] = ['failure', 'cancelled', 'neutral', 'success'];

function worst(conclusions: readonly Conclusion[]): Conclusion {
  return WORST_FIRST.find((each) => conclusions.includes(each)) ?? 'failure';
}

function suitesOf({ suites, createdAt }: UntrustedManifest, tests: readonly UntrustedTest[]): readonly SuiteReport[] {
  const named = new Set(suites.map(({ name }) => name));
  const unnamed = new Set(tests.flatMap(({ test }) => (named.has(test.suite) ? [] : [test.suite])));
  const all = [...suites, ...[...unnamed].map(unknownSuite)];
  const bySuite = new Map<string, TestCase[]>(all.map(({ name }) => [name, []]));
  for (const { test } of tests) bySuite.get(test.suite)?.push(test);
  return all.map((reported) => suiteReport(reported, bySuite.get(reported.name) ?? [], createdAt));
}

function unknownSuite(name: string): UntrustedSuite {
  const message = 'the manifest does not name this suite';
  const problems = [{ severity: 'error', place: 'manifest.json', message, remedy: '' } as const];
  const state = { outcome: 'incomplete', conclusion: 'failure' } as const;
  return { name, runner: 'junit', ...state, durationMs: 0, attempts: 0, problems };
}

function suiteReport(reported: UntrustedSuite, tests: readonly TestCase[], startedAt: number): SuiteReport {
  const run: SuiteRun = {
    suite: suiteSettings(reported.name, reported.runner, reported.outcome !== 'skipped' || tests.length > 0),
    attempts: Array.from({ length: reported.attempts }, (_, index) => unknownAttempt(index + 1, startedAt)),
    tests,
    problems: forcingProblems(reported),
    startedAt,
    durationMs: reported.durationMs,
    tool: null,
  };
  const outcome = worseOutcome(outcomeOf(run, POLICY), reported.outcome);
  // Whether no tests are fine is a policy of the run, which only its own outcome shows.
  const isReportedPolicy = outcome === 'no-tests' && reported.outcome === 'no-tests';
  const conclusion = isReportedPolicy ? reported.conclusion : suiteConclusion(outcome, POLICY);
  return { ...run, outcome, conclusion, totals: totalsOf(tests) };
}

/** Green tests of a suite that calls itself failed: a policy of the run, flaky ones for instance. */
function worseOutcome(computed: SuiteOutcome, reported: SuiteOutcome): SuiteOutcome {
  return computed === 'passed' ? reported : computed;
}

function unknownAttempt(number: number, startedAt: number): SuiteAttempt {
  const exit = { exitCode: null, signal: null, reason: null, durationMs: 0, leaked: [], startError: '' };
  return { number, mode: number === 1 ? 'full' : 'subset', command: [], startedAt, exit, directory: '' };
}

/** Settings as far as evidence reports them; the suite runs nowhere any more. */
function suiteSettings(name: string, runner: RunnerName, enabled: boolean): SuiteSettings {
  const common = { name, enabled, path: '', args: [], env: {}, timeoutMs: 0, idleTimeoutMs: null, retries: 0 };
  const place = { workingDirectory: '', artifacts: [], weight: 1, after: [], detected: false };
  // Other settings of a runner are of no use to a reader.
  return { ...common, ...place, runner } as unknown as SuiteSettings;
}
