import { countOutputs } from './set-outputs.js';
import { insidePath } from '../../evidence/untrusted/inside-path.js';
import { reportFromEvidence, type UntrustedRun, withRunProblems } from '../../evidence/untrusted/read-evidence.js';
import { runConclusion } from '../../verdict/verdict.js';
import { addTotals } from '../../verdict/totals.js';
import type { GitHubContext } from '../../model/context.js';
import type { Problem } from '../../model/problem.js';
import type { Conclusion, RunReport } from '../../model/run.js';
import type { Settings } from '../../model/settings.js';
import type { GitHub } from '../../ports.js';
import { annotationsOf } from '../../publish/github/annotations.js';
import { buildView } from '../../publish/view/build-view.js';
import type { ReportView } from '../../publish/view/view.js';
import { baselineOf, readHistory, withHistoryNote } from '../history/branch-history.js';
import { evidenceInFolder, evidenceOfRun, type EvidenceSearch, type FoundEvidence } from './find-evidence.js';
import { identityOf } from '../job-identity.js';
import { NOTHING_MEASURED, publishContext } from './view-context.js';
import { publishingProblem, publishRemote } from './publish-to-github.js';
import { addToSummary, publishSummary } from './publish-run.js';
import { logProblems } from '../log.js';
import { publishedContext } from './triggering-run.js';
import type { Services } from '../services.js';

interface PublishedEvidence {
  readonly report: RunReport;
  /** Null when there is no check. */
  readonly checkUrl: string | null;
}

/**
 * Publishes the evidence of another run, which may come from a fork and is believed in nothing that matters: neither
 * commit nor pull request. Fails only when something could not be published; the verdict is in the check and in the
 * outputs.
 */
export async function publishEvidence(settings: Settings, services: Services): Promise<Conclusion> {
  const { github } = services.context;
  const api = settings.githubToken === null ? null : services.github(settings.githubToken);
  if (github === null || api === null)
    return nothing('`mode: publish` requires a GitHub workflow and `github-token`', '', services);
  const of = await publishedContext(github, settings, api);
  const { found, problems } = await search(settings, of, api, services);
  logProblems(problems, services.console);
  if (found.length === 0 && problems.length === 0)
    return nothing(
      `there is no evidence of run ${of.runId}`,
      `The action searched for artifacts whose name begins with ${settings.artifactName}. Set \`artifact-name\` if it has another name.`,
      services,
    );
  const published: (PublishedEvidence | null)[] = [];
  for (const evidence of found) published.push(await publishOne(evidence, settings, of, api, services));
  const runs = published.filter((run) => run !== null);
  const isComplete = problems.length === 0 && runs.length === published.length;
  setRunOutputs(runs, isComplete, services);
  const isPublished = !settings.check || runs.every(({ checkUrl }) => checkUrl !== null);
  return isComplete && isPublished ? 'success' : 'failure';
}

/** A folder when one is named, else what the run has uploaded. */
function search(settings: Settings, of: GitHubContext, api: GitHub, services: Services): Promise<EvidenceSearch> {
  const isNamed = services.inputs['evidence-dir'] !== undefined;
  return isNamed
    ? evidenceInFolder(settings.evidenceDirectory, services.files)
    : evidenceOfRun(of.runId, settings, api, services);
}

