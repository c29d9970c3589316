import type { GitHubContext, PullRequest } from '../../model/context.js';
import type { Problem } from '../../model/problem.js';
import type { Settings } from '../../model/settings.js';
import type { Checkout, GitHub } from '../../ports.js';
import { pullRequestOfRun } from '../publish/triggering-run.js';
import type { Services } from '../services.js';
import { within } from './within.js';

/** The job as it is after a look at the checkout, and what a reader of its results must know about that. */
export interface TestedContext {
  readonly github: GitHubContext;
  readonly problems: readonly Problem[];
}

type Tested = Pick<GitHubContext, 'headSha' | 'pullRequest' | 'testedBranch' | 'untestedPullRequest'>;

interface Verdict extends Tested {
  readonly problem: Problem | null;
}

/** Longest that the questions to GitHub about the job may take. */
const LIMIT_MS = 10_000;

/**
 * Finds out what was tested: what is checked out, not what the event is about, decides where results go. The inputs
 * `commit` and `pull-request` overrule both.
 */
export async function readTestedContext(
  github: GitHubContext,
  settings: Settings,
  checkout: Checkout,
  services: Services,
): Promise<TestedContext> {
  const api = settings.githubToken === null ? null : services.github(settings.githubToken);
  const [asked, caller] = await Promise.all([
    pullRequestInQuestion(github, settings, api, services),
    callerOf(github, api, services),
  ]);
  const { problem, ...tested } = judge({ github, settings, checkout, asked });
  return { github: { ...github, ...tested, caller }, problems: problem === null ? [] : [problem] };
}

/** The pull request that results may be about, before anybody knows what was tested. */
interface PullRequestInQuestion {
  readonly number: number;
  /** Null when GitHub could not be asked. */
  readonly pull: PullRequest | null;
}

async function pullRequestInQuestion(
  github: GitHubContext,
  settings: Settings,
  api: GitHub | null,
  services: Services,
): Promise<PullRequestInQuestion | null> {
  const { pullRequest, commentedOn, triggeredBy } = github;
  const number = settings.pullRequest ?? pullRequest?.number ?? commentedOn;
  if (number !== null) {
    if (pullRequest?.number === number) return { number, pull: pullRequest };
    const listed = api === null ? null : await within(LIMIT_MS, api.openPullRequests(null), services);
    const found = listed?.ok === true ? listed.value.find((pull) => pull.number === number) : undefined;
    return { number, pull: found ?? null };
  }
  if (triggeredBy === null || api === null) return null;
  const pull = await within(LIMIT_MS, pullRequestOfRun(triggeredBy, github, api), services);
  return pull === null ? null : { number: pull.number, pull };
}

/** The part of the job's name before its own: the jobs that call it. */
async function callerOf({ checkRunId }: GitHubContext, api: GitHub | null, services: Services): Promise<string> {
  if (checkRunId === null || api === null) return '';
  const name = await within(LIMIT_MS, api.jobName(checkRunId), services);
  return name?.ok === true ? name.value.split(' / ').slice(0, -1).join(' / ') : '';
}

interface Question {
  readonly github: GitHubContext;
  readonly settings: Settings;
  readonly checkout: Checkout;
  readonly asked: PullRequestInQuestion | null;
}

const NOTHING_ELSE = { testedBranch: '', untestedPullRequest: null, problem: null } as const;

function judge(question: Question): Verdict {
  const { github, settings, checkout, asked } = question;
  if (settings.commit !== null) return ofCommit(settings.commit, question);
  if (readsReportsOf(github, settings)) return { ...NOTHING_ELSE, headSha: github.headSha, pullRequest: named(asked) };
  if (checkout.commit === null) return ofUnknown(question);
  const pull = asked?.pull ?? null;
  if (pull !== null && isOf(pull, checkout)) return { ...NOTHING_ELSE, headSha: pull.headSha, pullRequest: pull };
  return ofCommit(checkout.commit, question);
}

/** True for a head, for GitHub's merge of it and for any other merge with it. */
function isOf({ headSha, mergeSha }: PullRequest, { commit, parents }: Checkout): boolean {
  if (commit === null) return false;
  return commit === headSha || commit === mergeSha || (parents.length > 1 && parents.includes(headSha));
}

