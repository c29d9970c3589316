import type { GitHubContext } from '../../src/model/context.js';
import type { Annotation, CheckRun } from '../../src/model/publication.js';
import type { ApiBudget } from '../../src/adapters/github/retry.js';

export const HEAD = 'a'.repeat(40);

/** Limits that let a test with a hanging server end soon. */
export const QUICK: ApiBudget = { requestMs: 1500, totalMs: 20_000, attempts: 4, backoffMs: 20, limitMs: 50 };

/** A push to the stand-in's repository, whose API is at `apiUrl`. */
export function gitHubContext(apiUrl: string, changes: Partial<GitHubContext> = {}): GitHubContext {
  return {
    serverUrl: 'https://github.com',
    apiUrl,
    owner: 'octo-org',
    repository: 'shop',
    sha: HEAD,
    headSha: HEAD,
    ref: 'main',
    branch: 'main',
    testedBranch: 'main',
    eventName: 'push',
    runId: 30_433_642,
    runNumber: 812,
    runAttempt: 1,
    workflow: 'Tests',
    job: 'qa',
    matrix: '',
    step: '__octo-org_qaagent',
    checkRunId: null,
    caller: '',
    pullRequest: null,
    untestedPullRequest: null,
    commentedOn: null,
    defaultBranch: 'main',
    mergeQueueBranch: '',
    triggeredBy: null,
    ...changes,
  };
}

export function annotations(count: number, change: (index: number) => Partial<Annotation> = () => ({})): Annotation[] {
  return Array.from({ length: count }, (_, index) => ({
    path: `tests/test_${index % 7}.py`,
    startLine: index + 1,
    endLine: index + 1,
    level: 'failure' as const,
    title: `failure ${index}`,
    message: `message ${index}`,
    rawDetails: '',
    ...change(index),
  }));
}

export function checkRun(given: readonly Annotation[] = [], externalId = '1:1:qa'): CheckRun {
  const output = { title: '1 failed', summary: 'summary', text: 'text', annotations: given };
  const url = 'https://github.com/octo-org/shop/actions/runs/30433642';
  return {
    name: 'QA / Tests / qa',
    headSha: HEAD,
    externalId,
    run: '1:1:',
    detailsUrl: url,
    conclusion: 'failure',
    output,
  };
}
