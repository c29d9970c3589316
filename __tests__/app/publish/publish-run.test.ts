import { appendFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ApiBudget } from '../../../src/adapters/github/retry.js';
import { publishAll } from '../../../src/app/publish/publish-run.js';
import type { Published } from '../../../src/app/publish/publish-to-github.js';
import type { PullRequest } from '../../../src/model/context.js';
import type { Settings } from '../../../src/model/settings.js';
import { buildView } from '../../../src/publish/view/build-view.js';
import type { PublishContext } from '../../../src/publish/view/context.js';
import type { ReportView } from '../../../src/publish/view/view.js';
import { HEAD, QUICK } from '../../adapters/github-access.js';
import { NOT_DIAGNOSED, attempt, passing, publishContext, runReport, suiteRun, testCase } from '../../publish/build.js';
import { startGitHub } from '../../stand-ins/github-api.js';
import type { GitHubOptions, GitHubStandIn } from '../../stand-ins/github-api.js';
import { json } from '../../stand-ins/http-server.js';
import type { Answer } from '../../stand-ins/http-server.js';
import { manualClock } from '../../fakes/manual-clock.js';
import { publishSettings, publishWorld } from '../publish-services.js';
import type { PublishWorld } from '../publish-services.js';

const PULL: PullRequest = {
  ...{ number: 7, headSha: HEAD, headRef: 'topic', baseRef: 'main' },
  ...{ baseSha: 'b'.repeat(40), fork: false, mergeSha: '' },
};

let github: GitHubStandIn;
let job: PublishWorld | null = null;
beforeEach(() => start());
afterEach(async () => {
  job?.remove();
  job = null;
  await github.close();
});

async function start(options: GitHubOptions = {}): Promise<void> {
  github = await startGitHub(options);
}

function viewOf(failing: number, context: Partial<PublishContext> = {}): ReportView {
  const broken = Array.from({ length: failing }, (_, index) =>
    testCase(`tests/unit/test_${index}.py::test_it`, {
      attempts: [attempt('failed', { message: `broken ${index}` })],
    }),
  );
  const report = runReport([suiteRun('unit', [...passing(3), ...broken])]);
  return buildView(report, NOT_DIAGNOSED, publishContext({ headSha: HEAD, ...context }));
}

interface Given {
  readonly settings?: Partial<Settings>;
  readonly pullRequest?: PullRequest | null;
  readonly before?: string;
}

async function publish(view: ReportView, given: Given = {}): Promise<Published> {
  const { pullRequest = PULL, settings } = given;
  job?.remove();
  const facts = { pullRequest, runNumber: view.context.runNumber, runAttempt: view.context.runAttempt };
  const budget = { ...QUICK, requestMs: 10_000 };
  job = publishWorld(github.origin, { github: facts, budget, clock: manualClock() });
  if (given.before !== undefined) appendFileSync(job.summaryFile, given.before);
  return publishAll(view, publishSettings(settings), job.services);
}