/** After another workflow, reports that were there before are those of its run: what is checked out did not make them. */
function readsReportsOf({ triggeredBy }: GitHubContext, { suites }: Settings): boolean {
  const enabled = suites.filter((suite) => suite.enabled);
  return triggeredBy !== null && enabled.length > 0 && enabled.every(({ runner }) => runner === 'junit');
}

/** The pull request in question; nothing but the number is known of it where GitHub could not be asked. */
function named(asked: PullRequestInQuestion | null): PullRequest | null {
  return asked === null ? null : (asked.pull ?? unread(asked.number));
}

function unread(number: number): PullRequest {
  return { number, headSha: '', headRef: '', baseRef: '', baseSha: '', mergeSha: '', fork: false };
}

/** Events whose checkout is that of GITHUB_SHA unless a workflow says otherwise. */
const PLAIN_EVENTS = ['push', 'pull_request', 'merge_group', 'schedule', 'workflow_dispatch', 'release', 'create'];

function ofUnknown({ github, settings, checkout, asked }: Question): Verdict {
  const message = `the tested commit is unknown: ${checkout.reason}`;
  if (PLAIN_EVENTS.includes(github.eventName)) {
    const remedy = 'The results are published for the commit of the event. Install git, or set `commit`.';
    const pullRequest = settings.pullRequest === null ? github.pullRequest : named(asked);
    return { ...NOTHING_ELSE, headSha: github.headSha, pullRequest, problem: problem('note', message, remedy) };
  }
  return {
    ...NOTHING_ELSE,
    headSha: '',
    pullRequest: settings.pullRequest === null ? null : named(asked),
    untestedPullRequest: asked?.number ?? null,
    problem: problem('warning', `${message}, so no check run is published`, REMEDY),
  };
}

const REMEDY = 'Check out the commit to test (`ref` of actions/checkout), or set `commit` and `pull-request`.';

/** A commit that is neither head nor merge of the pull request in question, or that a user named. */
function ofCommit(commit: string, question: Question): Verdict {
  const { github, settings, asked } = question;
  const pull = pullRequestOf(commit, question);
  const testedBranch = pull === null ? branchOf(commit, question) : '';
  const untested = pull === null ? (asked?.number ?? null) : null;
  const tested = { headSha: commit, pullRequest: pull, testedBranch, untestedPullRequest: untested };
  if (settings.commit !== null && (untested === null || settings.pullRequest !== null))
    return { ...tested, problem: null };
  return { ...tested, problem: problemOf(commit, tested, github) };
}

function pullRequestOf(commit: string, { github, settings, asked }: Question): PullRequest | null {
  if (asked === null) return null;
  if (settings.pullRequest !== null) return named(asked);
  const { pull, number } = asked;
  const isBase = commit === pull?.baseSha || (commit === github.sha && commit !== pull?.mergeSha);
  if (pull !== null && (commit === pull.headSha || commit === pull.mergeSha)) return pull;
  if (isBase) return null;
  // The checkout of `pull_request` is the pull request's unless it is known to be another one.
  if (github.eventName === 'pull_request') return pull;
  return pull === null ? unread(number) : null;
}

/** Events that run for the newest commit of a branch. */
const BRANCH_EVENTS = ['push', 'schedule', 'workflow_dispatch'];

function branchOf(commit: string, { github, checkout, asked }: Question): string {
  const { eventName, branch, sha } = github;
  if (!BRANCH_EVENTS.includes(eventName) || branch === '' || asked !== null) return '';
  return commit === sha || (commit === checkout.commit && checkout.branch === branch) ? branch : '';
}

function problemOf(
  commit: string,
  { pullRequest, untestedPullRequest }: Tested,
  github: GitHubContext,
): Problem | null {
  const short = commit.slice(0, 7);
  if (untestedPullRequest !== null)
    return problem(
      'warning',
      `pull request #${untestedPullRequest} was not tested: ${short} is checked out, and the results are published for that commit`,
      REMEDY,
    );
  if (pullRequest !== null)
    return problem(
      'warning',
      `${short} was tested, which is not known to be a commit of pull request #${pullRequest.number}`,
      REMEDY,
    );
  if (commit === github.headSha) return null;
  const severity = BRANCH_EVENTS.includes(github.eventName) ? 'note' : 'warning';
  return problem(severity, `${short} was tested, not ${github.headSha.slice(0, 7)} of the event`, '');
}

function problem(severity: Problem['severity'], message: string, remedy: string): Problem {
  return { severity, place: 'commit', message, remedy };
}
