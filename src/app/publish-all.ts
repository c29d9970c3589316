import { annotationsOf, commandAnnotations } from '../publish/annotations.js';
import { renderCheckRun } from '../publish/check-run.js';
import { commentAction, commentMarker, renderComment } from '../publish/comment.js';
import { renderSummary, SUMMARY_BYTES } from '../publish/markdown-report.js';
import type { ReportView } from '../publish/view.js';
import type { GitHubContext } from '../model/context.js';
import type { Problem } from '../model/problem.js';
import type { Settings } from '../model/settings.js';
import type { GitHub, Sent } from '../ports.js';
import type { World } from './world.js';

/** Share of the step summary that is ours: other tools write into the same file, and too much loses all of it. */
const SUMMARY_SHARE = 0.8;

export interface Published {
  readonly checkUrl: string | null;
  /** What could not be published, and why. */
  readonly problems: readonly Problem[];
}

/** Everything a job shows, in layers that do not depend on each other. A layer that fails is a problem with its remedy. */
export async function publishAll(view: ReportView, settings: Settings, world: World): Promise<Published> {
  const { github } = world.context;
  if (github === null) return { checkUrl: null, problems: [] };
  const annotations = annotationsOf(view, settings.annotations);
  const summary = await publishSummary(view, world);
  for (const annotation of commandAnnotations(annotations)) world.console.annotate(annotation);
  const api = settings.githubToken === null ? null : world.github(settings.githubToken);
  if (api === null) return { checkUrl: null, problems: [...summary, noToken()] };
  const identity = { name: checkName(settings, github), externalId: checkKey(github) };
  const check = await api.publishCheck(renderCheckRun(view, annotations, identity));
  const comment = await publishComment(view, settings, github, api);
  const problems = [...summary, ...problemOf(check), ...lostAnnotations(check, annotations.length), ...comment];
  return { checkUrl: check.ok ? check.value.url : null, problems };
}

/** `QA`, or with the job and its matrix where several jobs of one commit would collide. */
function checkName({ checkName: name }: Settings, { workflow, job, matrix }: GitHubContext): string {
  const where = [workflow, job].filter((part) => part !== '').join(' / ');
  return `${name}${where === '' ? '' : ` / ${where}`}${matrix === '' ? '' : ` (${matrix})`}`;
}

/** What tells this job's check and comment from all others. */
export function checkKey({ runId, runAttempt, workflow, job, matrix }: GitHubContext): string {
  return [runId, runAttempt, workflow, job, matrix].join(':');
}

async function publishSummary(view: ReportView, { step }: World): Promise<readonly Problem[]> {
  try {
    const room = Math.floor(SUMMARY_BYTES * SUMMARY_SHARE) - (await step.summaryBytes());
    await step.appendSummary(renderSummary(view, Math.max(0, room)));
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [warning(`the job summary could not be written: ${reason}`, 'The results are in the evidence.')];
  }
}

async function publishComment(
  view: ReportView,
  settings: Settings,
  github: GitHubContext,
  api: GitHub,
): Promise<readonly Problem[]> {
  const { pullRequest, workflow, job, matrix } = github;
  if (pullRequest === null || settings.comment === 'off') return [];
  const key = [workflow, job, matrix].join('/');
  const existing = await api.findComment(pullRequest.number, commentMarker(key));
  if (!existing.ok) return commentAction(settings.comment, view, null) === 'none' ? [] : problemOf(existing);
  const action = commentAction(settings.comment, view, existing.value?.body ?? null);
  if (action === 'none') return [];
  const body = renderComment(view, key);
  const isUpdate = action === 'update' && existing.value !== null;
  return problemOf(
    isUpdate ? await api.updateComment(existing.value.id, body) : await api.createComment(pullRequest.number, body),
  );
}

function problemOf(sent: Sent<unknown>): readonly Problem[] {
  return sent.ok ? [] : [warning(sent.reason, sent.remedy)];
}

function lostAnnotations(check: Sent<{ readonly annotations: number }>, wanted: number): readonly Problem[] {
  if (!check.ok || check.value.annotations === wanted) return [];
  return [
    warning(
      `${wanted - check.value.annotations} of ${wanted} annotations were refused`,
      'The job summary names every failure.',
    ),
  ];
}

function noToken(): Problem {
  return warning(
    'no check and no comment: there is no token',
    'Give `github-token`, by default `${{ github.token }}`.',
  );
}

function warning(message: string, remedy: string): Problem {
  return { severity: 'warning', place: 'publishing', message, remedy };
}
