import type { GitHubContext } from '../model/context.js';
import type { Settings } from '../model/settings.js';
import { visibleLine } from '../text/visible.js';

/** What tells one job's check, comment and history from all others. Names may come from a fork. */
export interface JobIdentity {
  readonly runId: number;
  readonly runAttempt: number;
  readonly workflow: string;
  readonly job: string;
  /** `os=linux, py=3.12`; empty without a matrix. */
  readonly matrix: string;
}

const NAME_CHARS = 200;
const DEFAULT_NAME = 'QA';

/** `QA / Tests / unit (py=3.12)`: jobs of one commit must not collide. One line, at most 200 characters. */
export function checkName({ checkName: name }: Pick<Settings, 'checkName'>, identity: JobIdentity): string {
  const { workflow, job, matrix } = identity;
  const where = [name, workflow, job].filter((part) => part !== '').join(' / ');
  const full = visibleLine(`${where}${matrix === '' ? '' : ` (${matrix})`}`);
  return full.length <= NAME_CHARS ? full : `${full.slice(0, NAME_CHARS - 1).toWellFormed()}…`;
}

/** What the check is found by again. */
export function checkKey({ runId, runAttempt, workflow, job, matrix }: JobIdentity): string {
  return [runId, runAttempt, workflow, job, matrix].join(':').slice(0, 1000);
}

/** What the comment is found by again, over all runs. Two steps of one job differ by the name of their check. */
export function commentKey(
  { checkName: name }: Pick<Settings, 'checkName'>,
  { workflow, job, matrix }: JobIdentity,
): string {
  return [...(name === DEFAULT_NAME ? [] : [name]), workflow, job, matrix].join('/').slice(0, 500);
}

/** The job that this program runs in. */
export function identityOf({ runId, runAttempt, workflow, job, matrix }: GitHubContext): JobIdentity {
  return { runId, runAttempt, workflow, job, matrix };
}
