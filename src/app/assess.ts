import type { AppUnderTest } from '../diagnosis/context.js';
import type { ModelCall } from '../diagnosis/model-settings.js';
import type { Redactor } from '../diagnosis/redact.js';
import type { EvidenceRun } from '../evidence/run-directory.js';
import { buildPathIndex } from '../locate/path-index.js';
import type { RunDiagnosis } from '../model/diagnosis.js';
import type { Manifest } from '../model/evidence.js';
import type { LoadSeries } from '../model/load.js';
import type { Problem } from '../model/problem.js';
import type { RunReport, TestCase } from '../model/run.js';
import type { Settings } from '../model/settings.js';
import { changedLineCoverage, type ChangedCoverage } from '../report/coverage-changed.js';
import type { Coverage } from '../report/coverage-merge.js';
import { matchRoute } from '../routes/match-route.js';
import type { RouteCoverage } from '../routes/route-coverage.js';
import { readChangedLines } from './changed-lines.js';
import { readCodeCoverage } from './code-coverage.js';
import { collectArtifacts } from './collect-artifacts.js';
import { diagnose } from './diagnose.js';
import type { KnownApi } from './read-api.js';
import { loadSeries } from './load-series.js';
import { coverRoutes } from './run-records.js';
import { scrubArtifacts } from './scrub-artifacts.js';
import type { World } from './world.js';

/** A run that is over; nothing that follows can change its report. */
export interface FinishedRun {
  readonly settings: Settings;
  readonly run: EvidenceRun;
  /** As it was written when the run began. */
  readonly manifest: Manifest;
  readonly report: RunReport;
  readonly app: AppUnderTest | null;
  readonly api: KnownApi;
  readonly redactor: Redactor;
  readonly problems: readonly Problem[];
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
  readonly routeOf: (test: TestCase) => string | null;
  readonly resolvePath: (path: string) => string | null;
  readonly problems: readonly Problem[];
}

/** Gathers artifacts, keeps secrets out of them, diagnoses, measures coverage. Reads much, publishes nothing. */
export async function assess(finished: FinishedRun, world: World): Promise<Assessment> {
  const { settings, run, report, app, api, redactor } = finished;
  const index = buildPathIndex(await world.git.trackedFiles(), [world.context.workspace]);
  const resolvePath = (path: string): string | null => index.resolve(path);
  const left = await collectArtifacts(settings.suites, run, world.files);
  const changes = await readChangedLines(settings, world);
  const code = await readCodeCoverage(run, world.files, resolvePath);
  const unread = await scrubArtifacts(run, redactor, world.files);
  return {
    ...(await diagnose(report, settings, { resolvePath, app, changes, redactor }, world)),
    routes: coverRoutes(report, api),
    code,
    changed: changes === null || code.files.length === 0 ? null : changedLineCoverage(code, changes),
    load: await loadSeries(report, run, world.files),
    routeOf: (test) => matchRoute(test, api.operations),
    resolvePath,
    problems: [...finished.problems, ...left, ...unread, ...api.problems],
  };
}
