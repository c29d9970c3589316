import { createHash } from 'node:crypto';
import type { GitHubContext } from '../model/context.js';
import type { Settings } from '../model/settings.js';
import { visibleLine } from '../text/visible.js';

/** What distinguishes one job's check, comment and history from all others. Names may come from a fork. */
export interface JobIdentity {
  readonly runId: number;
  readonly runAttempt: number;
  readonly workflow: string;
  /** Jobs that call this one, `outer / inner`; empty when there are none or they are unknown. */
  readonly caller: string;
  readonly job: string;
  /** Which use of the action in the job: an id, or a number from the second on; empty for the first. */
  readonly step: string;
  /** `os=linux, py=3.12`; empty without a matrix. */
  readonly matrix: string;
  /** Empty for the events whose checks a pull request waits for. */
  readonly event: string;
  /** Different for every execution, also where all else is equal. */
  readonly instance: string;
}

const NAME_CHARS = 200;
const DEFAULT_NAME = 'QA';

/**
 * `QA / Tests / caller / unit / step (py=3.12, push)`: jobs of one commit must not collide. One line, at most 200
 * characters; a name that is cut carries a hash.
 */
export function checkName({ checkName: name }: Pick<Settings, 'checkName'>, identity: JobIdentity): string {
  const full = visibleLine([name, identity.workflow, jobLabel(identity)].filter((part) => part !== '').join(' / '));
  return cut(full, NAME_CHARS);
}

/** The job as people call it, without its workflow. */
export function jobLabel({ caller, job, step, matrix, event }: JobIdentity): string {
  const path = [caller, job, step].filter((part) => part !== '').join(' / ');
  const details = [matrix, event].filter((part) => part !== '').join(', ');
  return visibleLine(details === '' ? path : `${path} (${details})`);
}

/** Text of at most `most` characters; what is cut is replaced by a hash of the whole. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const hash = hashOf([text]);
  return `${text.slice(0, most - hash.length - 2).toWellFormed()}… ${hash}`;
}

/** What the check is found by again. */
export function checkKey(identity: JobIdentity): string {
  return `${runPrefix(identity)}${hashOf(partsOf(identity))}:${identity.instance}`;
}

/** How the keys of all checks of one attempt of a run begin. */
export function runPrefix({ runId, runAttempt }: JobIdentity): string {
  return `${runId}:${runAttempt}:`;
}

/** What the comment is found by again, over all runs: the jobs of a workflow share it. */
export function commentKey(
  { checkName: name }: Pick<Settings, 'checkName'>,
  { workflow }: Pick<JobIdentity, 'workflow'>,
): string {
  return cut([...(name === DEFAULT_NAME ? [] : [name]), workflow].join('/'), 500);
}

/** What is the same for the same job in every run. */
export function partsOf({ workflow, caller, job, step, matrix, event }: JobIdentity): readonly string[] {
  return [workflow, caller, job, step, matrix, event];
}

/** Short name of several texts: different for different ones. */
export function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 10);
}

/** Events whose checks have no event in their name: a rule of the branch names them, and must find them in a merge queue. */
const PLAIN_EVENTS = ['pull_request', 'merge_group'];

/** The job that this program runs in. `execution` is what no other execution shares, for instance a folder of its own. */
export function identityOf(github: GitHubContext, execution: readonly string[]): JobIdentity {
  const { runId, runAttempt, workflow, caller, job, matrix, eventName, checkRunId } = github;
  const event = PLAIN_EVENTS.includes(eventName) ? '' : eventName;
  const instance = hashOf([String(runId), String(runAttempt), String(checkRunId), ...execution]);
  return { runId, runAttempt, workflow, caller, job, matrix, event, step: stepOf(github.step), instance };
}

/** `__owner_name` for the first use of an action, `__owner_name_2` for the second, else the id that a user gave. */
function stepOf(step: string): string {
  if (!step.startsWith('__')) return step;
  return /_(\d{1,4})$/.exec(step)?.[1] ?? '';
}
