import type { RunDiagnosis } from '../model/diagnosis.js';
import type { Problem } from '../model/problem.js';
import type { Conclusion, QuarantineProposal, TestCase } from '../model/run.js';
import type { SourcePlace } from '../model/report.js';
import type { Settings } from '../model/settings.js';
import { buildView } from '../publish/view/build-view.js';
import { renderTerminal } from '../publish/terminal/report.js';
import type { ReportView } from '../publish/view/view.js';
import { applicationUnderTest } from './evaluate/application-end.js';
import { evaluateRun } from './evaluate/evaluate-run.js';
import { redactorFor } from './evaluate/redact-run.js';
import type { ExecutedRun, Run, RunInputs } from './run.js';
import { analyzeRun, type RunAnalysis, type AnalysisOptions } from './evaluate/analyze-run.js';
import { readParts } from '../execution/divide-suite.js';
import type { ShardRecord } from '../model/shard.js';
import { renderShardRecord, SHARD_FILE } from '../shards/record.js';
import { describeBase, failsOnBase } from '../verdict/compare-with-base.js';
import { forgiveKnown } from '../verdict/forgive-known.js';
import { baselineOf, type BranchHistory, readHistory, withHistoryNote } from './history/branch-history.js';
import { PATCH_FILE, quarantineProposal } from './history/quarantine-proposal.js';
import { historyFiles, nextHistory, saveHistory } from './history/save-history.js';
import { terminalOptions } from './terminal-options.js';
import { publishAll } from './publish/publish-run.js';
import { type ContextFacts, environmentOf, publishContext } from './publish/view-context.js';
import { setOutputs } from './publish/set-outputs.js';
import { logProblems } from './log.js';
import { uploadEvidence } from './publish/upload-evidence.js';
import type { FileText } from '../ports.js';
import type { Services } from './services.js';
import { renderFiles, writeEvidence } from './publish/write-evidence.js';

/** State for `post`: everything has been published. */
export const PUBLISHED = 'published';

/**
 * What follows once nothing runs any more: verdict, causes, evidence, then everything that needs another service. Shared
 * by main and `post`: it takes recorded facts only. A cancelled run leaves publishing to `post`.
 */
export async function completeRun(
  run: Run,
  inputs: RunInputs,
  executed: ExecutedRun,
  services: Services,
): Promise<Conclusion> {
  const { settings } = run;
  const redactor = redactorFor(settings, services);
  const [evaluated, past, shard] = await Promise.all([
    evaluateRun(run, executed, redactor, services),
    readHistory(settings, services),
    readShard(run, services),
  ]);
  const unread = past.problems.filter(({ place }) => inputs.warnings.every((warning) => warning.place !== place));
  const problems = [
    ...inputs.warnings,
    ...run.problems,
    ...inputs.quarantine.problems,
    ...evaluated.problems,
    ...unread,
  ];
  const app = applicationUnderTest(executed.application, settings.baseUrl);
  const { manifest, directory } = run;
  const of = {
    settings,
    run: directory,
    manifest,
    app,
    api: inputs.api,
    redactor,
    shard,
    merged: null,
    base: executed.base ?? null,
  };
  const finished = judge({ ...evaluated, ...of, problems }, past, services);
  return concludeRun(finished, await analyzeRun(finished, services), past, services);
}

/** What this run was a part of; null when it ran all tests. */
async function readShard(
  { settings, directory }: Pick<Run, 'settings' | 'directory'>,
  { files }: Services,
): Promise<ShardRecord | null> {
  if (settings.shard === null) return null;
  const suites = await readParts(settings.suites, { files, runDirectory: directory.directory });
  return { ...settings.shard, suites };
}

/** The run by `fail-on`: failures that the base has as well, by its history or by a rerun there, need not make it red. */
export function judge<T extends Pick<AnalysisOptions, 'settings' | 'report' | 'problems' | 'base'>>(
  finished: T,
  past: BranchHistory,
  services: Pick<Services, 'context'>,
): T {
  const { settings, report, base } = finished;
  if (settings.failOn === 'all') return finished;
  // What a newer history may call mended is forgiven by no older one.
  const baseline = past.isBaseNewest ? baselineOf(report, past, services) : null;
  if (baseline !== null || base !== null) {
    const has = (key: string): boolean => baseline?.knownSince.has(key) === true || failsOnBase(base, key);
    return { ...finished, report: forgiveKnown(report, { has }, settings) };
  }
  const message = '`fail-on: new` has no reliable history to compare with, so every failure counts';
  const unknown: Problem = { severity: 'note', place: 'fail-on', message, remedy: past.note };
  return { ...finished, problems: [...finished.problems, unknown] };
}

/** What follows once everything is known of a run: evidence, then everything that needs another service. */
export async function concludeRun(
  finished: AnalysisOptions,
  analyzed: RunAnalysis,
  past: BranchHistory,
  services: Services,
): Promise<Conclusion> {
  const checkUrl = await publishRun(finished, analyzed, past, services);
  return stepConclusion(finished.report.conclusion, finished.settings, checkUrl, services);
}

/** A red run may have a green step where users ask for it, but never without the red check that they rely on. */
function stepConclusion(
  conclusion: Conclusion,
  { stepResult, check }: Settings,
  checkUrl: string | null,
  { console, context, cancelled }: Services,
): Conclusion {
  if (stepResult === 'verdict' || conclusion !== 'failure' || context.github === null || cancelled.aborted)
    return conclusion;
  if (checkUrl !== null || !check) return 'success';
  console.warning(
    'The step fails although `step-result` is `always-success`, because there is no check run that shows the failure.',
  );
  return conclusion;
}

