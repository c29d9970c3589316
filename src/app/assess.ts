import type { AppUnderTest } from '../diagnosis/context.js';
import type { ModelCall } from '../diagnosis/model-settings.js';
import type { Redactor } from '../diagnosis/redact.js';
import type { EvidenceRun } from '../evidence/run-directory.js';
import type { RunDiagnosis } from '../model/diagnosis.js';
import type { Manifest } from '../model/evidence.js';
import type { LoadSeries } from '../model/load.js';
import type { SuiteFindings } from '../model/quality.js';
import type { Problem } from '../model/problem.js';
import type { TestCase } from '../model/run.js';
import type { Settings } from '../model/settings.js';
import type { ChangedCoverage } from '../report/coverage-changed.js';
import type { Coverage } from '../report/coverage-merge.js';
import { matchRoute } from '../routes/match-route.js';
import type { RouteCoverage } from '../routes/route-coverage.js';
import { diagnose } from './diagnose.js';
import type { JudgedRun } from './judge-run.js';
import type { KnownApi } from './read-api.js';
import { loadSeries } from './load-series.js';
import { readRecorded } from './recorded-operations.js';
import { coverRoutes } from './run-records.js';
import { scrubArtifacts } from './scrub-artifacts.js';
import { suiteFindings } from './suite-findings.js';
import type { World } from './world.js';

/** A run that is over and judged; nothing that follows can change its report. */
export interface FinishedRun extends JudgedRun {
  readonly settings: Settings;
  readonly run: EvidenceRun;
  /** As it was written when the run began. */
  readonly manifest: Manifest;
  readonly app: AppUnderTest | null;
  readonly api: KnownApi;
  readonly redactor: Redactor;
}

/** What is known of a finished run beside its report. */
export interface Assessment {
  readonly diagnosis: RunDiagnosis;
  readonly calls: readonly ModelCall[];
  readonly routes: RouteCoverage;
  readonly code: Coverage;
  /** Null without a pull request or without coverage. */
  readonly changed: ChangedCoverage | null;
  readonly load: readonly LoadSeries[];
  readonly findings: readonly SuiteFindings[];
  readonly routeOf: (test: TestCase) => string | null;
  readonly resolvePath: (path: string) => string | null;
  readonly problems: readonly Problem[];
}

/** Keeps secrets out of the artifacts, diagnoses, covers routes. Reads much, publishes nothing. */
export async function assess(finished: FinishedRun, world: World): Promise<Assessment> {
  const { settings, run, report, app, api, redactor, coverage, changes, resolvePath } = finished;
  const { code, changed } = coverage;
  const unread = await scrubArtifacts(run, redactor, world.files);
  const lines = changes.state === 'known' ? changes.lines : null;
  return {
    ...(await diagnose(report, settings, { resolvePath, app, changes: lines, redactor }, world)),
    routes: coverRoutes(report, api, await readRecorded(report, api, settings.baseUrl, run, world)),
    ...{ code, changed, resolvePath },
    load: await loadSeries(report, run, world.files),
    findings: await suiteFindings(report, run, world.files),
    routeOf: (test) => matchRoute(test, api.operations),
    problems: [...finished.problems, ...unread, ...api.problems],
  };
}
