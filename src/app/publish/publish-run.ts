import type { Problem } from '../../model/problem.js';
import type { Settings } from '../../model/settings.js';
import { annotationsOf, commandAnnotations } from '../../publish/github/annotations.js';
import { renderLateProblems, renderSummary, SUMMARY_BYTES } from '../../publish/markdown/report.js';
import type { ReportView } from '../../publish/view/view.js';
import { identityOf } from '../job-identity.js';
import { isMergedLater } from '../read/merge-job.js';
import type { Services } from '../services.js';
import { type Published, publishingProblem, publishRemote } from './publish-to-github.js';

/**
 * Everything a job shows, in layers that do not depend on each other. A layer that fails is a problem with its remedy,
 * which the job summary reports as well.
 */
export async function publishAll(view: ReportView, settings: Settings, services: Services): Promise<Published> {
  const { github } = services.context;
  if (github === null) return { checkUrl: null, problems: [] };
  const annotations = annotationsOf(view, settings.annotations);
  for (const annotation of commandAnnotations(annotations)) services.console.annotate(annotation);
  if (settings.mode === 'run' && (await isMergedLater(services))) {
    services.console.info(
      'A later job merges this run and publishes the results. This job publishes only annotations.',
    );
    return { checkUrl: null, problems: [] };
  }
  const summary = await publishSummary(view, services);
  const api = settings.githubToken === null ? null : services.github(settings.githubToken);
  const identity = identityOf(github, executionOf(view.context.evidenceDirectory, services));
  const target = { identity, pullRequest: github.pullRequest?.number ?? null };
  const { clock } = services;
  const remote =
    api === null ? WITHOUT_TOKEN : await publishRemote(view, annotations, settings, target, { api, clock });
  await addToSummary(remote.problems, view, services);
  return { ...remote, problems: [...summary, ...remote.problems] };
}

/** What no other execution of the action shares; the same in `post`. */
function executionOf(runDirectory: string, { context }: Pick<Services, 'context'>): readonly string[] {
  const { RUNNER_TRACKING_ID = '', RUNNER_NAME = '' } = context.env;
  return [RUNNER_TRACKING_ID, RUNNER_NAME, runDirectory];
}

const WITHOUT_TOKEN: Published = {
  checkUrl: null,
  problems: [
    publishingProblem(
      'no check and no comment: `github-token` is empty',
      'Remove the input to use the token of the job. A secret is empty if it does not exist or if the pull request comes from a fork.',
    ),
  ],
};

/** Share of the step summary that is ours: other tools write into the same file, and too much loses all of it. */
const SUMMARY_SHARE = 0.8;
/** What could not be published comes last and must still have room. */
const LATE_PROBLEMS_SHARE = 0.85;

/** Appends the report to the job summary. It needs no token. */
export async function publishSummary(view: ReportView, { step }: Pick<Services, 'step'>): Promise<readonly Problem[]> {
  try {
    const room = Math.floor(SUMMARY_BYTES * SUMMARY_SHARE) - (await step.summaryBytes());
    const text = renderSummary(view, Math.max(0, room));
    await step.appendSummary(text);
    if (text !== '') return [];
    return [
      publishingProblem(
        'the job summary is full: there was too much content in it before',
        'The results are in the evidence.',
      ),
    ];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [publishingProblem(`the job summary could not be written: ${reason}`, 'The results are in the evidence.')];
  }
}

/** Appends what became known too late for the report: mostly what could not be published. */
export async function addToSummary(
  problems: readonly Problem[],
  view: ReportView,
  { step }: Pick<Services, 'step'>,
): Promise<void> {
  if (problems.length === 0) return;
  try {
    const room = Math.floor(SUMMARY_BYTES * LATE_PROBLEMS_SHARE) - (await step.summaryBytes());
    const text = renderLateProblems(problems, view, Math.max(0, room));
    if (text !== '') await step.appendSummary(`\n\n${text}\n`);
  } catch {
    // The same problems are warnings in the log.
  }
}
