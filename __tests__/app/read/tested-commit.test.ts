import { describe, expect, test } from '@jest/globals';
import { readTestedContext } from '../../../src/app/read/tested-commit.js';
import type { Services } from '../../../src/app/services.js';
import type { GitHubContext, PullRequest, TriggeringRun } from '../../../src/model/context.js';
import type { Settings } from '../../../src/model/settings.js';
import type { Checkout, GitHub } from '../../../src/ports.js';
import { gitHubContext } from '../../adapters/github-access.js';
import { publishSettings } from '../publish-services.js';

const [MAIN, HEAD, MERGE, OTHER] = ['b', 'c', 'e', 'd'].map((digit) => digit.repeat(40)) as [
  string,
  string,
  string,
  string,
];
const PULL: PullRequest = {
  ...{ number: 7, headSha: HEAD, headRef: 'topic', baseRef: 'main', baseSha: MAIN },
  ...{ mergeSha: '', fork: true },
};
const RUN: TriggeringRun = {
  ...{ id: 5, number: 3, attempt: 1, workflow: 'Build', headSha: HEAD, headBranch: 'topic', headOwner: 'contributor' },
  pullRequests: [],
};

const at = (commit: string | null, parents: readonly string[] = [], branch = ''): Checkout => ({
  ...{ commit, parents, branch },
  reason: commit === null ? 'git is missing' : '',
});

/** GitHub with one open pull request; null: it answers nothing. */
function api(open: readonly PullRequest[] | null, job = 'qa'): GitHub {
  const refused = { ok: false as const, reason: '403', remedy: '' };
  return {
    openPullRequests: () => Promise.resolve(open === null ? refused : { ok: true, value: open }),
    jobName: () => Promise.resolve({ ok: true, value: job }),
  } as unknown as GitHub;
}

async function tested(
  github: Partial<GitHubContext>,
  checkout: Checkout,
  settings: Partial<Settings> = {},
  client: GitHub = api([PULL]),
) {
  const services = {
    github: () => client,
    clock: { now: () => 0, sleep: () => new Promise(() => undefined) },
    cancelled: new AbortController().signal,
  } as unknown as Services;
  const context = gitHubContext('', { testedBranch: '', ...github });
  const { github: after, problems } = await readTestedContext(context, publishSettings(settings), checkout, services);
  return {
    sha: after.headSha,
    pull: after.pullRequest?.number ?? null,
    branch: after.testedBranch,
    untested: after.untestedPullRequest,
    caller: after.caller,
    says: problems.map(({ severity, message }) => `${severity}: ${message}`),
  };
}

const pullEvent = {
  eventName: 'pull_request',
  sha: MERGE,
  headSha: HEAD,
  branch: '',
  pullRequest: { ...PULL, mergeSha: MERGE },
};
const targetEvent = { eventName: 'pull_request_target', sha: MAIN, headSha: HEAD, branch: 'main', pullRequest: PULL };
const runEvent = { eventName: 'workflow_run', sha: MAIN, headSha: HEAD, branch: 'main', triggeredBy: RUN };
const commentEvent = { eventName: 'issue_comment', sha: MAIN, headSha: MAIN, branch: 'main', commentedOn: 7 };
const pushEvent = { eventName: 'push', sha: MAIN, headSha: MAIN, branch: 'main' };
const suiteEvent = { eventName: 'check_suite', sha: MAIN, headSha: HEAD, branch: 'main' };

