import { finalStateOf } from '../../verdict/final-state.js';
import type { EvidenceDirectory } from '../../evidence/run-directory.js';
import type { RunDiagnosis } from '../../model/diagnosis.js';
import type { RunReport, Totals } from '../../model/run.js';
import { clipBytes } from '../../text/bounds.js';
import type { Baseline } from '../../model/run.js';
import type { RunAnalysis } from '../evaluate/analyze-run.js';
import type { WorkflowStep } from '../../ports.js';
import type { UploadedEvidence } from './upload-evidence.js';

const MOST_TESTS = 200;
const MOST_CAUSES = 50;
const ID_BYTES = 500;
const FAILED: ReadonlySet<string> = new Set([
  'failed',
  'order-dependent',
  'error',
  'lost',
  'timeout',
  'crashed',
  'not-run',
]);

const COUNTS = ['total', 'passed', 'failed', 'errors', 'skipped', 'flaky', 'quarantined'] as const;

/** What the outputs are made of. */
export interface OutputFacts {
  readonly report: RunReport;
  readonly analysis: Pick<RunAnalysis, 'diagnosis' | 'routes'>;
  readonly run: EvidenceDirectory;
  readonly artifact: UploadedEvidence | null;
  readonly checkUrl: string | null;
  readonly baseline: Baseline | null;
}

/** Sets every output of the contract; what does not exist is empty. */
export function setOutputs(facts: OutputFacts, step: WorkflowStep): void {
  for (const [name, value] of Object.entries(outputsOf(facts))) step.setOutput(name, value);
}

function outputsOf(facts: OutputFacts): Readonly<Record<string, string>> {
  const { report, analysis, run, artifact, checkUrl, baseline } = facts;
  const { totals } = report;
  const { diagnosis, routes } = analysis;
  return {
    conclusion: report.conclusion,
    ...countOutputs(totals),
    duration: (report.durationMs / 1000).toFixed(3),
    'run-id': run.runId,
    'evidence-dir': run.directory,
    manifest: `${run.directory}/manifest.json`,
    'report-md': `${run.directory}/report.md`,
    'report-html': `${run.directory}/report.html`,
    junit: `${run.directory}/junit.xml`,
    'artifact-id': artifact?.id ?? '',
    'artifact-url': artifact?.url ?? '',
    'artifact-digest': artifact?.digest ?? '',
    'check-url': checkUrl ?? '',
    'failed-tests': JSON.stringify(failedTests(report)),
    diagnosis: JSON.stringify(diagnosis.causes.slice(0, MOST_CAUSES).map(causeOutput)),
    'route-coverage': routes.percent === null ? '' : (Math.floor(routes.percent * 10) / 10).toFixed(1),
    'new-failures': baseline === null ? '' : String(baseline.newKeys.size),
  };
}

/** The outputs that count tests. */
export function countOutputs(totals: Totals): Readonly<Record<string, string>> {
  return Object.fromEntries(COUNTS.map((name) => [name, String(totals[name])]));
}

function failedTests({ suites }: RunReport): readonly string[] {
  const failed: string[] = [];
  for (const { tests } of suites)
    for (const test of tests) {
      if (failed.length === MOST_TESTS) return failed;
      if (FAILED.has(finalStateOf(test))) failed.push(clipBytes(test.id, ID_BYTES));
    }
  return failed;
}

function causeOutput({
  id,
  category,
  kind,
  confidence,
  rootCause,
  suggestion,
  place,
  failures,
}: RunDiagnosis['causes'][number]) {
  return {
    id,
    category,
    kind,
    confidence,
    root_cause: rootCause,
    suggestion,
    file: place?.file ?? null,
    line: place?.line ?? null,
    tests: failures.length,
  };
}
