import type { IssueComment, Sent } from '../../model/publication.js';
import type { Settings } from '../../model/settings.js';
import type { Clock, GitHub } from '../../ports.js';
import { type CommentedJob, planComment } from '../../publish/github/comment.js';
import { commentMarker, readSections, sectionKey, stampLine } from '../../publish/github/comment-sections.js';
import type { ReportView } from '../../publish/view/view.js';
import { commentKey, jobLabel, partsOf } from '../job-identity.js';
import type { PublishTarget } from './publish-to-github.js';

/** Rounds of reading, writing and looking again: each is lost to another job at most once. */
const MOST_ROUNDS = 8;
/**
 * Pauses before the looks that follow a write. Another job that read the comment before our write may still replace it;
 * the pauses are longer than a job takes from its read to its write.
 */
const PAUSES_MS: readonly number[] = [600, 1600];

type Context = Pick<PublishTarget, 'identity'> & {
  readonly pullRequest: number;
  readonly api: GitHub;
  readonly clock: Clock;
};

/**
 * Writes the job's section of the comment that the jobs of a workflow share. GitHub has no conditional write: the section
 * is written, looked for, and written again when another job's write has replaced it. Of comments that two jobs created
 * at the same moment the oldest stays.
 */
export async function publishComment(view: ReportView, settings: Settings, context: Context): Promise<Sent<null>> {
  const key = commentKey(settings, context.identity);
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const done = await writeOnce(view, settings, key, context);
    if (done !== 'again') return done;
  }
  const reason = `the comment could not be updated: other jobs replaced it ${MOST_ROUNDS} times`;
  return { ok: false, reason, remedy: 'The job summary has the results.' };
}

const DONE: Sent<null> = { ok: true, value: null };

async function writeOnce(
  view: ReportView,
  settings: Settings,
  key: string,
  context: Context,
): Promise<Sent<null> | 'again'> {
  const { api, pullRequest } = context;
  const job = jobOf(context);
  const found = await api.ownComments(pullRequest, commentMarker(key));
  const [oldest, ...others] = found.ok ? found.value : [];
  const existing = oldest === undefined ? [] : readSections(oldest.body);
  const plan = planComment(view, key, job, settings.comment, existing);
  if (plan.action === 'none') return DONE;
  if (!found.ok) return found;
  if (plan.action === 'full')
    return {
      ok: false,
      reason: 'the comment is full: it contains only sections of other jobs',
      remedy: 'The job summary has the results.',
    };
  const mark = stampLine(plan.stamp);
  const sent = await (oldest === undefined
    ? api.createComment(pullRequest, plan.text, mark)
    : api.updateComment(oldest.id, plan.text));
  if (!sent.ok) return sent;
  await removeCopied(others, plan.text, api);
  const isAlone = !job.isShared && readSections(plan.text).length === 1;
  return (await isKept(mark, key, isAlone, context)) ? DONE : 'again';
}

function jobOf({ identity }: Context): CommentedJob {
  const { instance, matrix } = identity;
  return { key: sectionKey(partsOf(identity)), instance, label: jobLabel(identity), isShared: matrix !== '' };
}

/** Removes comments that were created beside the oldest, once it has everything that they say. */
async function removeCopied(others: readonly IssueComment[], text: string, api: GitHub): Promise<void> {
  for (const { id, body } of others) {
    const sections = readSections(body);
    if (sections.length > 0 && sections.every(({ stamp }) => text.includes(stampLine(stamp))))
      await api.deleteComment(id);
  }
}

/** True when the section is still in the oldest of our comments after a while. */
async function isKept(mark: string, key: string, isAlone: boolean, context: Context): Promise<boolean> {
  const { api, clock, pullRequest, identity } = context;
  for (const pause of isAlone ? PAUSES_MS.slice(0, 1) : PAUSES_MS) {
    await clock.sleep(pause + spread(identity.instance));
    const found = await api.ownComments(pullRequest, commentMarker(key));
    // What cannot be read cannot be mended either.
    if (!found.ok) return true;
    if (found.value[0]?.body.includes(mark) !== true) return false;
  }
  return true;
}

/** Up to a third of a second, different for every job. */
function spread(instance: string): number {
  return Number.parseInt(instance.slice(0, 4), 16) % 333;
}
