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
import { nothingShared, type Shared } from './shared-values.js';
import { testsIn } from './tests.js';
import { formatCount } from '../../text/format.js';

/** The files of an evidence run that a report is rebuilt from. Text of unknown origin. */
export interface EvidenceTexts {
  readonly manifest: string;
  /** tests.jsonl as text, or the bytes of it: those of a million tests are never one text. */
  readonly tests: string | Uint8Array;
  readonly diagnostics: string;
  /** evidence/shard.json; empty or absent when the run was no shard. */
  readonly shard?: string;
}

/** A run as its evidence reports it. */
export interface UntrustedRun {
  readonly manifest: UntrustedManifest;
  readonly report: RunReport;
  readonly diagnosis: RunDiagnosis;
  /** API routes by test key, of the tests that have one. */
  readonly routes: ReadonlyMap<string, string>;
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
  const { tests, records, routes, keys } = readTests(texts, shared);
  const suites = suitesOf(manifest, tests);
  const problems = lacks(manifest, tests.length, records);
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
    routes,
    routeOf: (test) => (routes.size === 0 ? null : (routes.get(testKey(test)) ?? null)),
    problems,
  };
}

interface ReadTests {
  /** Each test once, as its last record has it. */
  readonly tests: readonly TestCase[];
  readonly records: number;
  readonly routes: ReadonlyMap<string, string>;
  /** Keys of tests by the id of their record, by which diagnoses name them. */
  readonly keys: ReadonlyMap<string, string>;
}

function readTests({ tests: lines, diagnostics }: EvidenceTexts, shared: Shared): ReadTests {
  const tests: TestCase[] = [];
  const places = new Map<string, Map<string, number>>();
  const [routes, keys] = [new Map<string, string>(), new Map<string, string>()];
  let records = 0;
  for (const { test, route, recordId } of testsIn(lines, shared)) {
    records += 1;
    const inSuite = places.get(test.suite) ?? new Map<string, number>();
    if (inSuite.size === 0) places.set(test.suite, inSuite);
    const known = inSuite.get(test.id);
    if (known === undefined) inSuite.set(test.id, tests.push(test) - 1);
    else {
      tests[known] = test;
      routes.delete(testKey(test));
    }
    if (route !== null) routes.set(testKey(test), route);
    if (diagnostics !== '') keys.set(recordId, testKey(test));
  }
  return { tests, records, routes, keys };
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
    ...(conclusion === null ? [problem('the run did not finish writing its evidence')] : []),
    ...(read < tests ? [problem(`tests.jsonl contains ${read} of ${formatCount(tests, 'test')}`)] : []),
    ...(read < records ? [problem(`tests.jsonl lists ${formatCount(records - read, 'test')} twice`)] : []),
  ];
}

function reportedConclusion({ conclusion }: UntrustedManifest, problems: readonly Problem[]): Conclusion {
  return problems.length > 0 ? 'failure' : (conclusion ?? 'failure');
}

const WORST_FIRST: readonly Conclusion[] = ['failure', 'cancelled', 'neutral', 'success'];

function worst(conclusions: readonly Conclusion[]): Conclusion {
  return WORST_FIRST.find((each) => conclusions.includes(each)) ?? 'failure';
}

function suitesOf({ suites, createdAt }: UntrustedManifest, tests: readonly TestCase[]): readonly SuiteReport[] {
  const named = new Set(suites.map(({ name }) => name));
  const unnamed = new Set(tests.flatMap(({ suite }) => (named.has(suite) ? [] : [suite])));
  const all = [...suites, ...[...unnamed].map(unknownSuite)];
  const bySuite = new Map<string, TestCase[]>(all.map(({ name }) => [name, []]));
  for (const test of tests) bySuite.get(test.suite)?.push(test);
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
  // Other settings of a runner are of no use to a reader, but for those from which a command is made.
  const command = { rerun: null, python: null };
  return { ...common, ...place, ...command, runner } as unknown as SuiteSettings;
}
