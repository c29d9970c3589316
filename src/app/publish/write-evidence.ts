import type { ChangedCoverage } from '../../coverage/changed-lines.js';
import type { Coverage } from '../../coverage/merge.js';
import { buildCoverageRecords } from '../../coverage/records.js';
import { createIds, dayOf, isoSeconds } from '../../evidence/ids.js';
import { finishManifest } from '../../evidence/manifest.js';
import { buildDiagnosticRecords, failureRecords, numberTests, type TestIds } from '../../evidence/records.js';
import { testLines } from '../../evidence/test-lines.js';
import { listFiles, writeManifest, writeRecords } from '../../evidence/run-directory.js';
import type { ApiRecord, CoverageRecord, Manifest } from '../../model/evidence.js';
import type { FindingRecord, SuiteFindings } from '../../model/quality.js';
import { type RunReport, testKey } from '../../model/run.js';
import type { Files, FileText } from '../../ports.js';
import { renderCtrf } from '../../publish/ctrf.js';
import { renderHtmlReport } from '../../publish/html/report.js';
import { renderMarkdownReport } from '../../publish/markdown/report.js';
import type { ReportView } from '../../publish/view/view.js';
import { renderJunit } from '../../report/junit/junit-writer.js';
import {
  NOTHING_RECORDED,
  type RecordedOperations,
  routeCoverage,
  type RouteCoverage,
} from '../../routes/route-coverage.js';
import { buildApiRecords, buildRouteCoverageRecords } from '../../routes/route-records.js';
import { planOf } from '../../shards/record.js';
import { finalStateOf } from '../../verdict/final-state.js';
import type { RunAnalysis, AnalysisOptions } from '../evaluate/analyze-run.js';
import type { KnownApi } from '../read/read-openapi.js';

export interface EvidenceContent {
  /** Rendered files by their path in the run directory. */
  readonly rendered: Readonly<Record<string, FileText>>;
  readonly finishedAt: number;
}

type Evidenced = Pick<AnalysisOptions, 'run' | 'manifest' | 'report' | 'api'> &
  Partial<Pick<AnalysisOptions, 'shard' | 'merged'>>;
type AnalyzedParts = Pick<RunAnalysis, 'diagnosis' | 'routes' | 'code' | 'changed' | 'findings' | 'routeOf'>;

/** Writes records, reports and last of all the finished manifest with the digest of every other file. */
export async function writeEvidence(
  files: Files,
  { run, manifest: started, report, api, shard = null, merged = null }: Evidenced,
  analysis: AnalyzedParts,
  { rendered, finishedAt }: EvidenceContent,
): Promise<Manifest> {
  const { diagnosis, routes, code, changed, findings, routeOf } = analysis;
  const day = dayOf(report.startedAt);
  const nextId = createIds(day);
  const testIds = numberTests(report, day);
  const covered = coverageRecords({ routes, code, changed, source: api.source, testIds, at: finishedAt }, nextId);
  await files.writeWhole(`${run.directory}/evidence/tests.jsonl`, testLines(report, testIds, routeOf));
  await writeRecords(files, run, 'evidence/diagnostics.jsonl', buildDiagnosticRecords(diagnosis, testIds, nextId));
  await files.writeWhole(
    `${run.directory}/evidence/diagnostics.json`,
    listOf(failureRecords(report, diagnosis, routeOf)),
  );
  const others = { quality: findingRecords(findings, nextId), coverage: covered.coverage, apis: covered.apis };
  const present = Object.entries(others).filter(([, records]) => records.length > 0);
  for (const [name, records] of present) await writeRecords(files, run, `evidence/${name}.jsonl`, records);
  for (const [path, text] of Object.entries(rendered)) await files.writeWhole(`${run.directory}/${path}`, text);
  const records = Object.fromEntries(present.map(([name, { length }]) => [name, length]));
  const finished = finishManifest(started, report, diagnosis, {
    ...{ finishedAt, records },
    parts: partsOf({ shard, merged }),
  });
  const manifest = { ...finished, files: await listFiles(files, run) };
  await writeManifest(files, run, manifest);
  return manifest;
}

/** What the manifest says of a part of a run, or of one that joins others. */
function partsOf({ shard, merged }: Pick<AnalysisOptions, 'shard' | 'merged'>): Pick<Manifest, 'shard' | 'legs'> {
  const { index = 0, total = 0 } = shard ?? {};
  return {
    ...(shard === null ? {} : { shard: { index, total, plan: planOf(shard) } }),
    ...(merged === null ? {} : { legs: merged.legs }),
  };
}

/** A JSON array, one record a line, in pieces. */
function listOf(records: Iterable<object>): FileText {
  return (out) => {
    let separator = '[\n';
    for (const record of records) {
      out.text(`${separator}${JSON.stringify(record)}`);
      separator = ',\n';
    }
    out.text(separator === '[\n' ? '[]\n' : '\n]\n');
  };
}

/** Everything that is rendered into the run directory, by path; what grows with every test is written piece by piece. */
export function renderFiles(
  view: ReportView,
  report: RunReport,
  { diagnosis, calls, findings }: RunAnalysis,
): Readonly<Record<string, FileText>> {
  return {
    'report.md': renderMarkdownReport(view),
    'report.html': renderHtmlReport(view, report, findings),
    'junit.xml': renderJunit(report, finalStateOf),
    'ctrf.json': renderCtrf(report, diagnosis, view.context),
    ...(calls.length === 0 ? {} : { 'evidence/model-calls.json': `${JSON.stringify(calls, null, 2)}\n` }),
  };
}

/** How the operations of the API are covered by the tests of a run. */
export function coverRoutes(
  report: RunReport,
  { operations }: Pick<KnownApi, 'operations'>,
  recorded: RecordedOperations = NOTHING_RECORDED,
): RouteCoverage {
  if (operations.length === 0) return routeCoverage([], operations, recorded);
  const tests = report.suites.flatMap((suite) => suite.tests);
  const named = tests.map((test) => {
    const { name, tags, properties } = test;
    return { key: testKey(test), name, tags, properties, final: finalStateOf(test) };
  });
  return routeCoverage(named, operations, recorded);
}

/** Findings of the quality suites, numbered, each with the name of its suite. */
function findingRecords(
  found: readonly SuiteFindings[],
  nextId: ReturnType<typeof createIds>,
): readonly FindingRecord[] {
  return found.flatMap(({ suite, findings }) =>
    findings.map((finding) => {
      return { ...finding, metadata: { ...finding.metadata, suite }, finding_id: nextId('FND') };
    }),
  );
}

export interface CoverageFacts {
  readonly routes: RouteCoverage;
  readonly code: Coverage;
  readonly changed: ChangedCoverage | null;
  readonly source: string;
  readonly testIds: TestIds;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Lines for apis.jsonl and coverage.jsonl. */
function coverageRecords(
  { routes, code, changed, source, testIds, at }: CoverageFacts,
  nextId: ReturnType<typeof createIds>,
): { readonly apis: readonly ApiRecord[]; readonly coverage: readonly CoverageRecord[] } {
  const frame = { nextId, source, collectedAt: isoSeconds(at), testIds };
  return {
    apis: buildApiRecords(routes, frame),
    coverage: [...buildRouteCoverageRecords(routes, frame), ...buildCoverageRecords(code, changed, frame)],
  };
}
