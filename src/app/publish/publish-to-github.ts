import type { Problem } from '../../model/problem.js';
import type { Settings } from '../../model/settings.js';
import type { Annotation, PublishedCheck, Sent } from '../../model/publication.js';
import type { GitHub } from '../../ports.js';
import { renderCheckRun } from '../../publish/github/check-run.js';
import { commentAction, commentMarker, renderComment } from '../../publish/github/comment.js';
import type { ReportView } from '../../publish/view/view.js';
import { checkKey, checkName, commentKey, type JobIdentity } from '../job-identity.js';

/** Where a report goes. */
export interface PublishTarget {
  readonly identity: JobIdentity;
  /** Number; null when there is none to comment on. */
  readonly pullRequest: number | null;
}

export interface Published {
  readonly checkUrl: string | null;
  /** What could not be published, and why. */
  readonly problems: readonly Problem[];
}

/** Check and comment, side by side: what keeps one of them waiting does not use up the time of the other. */
export async function publishRemote(
  view: ReportView,
  annotations: readonly Annotation[],
  settings: Settings,
  target: PublishTarget,
  api: GitHub,
): Promise<Published> {
  const identity = { name: checkName(settings, target.identity), externalId: checkKey(target.identity) };
  const [check, comment] = await Promise.all([
    catchErrors('check', () => api.publishCheck(renderCheckRun(view, annotations, identity))),
    catchErrors('comment', () => publishComment(view, settings, target, api)),
  ]);
  const problems = [...problemOf(check), ...lostAnnotations(check, annotations.length), ...problemOf(comment)];
  return { checkUrl: check.ok ? check.value.url : null, problems };
}

async function publishComment(
  view: ReportView,
  settings: Settings,
  { identity, pullRequest }: PublishTarget,
  api: GitHub,
): Promise<Sent<null>> {
  if (pullRequest === null || settings.comment === 'off') return NOTHING;
  const key = commentKey(settings, identity);
  const existing = await api.findComment(pullRequest, commentMarker(key));
  if (!existing.ok) return commentAction(settings.comment, view, null) === 'none' ? NOTHING : existing;
  const action = commentAction(settings.comment, view, existing.value?.body ?? null);
  if (action === 'none') return NOTHING;
  const body = renderComment(view, key);
  const isUpdate = action === 'update' && existing.value !== null;
  const sent = await (isUpdate ? api.updateComment(existing.value.id, body) : api.createComment(pullRequest, body));
  return sent.ok ? NOTHING : sent;
}

const NOTHING: Sent<null> = { ok: true, value: null };

/** A fault of ours in one layer must not take the other along. */
async function catchErrors<T>(layer: string, send: () => Promise<Sent<T>>): Promise<Sent<T>> {
  try {
    return await send();
  } catch (error) {
    const reason = `the ${layer} could not be made: ${error instanceof Error ? error.message : String(error)}`;
    return { ok: false, reason, remedy: 'Please report this; the job summary has the results.' };
  }
}

function problemOf(sent: Sent<unknown>): readonly Problem[] {
  return sent.ok ? [] : [publishingProblem(sent.reason, sent.remedy)];
}

function lostAnnotations(check: Sent<PublishedCheck>, wanted: number): readonly Problem[] {
  if (!check.ok || check.value.annotations >= wanted) return [];
  const { annotations, refused } = check.value;
  return [
    publishingProblem(
      `${wanted - annotations} of ${wanted} annotations are missing in the check: ${refused}`,
      'The job summary names every failure.',
    ),
  ];
}

/** Something that people do not see where they expect it. It never changes a verdict. */
export function publishingProblem(message: string, remedy: string): Problem {
  return { severity: 'warning', place: 'publishing', message, remedy };
}
