import { afterEach, describe, expect, test } from '@jest/globals';
import { createGitHub } from '../../../src/adapters/github/github-api.js';
import { identityOf } from '../../../src/app/job-identity.js';
import { publishComment } from '../../../src/app/publish/publish-comment.js';
import type { GitHubContext } from '../../../src/model/context.js';
import type { Clock } from '../../../src/ports.js';
import { buildView } from '../../../src/publish/view/build-view.js';
import { readSections } from '../../../src/publish/github/comment-sections.js';
import { HEAD, QUICK, gitHubContext } from '../../adapters/github-access.js';
import { NOT_DIAGNOSED, attempt, passing, publishContext, runReport, suiteRun, testCase } from '../../publish/build.js';
import { startGitHub } from '../../stand-ins/github-api.js';
import type { GitHubOptions, GitHubStandIn } from '../../stand-ins/github-api.js';
import { publishSettings } from '../publish-services.js';

/**
 * A clock that jobs share: it goes on when all of them sleep, so that no pause is shorter than what a job does between its
 * read and its write, however slow the machine is.
 */
class SharedClock implements Clock {
  #time = 0;
  #running = 0;
  #sleepers: { readonly until: number; readonly wake: () => void }[] = [];

  readonly now = (): number => this.#time;

  readonly sleep = (milliseconds: number): Promise<void> =>
    new Promise((wake) => {
      this.#sleepers.push({ until: this.#time + milliseconds, wake });
      this.#goOn();
    });

  /** Counts a job until it ends. */
  async count<T>(job: Promise<T>): Promise<T> {
    this.#running += 1;
    try {
      return await job;
    } finally {
      this.#running -= 1;
      this.#goOn();
    }
  }

  #goOn(): void {
    if (this.#sleepers.length < this.#running || this.#sleepers.length === 0) return;
    this.#time = Math.min(...this.#sleepers.map(({ until }) => until));
    const due = this.#sleepers.filter(({ until }) => until <= this.#time);
    this.#sleepers = this.#sleepers.filter(({ until }) => until > this.#time);
    for (const { wake } of due) wake();
  }
}

const clock = new SharedClock();

let github: GitHubStandIn | undefined;
afterEach(async () => github?.close());

const broken = testCase('tests/a.py::test_1', { attempts: [attempt('failed', { message: 'boom' })] });

/** One job that writes its results. */
async function write(isRed: boolean, changes: Partial<GitHubContext>, execution: string, runNumber = 1): Promise<void> {
  const context = gitHubContext(github?.origin ?? '', { eventName: 'pull_request', ...changes });
  const report = runReport([suiteRun('unit', isRed ? [broken] : passing(2))]);
  const view = buildView(report, NOT_DIAGNOSED, publishContext({ headSha: HEAD, runNumber }));
  const api = createGitHub(context, 'token', QUICK);
  const target = { identity: identityOf(context, [execution]), pullRequest: 7, api, clock };
  const sent = await clock.count(publishComment(view, publishSettings({ comment: 'always' }), target));
  expect(sent).toMatchObject({ ok: true });
}

async function start(options: GitHubOptions = {}): Promise<void> {
  github = await startGitHub(options);
}

const stamps = (): readonly string[] =>
  readSections(github?.comments()[0]?.body ?? '')
    .map(({ stamp }) => `${stamp.label}: ${stamp.conclusion} ${stamp.runNumber}`)
    .toSorted();

describe('the comment of a matrix', () => {
  test('is one with a section for each leg, though all of them write at the same moment', async () => {
    await start();
    const legs = Array.from({ length: 12 }, (_, leg) => leg);
    await Promise.all(legs.map((leg) => write(leg % 3 === 0, { matrix: `leg=${leg}` }, String(leg))));
    expect(github?.comments()).toHaveLength(1);
    expect(stamps()).toEqual(
      legs.map((leg) => `qa (leg=${leg}): ${leg % 3 === 0 ? 'failure' : 'success'} 1`).toSorted(),
    );
    expect(github?.violations).toEqual([]);
  });

  test('is brought up to date by every leg of the next run', async () => {
    await start();
    const run = (isRed: boolean, number: number): Promise<unknown> =>
      Promise.all(['a', 'b', 'c'].map((leg) => write(isRed, { matrix: leg }, `${number}${leg}`, number)));
    await run(true, 1);
    await run(false, 2);
    expect(github?.comments()).toHaveLength(1);
    expect(stamps()).toEqual(['qa (a): success 2', 'qa (b): success 2', 'qa (c): success 2']);
  });

  test('keeps the red section of a job that nothing but its execution reports from a green one', async () => {
    await start();
    await write(true, {}, 'one');
    await write(false, {}, 'two');
    expect(stamps()).toEqual(['qa: failure 1', 'qa: success 1']);
  });

  test('never joins what another app has written', async () => {
    const forged = '<!-- qaagent-orchestrate key=Tests -->\nall is well';
    await start({ comments: [{ id: 1, issue: 7, body: forged, author: 'helper[bot]', updates: 0 }] });
    await write(true, {}, 'one');
    expect(github?.comments()).toMatchObject([{ body: forged }, { body: expect.stringContaining('1 failure') }]);
  });
});