async function publishOne(
  evidence: FoundEvidence,
  settings: Settings,
  of: GitHubContext,
  api: GitHub,
  services: Services,
): Promise<PublishedEvidence | null> {
  const texts = await evidence.read();
  if ('severity' in texts) {
    logProblems([texts], services.console);
    return null;
  }
  const read = reportFromEvidence(texts);
  if (typeof read === 'string') {
    logProblems([publishingProblem(`${evidence.place} is not valid evidence: ${read}`, '')], services.console);
    return null;
  }
  const reported = ofCommit(withRunProblems(read, texts), of.headSha);
  const github = { ...of, ...reported.manifest.job };
  const job = { ...services, context: { ...services.context, github } };
  const view = await viewOf(reported, evidence, settings, job);
  const summary = await publishSummary(view, services);
  const annotations = annotationsOf(view, settings.annotations);
  const identity = identityOf(github, [reported.manifest.runId, String(evidence.artifactId)]);
  const target = { identity, pullRequest: of.pullRequest?.number ?? null };
  const { clock } = services;
  const { checkUrl, problems } = await publishRemote(view, annotations, settings, target, { api, clock });
  await addToSummary(problems, view, services);
  logProblems([...summary, ...problems], services.console);
  services.console.untrusted(`${view.title}${checkUrl === null ? '' : `: ${checkUrl}`}`);
  return { report: reported.report, checkUrl };
}

/** Evidence of another commit proves nothing about the one that is published: it is never green there. */
function ofCommit(run: UntrustedRun, headSha: string): UntrustedRun {
  const { commit } = run.manifest;
  if (commit === headSha) return run;
  const message =
    commit === ''
      ? 'the evidence does not name the tested commit'
      : `the run tested ${commit.slice(0, 7)}, but the results are published for ${headSha.slice(0, 7)}`;
  const severity = commit === '' ? 'warning' : 'error';
  const problems: readonly Problem[] = [...run.problems, { severity, place: 'evidence', message, remedy: '' }];
  return commit === '' ? { ...run, problems } : { ...run, problems, report: { ...run.report, conclusion: 'failure' } };
}

async function viewOf(
  { report, diagnosis, routeOf, manifest, problems }: UntrustedRun,
  { place, artifactId }: FoundEvidence,
  settings: Settings,
  services: Services & { readonly context: { readonly github: GitHubContext } },
): Promise<ReportView> {
  const { github } = services.context;
  const past = await readHistory(settings, services);
  const runs = `${github.serverUrl}/${github.owner}/${github.repository}/actions/runs/${github.runId}`;
  const facts = {
    context: services.context,
    report,
    settings: { ...settings, project: manifest.project },
    run: { runId: manifest.runId, directory: place },
    headSha: github.headSha,
    artifactUrl: artifactId === null ? null : `${runs}/artifacts/${artifactId}`,
    baseline: baselineOf(report, past, services),
    pastNote: past.note,
    problems: [...problems, ...past.problems, ...withoutPullRequest(github)],
    resolvePath: (path: string) => (insidePath(path) === '' ? null : path),
    isChangedLine: () => false,
    routeOf,
    ...NOTHING_MEASURED,
  };
  return buildView(report, withHistoryNote(diagnosis, past), publishContext(facts));
}

function withoutPullRequest({ pullRequest, triggeredBy }: GitHubContext): readonly Problem[] {
  if (pullRequest !== null || triggeredBy === null) return [];
  const message = `no open pull request has the head commit ${triggeredBy.headSha.slice(0, 7)}, so there is no comment`;
  return [{ severity: 'note', place: 'publishing', message, remedy: '' }];
}

/** Evidence that could not be read may be red. */
function setRunOutputs(runs: readonly PublishedEvidence[], isComplete: boolean, { step }: Services): void {
  const conclusion = isComplete ? runConclusion(runs.map(({ report }) => report.conclusion)) : 'failure';
  step.setOutput('conclusion', conclusion);
  const totals = addTotals(runs.map(({ report }) => report.totals));
  for (const [name, value] of Object.entries(countOutputs(totals))) step.setOutput(name, value);
  step.setOutput('check-url', runs.find(({ checkUrl }) => checkUrl !== null)?.checkUrl ?? '');
}

function nothing(message: string, remedy: string, services: Services): Conclusion {
  logProblems([publishingProblem(`nothing is published: ${message}`, remedy)], services.console);
  services.step.setOutput('conclusion', 'failure');
  return 'failure';
}