/** Event, checkout, then: commit of the check, pull request of the comment, branch of the history, a word of the problem. */
const ROWS: readonly (readonly [
  string,
  Partial<GitHubContext>,
  Checkout,
  string,
  number | null,
  string,
  RegExp | null,
])[] = [
  ['pull_request, its merge', pullEvent, at(MERGE), HEAD, 7, '', null],
  ['pull_request, its head', pullEvent, at(HEAD), HEAD, 7, '', null],
  ['pull_request, another merge with its head', pullEvent, at(OTHER, [MAIN, HEAD]), HEAD, 7, '', null],
  ['pull_request, its base', pullEvent, at(MAIN), MAIN, null, '', /#7 was not tested/],
  ['pull_request, something else', pullEvent, at(OTHER), OTHER, 7, '', /not known to be a commit of pull request #7/],
  ['pull_request without git', pullEvent, at(null), HEAD, 7, '', /is unknown: git is missing/],
  ['pull_request_target, plain checkout', targetEvent, at(MAIN), MAIN, null, '', /#7 was not tested/],
  ['pull_request_target, the head', targetEvent, at(HEAD), HEAD, 7, '', null],
  ['pull_request_target, the merge', targetEvent, at(OTHER, [MAIN, HEAD]), HEAD, 7, '', null],
  ['pull_request_target, a newer base', targetEvent, at(OTHER), OTHER, null, '', /#7 was not tested/],
  ['pull_request_target without git', targetEvent, at(null), '', null, '', /no check run is published/],
  ['workflow_run, plain checkout', runEvent, at(MAIN), MAIN, null, '', /#7 was not tested/],
  ['workflow_run, the head', runEvent, at(HEAD), HEAD, 7, '', null],
  ['issue_comment, plain checkout', commentEvent, at(MAIN), MAIN, null, '', /#7 was not tested/],
  ['issue_comment, the head', commentEvent, at(HEAD), HEAD, 7, '', null],
  ['issue_comment, the merge', commentEvent, at(OTHER, [MAIN, HEAD]), HEAD, 7, '', null],
  ['issue_comment, something else', commentEvent, at(OTHER), OTHER, null, '', /#7 was not tested/],
  ['check_suite, plain checkout', suiteEvent, at(MAIN), MAIN, null, '', /bbbbbbb was tested, not ccccccc of the event/],
  ['push', pushEvent, at(MAIN), MAIN, null, 'main', null],
  ['push, a newer commit of the branch', pushEvent, at(OTHER, [], 'main'), OTHER, null, 'main', /was tested, not/],
  ['push, another branch', pushEvent, at(OTHER, [], 'topic'), OTHER, null, '', /was tested, not/],
  ['push without git', pushEvent, at(null), MAIN, null, '', /is unknown/],
  ['push of a tag', { ...pushEvent, branch: '' }, at(MAIN), MAIN, null, '', null],
  ['schedule', { ...pushEvent, eventName: 'schedule' }, at(MAIN), MAIN, null, 'main', null],
  ['workflow_dispatch', { ...pushEvent, eventName: 'workflow_dispatch' }, at(MAIN), MAIN, null, 'main', null],
  [
    'workflow_dispatch, another ref',
    { ...pushEvent, eventName: 'workflow_dispatch' },
    at(HEAD),
    HEAD,
    null,
    '',
    /not bbbbbbb/,
  ],
  ['merge_group', { ...pushEvent, eventName: 'merge_group' }, at(MAIN), MAIN, null, '', null],
];

describe('what was tested', () => {
  test.each(ROWS)('%s', async (_what, github, checkout, sha, pull, branch, word) => {
    const found = await tested(github, checkout);
    expect(found).toMatchObject({ sha, pull, branch });
    if (word === null) expect(found.says).toEqual([]);
    else expect(found.says).toEqual([expect.stringMatching(word)]);
    expect(found.untested).toBe(pull === null && /#7|no check/.test(word?.source ?? '') ? 7 : null);
  });

  test('is what a user says', async () => {
    expect(await tested(targetEvent, at(MAIN), { commit: HEAD })).toMatchObject({ sha: HEAD, pull: 7, says: [] });
    expect(await tested(pushEvent, at(MAIN), { pullRequest: 9 })).toMatchObject({ sha: MAIN, pull: 9, branch: '' });
    const both = { commit: OTHER, pullRequest: 7 };
    expect(await tested(runEvent, at(null), both)).toMatchObject({ sha: OTHER, pull: 7, says: [] });
  });

  test('of reports that another workflow made is the commit of its run', async () => {
    const suites = [{ runner: 'junit', enabled: true }] as unknown as Settings['suites'];
    expect(await tested(runEvent, at(MAIN), { suites })).toMatchObject({ sha: HEAD, pull: 7, says: [] });
    expect(await tested(targetEvent, at(MAIN), { suites })).toMatchObject({ sha: MAIN, pull: null });
  });

  test('on a comment is commented on although GitHub does not report the head, but not for the default branch', async () => {
    expect(await tested(commentEvent, at(HEAD), {}, api(null))).toMatchObject({ sha: HEAD, pull: 7 });
    expect(await tested(commentEvent, at(MAIN), {}, api(null))).toMatchObject({ sha: MAIN, pull: null });
  });

  test('knows the jobs that call this one from the name of its check run', async () => {
    const called = api([], 'nightly (linux) / inner / qa (3.12)');
    expect(await tested({ ...pushEvent, checkRunId: 77 }, at(MAIN), {}, called)).toMatchObject({
      caller: 'nightly (linux) / inner',
    });
    expect(await tested(pushEvent, at(MAIN), {}, called)).toMatchObject({ caller: '' });
  });
});
