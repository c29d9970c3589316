import type { ChangedCoverage } from '../../coverage/changed-lines.js';
import type { Coverage } from '../../coverage/merge.js';
import type { AppUnderTest } from '../../diagnosis/context.js';
import type { ModelCall } from '../../diagnosis/model/model-options.js';
import { type EvidenceDirectory, inspectFiles } from '../../evidence/run-directory.js';
import type { VerifiedBase } from '../../verdict/compare-with-base.js';
import type { RunDiagnosis } from '../../model/diagnosis.js';
import type { Manifest } from '../../model/evidence.js';
import type { LoadSeries } from '../../model/load.js';
import type { Problem } from '../../model/problem.js';
import type { SourcePlace } from '../../model/report.js';
import type { MergeResult } from '../../merge/merge-legs.js';
import type { SuiteFindings } from '../../model/quality.js';
import type { RunReport, TestCase } from '../../model/run.js';
import type { Settings } from '../../model/settings.js';
import type { ShardRecord } from '../../model/shard.js';
import type { Files } from '../../ports.js';
import { readFindings } from '../../quality/findings.js';
import { loadFindings } from '../../quality/load-findings.js';
import type { Redactor } from '../../redaction/redactor.js';
import { matchRoute } from '../../routes/match-route.js';
import type { RouteCoverage } from '../../routes/route-coverage.js';
import { isBad } from '../../verdict/final-state.js';
import { coverRoutes } from '../publish/write-evidence.js';
import type { KnownApi } from '../read/read-openapi.js';
import type { Services } from '../services.js';
import type { DiagnosisOutcome, DiagnosisFacts } from './diagnose-failures.js';
import type { EvaluatedRun } from './evaluate-run.js';
import type { RepositoryFiles } from './locate-tests.js';
import { loadSeries } from './load-series.js';
import { readRecorded } from './recorded-requests.js';
import { scrubArtifacts } from './redact-run.js';

/** A run that is over and judged; nothing that follows can change its report. */
export interface AnalysisOptions extends EvaluatedRun {
  readonly settings: Settings;
  readonly run: EvidenceDirectory;
  /** As it was written when the run began. */
  readonly manifest: Manifest;
  readonly app: AppUnderTest | null;
  readonly api: KnownApi;
  readonly redactor: Redactor;
  /** What the run was a part of; null when it had all tests. */
  readonly shard: ShardRecord | null;
  /** What its failing tests do on the base; null when they were not rerun there. */
  readonly base: VerifiedBase | null;
  /** What it joins; null when it ran suites itself. */
  readonly merged: Pick<MergeResult, 'legs' | 'legsOf' | 'plainSuite'> | null;
}

/** What is known of a finished run beside its report. */
export interface RunAnalysis {
  readonly diagnosis: RunDiagnosis;
  readonly calls: readonly ModelCall[];
  /** Source lines around a place, redacted; the failing one is marked with `>`. */
  readonly sourceAround: (place: SourcePlace) => readonly string[];
  readonly routes: RouteCoverage;
  readonly code: Coverage;
  /** Null without a pull request or without coverage. */
  readonly changed: ChangedCoverage | null;
  readonly load: readonly LoadSeries[];
  readonly findings: readonly SuiteFindings[];
  readonly routeOf: (test: TestCase) => string | null;
  readonly repository: RepositoryFiles;
  /** Absolute paths of files that must not be uploaded. */
  readonly withheld: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** Keeps secrets out of the artifacts, diagnoses, covers routes. Reads much, publishes nothing. */
export async function analyzeRun(finished: AnalysisOptions, services: Services): Promise<RunAnalysis> {
  const { settings, run, report, app, api, redactor, coverage, changes, repository } = finished;
  const { code, changed } = coverage;
  const { withheld, problems: unscrubbed } = await scrubArtifacts(run, redactor, services.files);
  const { problems: unfit } = await inspectFiles(services.files, run);
  const lines = changes.state === 'known' ? changes.lines : null;
  const facts = { repository, app, changes: lines, redactor };
  const diagnosed = await diagnoseFailures(report, settings, facts, services);
  return {
    ...diagnosed,
    sourceAround: (place) => diagnosed.sourceAround(place).map(redactor.redact),
    routes: coverRoutes(report, api, await readRecorded(report, api, settings.baseUrl, run, services)),
    ...{ code, changed, repository, withheld },
    load: await loadSeries(report, run, services.files),
    findings: await suiteFindings(report, run, services.files),
    routeOf: (test) => matchRoute(test, api.operations),
    problems: [...finished.problems, ...unscrubbed, ...unfit, ...api.problems],
  };
}

const NOTHING_FAILED: DiagnosisOutcome = {
  diagnosis: { diagnoses: [], causes: [], notes: [] },
  calls: [],
  sourceAround: () => [],
};

/** A quarter of the program explains failures: it is loaded when there are some. */
async function diagnoseFailures(
  report: RunReport,
  settings: Settings,
  facts: DiagnosisFacts,
  services: Services,
): Promise<DiagnosisOutcome> {
  const hasFailed = ({ attempts }: TestCase): boolean => attempts.some(({ status }) => isBad(status));
  if (settings.diagnose !== 'off' && !report.suites.some(({ tests }) => tests.some(hasFailed))) return NOTHING_FAILED;
  const { diagnose } = await import('./diagnose-failures.js');
  return diagnose(report, settings, facts, services);
}

/** What each suite found, in the order of the suites; of each route or page its last word. Suites without are left out. */
async function suiteFindings(
  report: RunReport,
  run: EvidenceDirectory,
  files: Files,
): Promise<readonly SuiteFindings[]> {
  const found: SuiteFindings[] = [];
  for (const { suite, attempts, tests } of report.suites) {
    const directories = attempts.map(({ directory }) => directory);
    const findings = [...(await readFindings(directories, run.directory, files)), ...loadFindings(suite.runner, tests)];
    if (findings.length > 0) found.push({ suite: suite.name, findings });
  }
  return found;
}