describe('publishing', () => {
  test('sends summary, lines, check and comment, and has nothing to complain of', async () => {
    const published = await publish(viewOf(2));
    expect(published.problems).toEqual([]);
    expect(published.checkUrl).toMatch(/^https:\/\/github\.com\/octo-org\/shop\/runs\/\d+$/);
    expect(job?.summary()).toMatch(/^## ✕ 2 failures/);
    expect(job?.lines).toEqual(['annotation: tests/unit/test_0.py:12', 'annotation: tests/unit/test_1.py:12']);
    expect(github.checks()).toMatchObject([
      { name: 'QA / Tests / qa (push)', headSha: HEAD, status: 'completed', conclusion: 'failure' },
    ]);
    expect(github.checks()[0]?.externalId).toMatch(/^30433642:1:[\da-f]{10}:[\da-f]{10}$/);
    expect(github.comments()).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });

  test('without a pull request writes no comment, without a token no check either', async () => {
    expect((await publish(viewOf(1), { pullRequest: null })).problems).toEqual([]);
    expect([github.checks().length, github.comments().length]).toEqual([1, 0]);
    const before = github.calls.length;
    const { problems } = await publish(viewOf(1), { settings: { githubToken: null } });
    expect(problems).toMatchObject([{ message: expect.stringContaining('`github-token` is empty') }]);
    expect(job?.summary()).toContain('github-token');
    expect(github.calls).toHaveLength(before);
  });

  test('with a token that may only read says which permissions to add, in the log and in the summary', async () => {
    await github.close();
    await start({ permissions: 'read' });
    const { problems, checkUrl } = await publish(viewOf(1));
    expect(checkUrl).toBeNull();
    expect(problems).toHaveLength(2);
    const added = problems.map(({ remedy }) => /permissions: `(.*?)`/.exec(remedy)?.[1]);
    expect(added.toSorted()).toEqual(['checks: write', 'pull-requests: write']);
    expect(job?.summary()).toContain('the check could not be created');
    expect(job?.summary()).toContain('checks: write');
  });

  const WRITES = {
    check: (call: { readonly route: string }) => call.route.endsWith('/check-runs'),
    comment: (call: { readonly route: string }) => call.route.endsWith('/comments'),
    everything: () => true,
  };
  const ANSWERS: Readonly<Record<string, () => Answer>> = {
    'answers 500': () => json(500, { message: 'no' }),
    hangs: () => 'hang',
    'cuts the connection': () => 'reset',
    limits: () => json(429, { message: 'slow' }, { 'retry-after': '3600' }),
  };
  const BUDGET: ApiBudget = { ...QUICK, requestMs: 1500, totalMs: 4000 };

  /** What is published a second time while the API answers like this to what `isDisturbed` says. */
  async function disturbed(isDisturbed: (typeof WRITES)['check'], answer: () => Answer) {
    let isFaulty = false;
    const server = await startGitHub({ fault: (call) => (isFaulty && isDisturbed(call) ? answer() : undefined) });
    const world = publishWorld(server.origin, { github: { pullRequest: PULL }, budget: BUDGET, clock: manualClock() });
    const published = (): readonly number[] => [server.checks().length, server.comments()[0]?.updates ?? 0];
    const send = (): Promise<Published> =>
      publishAll(viewOf(1), publishSettings({ comment: 'always' }), world.services);
    try {
      await send();
      const before = published();
      isFaulty = true;
      const start = server.calls.length;
      const { problems } = await send();
      const [check, comment] = published().map((count, index) => count - (before[index] ?? 0));
      const routes = server.calls
        .slice(start)
        .filter(isDisturbed)
        .map(({ route }) => route);
      const mostTries = Math.max(...routes.map((route) => routes.filter((other) => other === route).length));
      return { check, comment, problems: problems.length, summary: world.summary(), mostTries };
    } finally {
      world.remove();
      await server.close();
    }
  }

  test.each(Object.entries(ANSWERS))('when the API for good %s, all else is published', async (_how, answer) => {
    const [check, comment, everything] = await Promise.all([
      disturbed(WRITES.check, answer),
      disturbed(WRITES.comment, answer),
      disturbed(WRITES.everything, answer),
    ]);
    expect(check).toMatchObject({ check: 0, comment: 1, problems: 1 });
    expect(comment).toMatchObject({ check: 1, comment: 0, problems: 1 });
    expect(everything).toMatchObject({ check: 0, comment: 0, problems: 2 });
    // Each try, and a look before it whether the one before went through.
    for (const { summary, mostTries } of [check, comment, everything]) {
      expect(summary).toContain('could not be');
      expect(mostTries).toBeLessThanOrEqual(2 * BUDGET.attempts);
    }
  });

  test('leaves a summary that others have filled within its bound and says so', async () => {
    const { problems } = await publish(viewOf(30), { before: 'x'.repeat(1_040_000) });
    expect(problems.map(({ message }) => message)).toEqual([
      'the job summary is full: there was too much content in it before',
    ]);
    expect(Buffer.byteLength(job?.summary() ?? '')).toBeLessThanOrEqual(1_048_576);
  });
});

describe('the comment over several runs', () => {
  test('is one, which every run brings up to date', async () => {
    await publish(viewOf(2, { runNumber: 10 }));
    await publish(viewOf(1, { runNumber: 11 }));
    await publish(viewOf(0, { runNumber: 12 }));
    expect(github.comments()).toHaveLength(1);
    expect(github.comments()[0]).toMatchObject({ updates: 2, body: expect.stringContaining('### ✓ 3 passed') });
  });

  test('is left alone by a run or an attempt that is older than what it reports', async () => {
    await publish(viewOf(2, { runNumber: 11, runAttempt: 2 }));
    for (const stamp of [
      { runNumber: 10, runAttempt: 3 },
      { runNumber: 11, runAttempt: 1 },
    ])
      await publish(viewOf(0, stamp));
    expect(github.comments()).toMatchObject([{ updates: 0, body: expect.stringContaining('2 failures') }]);
  });

  const modes = [
    ['changes', 1, 1],
    ['changes', 0, 0],
    ['failures', 1, 1],
    ['failures', 0, 0],
    ['always', 0, 1],
    ['off', 1, 0],
  ] as const;
  test.each(modes)('with `%s` and %d failures: %d of them', async (comment, failing, expected) => {
    await publish(viewOf(failing), { settings: { comment } });
    expect(github.comments()).toHaveLength(expected);
  });

  test('is another for each check name', async () => {
    await publish(viewOf(1));
    await publish(viewOf(1), { settings: { checkName: 'Smoke' } });
    expect(github.comments()).toHaveLength(2);
  });
});
