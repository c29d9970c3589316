import type { Problem } from '../../model/problem.js';
import type { Settings } from '../../model/settings.js';
import type { Annotation, PublishedCheck, Sent } from '../../model/publication.js';
import type { Clock, GitHub } from '../../ports.js';
import { renderCheckRun } from '../../publish/github/check-run.js';
import type { ReportView } from '../../publish/view/view.js';
import { checkKey, checkName, type JobIdentity, runPrefix } from '../job-identity.js';
import { publishComment } from './publish-comment.js';
import { formatCount } from '../../text/format.js';

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
  { identity, pullRequest }: PublishTarget,
  { api, clock }: { readonly api: GitHub; readonly clock: Clock },
): Promise<Published> {
  const isChecked = settings.check && view.context.headSha !== '';
  const names = { name: checkName(settings, identity), externalId: checkKey(identity), run: runPrefix(identity) };
  const isCommented = pullRequest !== null && settings.comment !== 'off';
  const [check, comment] = await Promise.all([
    isChecked ? catchErrors('check', () => api.publishCheck(renderCheckRun(view, annotations, names))) : null,
    isCommented
      ? catchErrors('comment', () => publishComment(view, settings, { identity, pullRequest, api, clock }))
      : null,
  ]);
  const lost = check === null ? [] : [...problemOf(check), ...lostAnnotations(check, annotations.length)];
  const checkUrl = check?.ok === true ? check.value.url : null;
  return { checkUrl, problems: [...lost, ...(comment === null ? [] : problemOf(comment))] };
}

/** A fault of ours in one layer must not take the other along. */
async function catchErrors<T>(layer: string, send: () => Promise<Sent<T>>): Promise<Sent<T>> {
  try {
    return await send();
  } catch (error) {
    const reason = `the ${layer} could not be published: ${error instanceof Error ? error.message : String(error)}`;
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
      `${wanted - annotations} of ${formatCount(wanted, 'annotation')} are missing from the check run: ${refused}`,
      'The job summary lists every failure.',
    ),
  ];
}

/** Something that people do not see where they expect it. It never changes a verdict. */
export function publishingProblem(message: string, remedy: string): Problem {
  return { severity: 'warning', place: 'publishing', message, remedy };
}