/** Writes the evidence, then publishes; what cannot be written is a problem, and the rest is published. */
async function publishRun(
  finished: AnalysisOptions,
  analyzed: RunAnalysis,
  past: BranchHistory,
  services: Services,
): Promise<string | null> {
  const { settings, run, report } = finished;
  const baseline = baselineOf(report, past, services, finished.merged?.plainSuite);
  const known = { ...analyzed, diagnosis: withHistoryNote(analyzed.diagnosis, past) };
  const next = nextHistory(finished, known.diagnosis, past, services.context.github);
  const proposal = await quarantineProposal(finished, known, next, services);
  const compared = { baseline, pastNote: past.note, proposal };
  const local = viewOf(finished, known, compared, services, null, known.problems);
  const history = historyFiles(finished, past, next);
  const own = { ...shardFile(finished), ...baseFile(finished), ...patchFile(proposal), ...history };
  const rendered = { ...renderFiles(local, report, known), ...own };
  const unwritten = await keepEvidence(finished, known, rendered, services);
  const analysis = { ...known, problems: [...known.problems, ...unwritten] };
  services.console.info(renderTerminal(local, terminalOptions(services.context)));
  const outputs = { report, analysis, run, artifact: null, checkUrl: null, baseline };
  setOutputs(outputs, services.step);
  if (services.cancelled.aborted) {
    logProblems(unwritten, services.console);
    return null;
  }
  const upload = { run, withheld: analysis.withheld, redactor: finished.redactor };
  const { artifact, problems: lost } = await uploadEvidence(upload, report.conclusion, settings, services);
  const problems = [...analysis.problems, ...lost];
  const view = viewOf(finished, analysis, compared, services, artifact?.url ?? null, problems);
  const published = await publishAll(view, settings, services);
  logProblems([...unwritten, ...lost, ...published.problems], services.console);
  setOutputs({ ...outputs, artifact, checkUrl: published.checkUrl }, services.step);
  await saveHistory(history, finished, services).catch((error: unknown) => {
    services.console.info(`The history was not saved: ${reasonOf(error)}.`);
  });
  services.step.saveState(PUBLISHED, 'true');
  return published.checkUrl;
}

function shardFile({ shard, redactor }: AnalysisOptions): Readonly<Record<string, string>> {
  return shard === null ? {} : { [SHARD_FILE]: renderShardRecord(shard, redactor.redactKnown) };
}

function patchFile(proposal: QuarantineProposal | null): Readonly<Record<string, string>> {
  return proposal === null ? {} : { [PATCH_FILE]: proposal.patch };
}

/** What failing tests do on the base, for programs. */
function baseFile({ base, redactor }: AnalysisOptions): Readonly<Record<string, string>> {
  if (base === null) return {};
  const tests = [...base.results].map(([key, { state, reason }]) => ({ test: key.split('\n'), state, reason }));
  const text = JSON.stringify({
    ...{ schema_version: 1, commit: base.commit, branch: base.branch },
    tests: tests.map(({ test: [suite = '', ...id], ...result }) => ({ suite, id: id.join('\n'), ...result })),
  });
  return { 'evidence/base.json': `${redactor.redact(text)}\n` };
}

/** Writes records, reports and the manifest. A full disk or a folder that became read-only is a problem. */
async function keepEvidence(
  finished: AnalysisOptions,
  analysis: RunAnalysis,
  rendered: Readonly<Record<string, FileText>>,
  { files, clock }: Services,
): Promise<readonly Problem[]> {
  try {
    await writeEvidence(files, finished, analysis, { rendered, finishedAt: clock.now() });
    return [];
  } catch (error) {
    const message = `the evidence is incomplete, because it could not be written: ${reasonOf(error)}`;
    const remedy = 'Free disk space, or set `evidence-dir` to a folder that can be written to.';
    return [{ severity: 'warning', place: 'evidence', message, remedy }];
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function viewOf(
  { settings, run, report, manifest, merged, base, redactor }: AnalysisOptions,
  { diagnosis, repository, routeOf, routes, code, changed, load, sourceAround }: RunAnalysis,
  compared: Pick<ContextFacts, 'baseline' | 'pastNote' | 'proposal'>,
  { context }: Services,
  artifactUrl: string | null,
  problems: readonly Problem[],
): ReportView {
  const headSha = manifest.target.git['commit'] ?? '';
  const isChangedLine = changedPlaces(diagnosis);
  const facts = {
    context,
    settings,
    run,
    report,
    headSha,
    resolvePath: (path: string) => (repository.isTracked(path) ? path : null),
    isChangedLine,
    sourceAround,
    environment: merged === null ? environmentOf(context, settings) : '',
    branch: manifest.target.git['branch'] ?? '',
    routeOf,
    routes,
    code,
    changed,
    load,
    ...compared,
    legsOf: (tests: readonly TestCase[]) => {
      const where = [merged?.legsOf(tests) ?? '', base === null ? '' : redactor.redact(describeBase(base, tests))];
      return where.filter((text) => text !== '').join(', ');
    },
  };
  return buildView(report, diagnosis, publishContext({ ...facts, artifactUrl, problems }));
}

/** Whether a place is one that the pull request changed. */
function changedPlaces({ causes }: RunDiagnosis): (place: SourcePlace) => boolean {
  const keyOf = ({ file, line }: SourcePlace): string => `${file}:${line}`;
  const changed = causes.flatMap(({ changed, place }) => (changed === 'line' && place !== null ? [keyOf(place)] : []));
  return (place) => changed.includes(keyOf(place));
}
