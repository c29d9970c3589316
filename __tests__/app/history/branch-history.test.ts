import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { NO_TIMINGS } from '../../../src/history/timings.js';
import { strToU8, zipSync } from 'fflate';
import { baselineOf, readHistory, withHistoryNote } from '../../../src/app/history/branch-history.js';
import { historyName } from '../../../src/app/history/names.js';
import { historyFiles, nextHistory, saveHistory } from '../../../src/app/history/save-history.js';
import { identityOf } from '../../../src/app/job-identity.js';
import type { GitHubContext, PullRequest } from '../../../src/model/context.js';
import type { AttemptStatus, RunReport } from '../../../src/model/run.js';
import type { ArtifactStore } from '../../../src/ports.js';
import { HEAD, QUICK, gitHubContext } from '../../adapters/github-access.js';
import {
  NOT_DIAGNOSED,
  attempt,
  problem,
  runDiagnosis,
  diagnosisOf,
  runReport,
  suiteRun,
  testCase,
} from '../../publish/build.js';
import { startGitHub } from '../../stand-ins/github-api.js';
import type { GitHubOptions, GitHubStandIn } from '../../stand-ins/github-api.js';
import type { StoredArtifact } from '../../stand-ins/github-state.js';
import { manualClock } from '../../fakes/manual-clock.js';
import type { ManualClock } from '../../fakes/manual-clock.js';
import { publishSettings, publishWorld } from '../publish-services.js';
import type { PublishWorld } from '../publish-services.js';

const PULL: PullRequest = {
  ...{ number: 7, headSha: HEAD, headRef: 'topic', baseRef: 'main' },
  ...{ baseSha: 'b'.repeat(40), fork: false, mergeSha: '' },
};
const nameOf = (changes: Partial<GitHubContext> = {}): string =>
  historyName(identityOf(gitHubContext('', changes), []));
const NAME = nameOf();

let github: GitHubStandIn | undefined;
const jobs: PublishWorld[] = [];
let clock: ManualClock;
beforeEach(() => {
  clock = manualClock(Date.parse('2026-02-01T00:00:00Z'));
});
afterEach(async () => {
  await github?.close();
  jobs.splice(0).forEach(({ remove }) => remove());
});

const report = (states: Readonly<Record<string, AttemptStatus>>): RunReport =>
  runReport([
    suiteRun(
      'unit',
      Object.entries(states).map(([id, status]) => testCase(id, { attempts: [attempt(status)] })),
    ),
  ]);

function job(origin: string, changes: Partial<GitHubContext>, artifacts: ArtifactStore | null = null): PublishWorld {
  const made = publishWorld(origin, { github: changes, artifacts, clock, budget: { ...QUICK, requestMs: 8000 } });
  jobs.push(made);
  return made;
}

/** A run on a branch, and the history that it leaves; null when it leaves none. */
async function history(
  runId: number,
  states: Readonly<Record<string, AttemptStatus>>,
  changes: Partial<GitHubContext> = {},
  given: RunReport = report(states),
): Promise<StoredArtifact | null> {
  const sent: { readonly name: string; readonly zip: Uint8Array }[] = [];
  const artifacts: ArtifactStore = {
    upload: (request) => {
      expect(request).toMatchObject({ whenTaken: 'keep' });
      const { name } = request;
      sent.push({ name, zip: zipSync({ 'history.json': strToU8(readFileSync(request.files[0] ?? '', 'utf8')) }) });
      return Promise.resolve({ ok: true, value: { name, id: 1, bytes: 1, digest: '' } });
    },
  };
  const { services, folder } = job('http://127.0.0.1:9', { runId, runNumber: runId, ...changes }, artifacts);
  const finished = { settings: publishSettings(), run: { runId: `run-${runId}`, directory: folder } };
  const timings = { base: NO_TIMINGS, own: NO_TIMINGS };
  const none = { base: null, own: null, timings, note: '', problems: [], isBaseNewest: true, isOwnKnown: true };
  const whole = { report: given, shard: null, merged: null };
  const files = historyFiles(whole, none, nextHistory(whole, NOT_DIAGNOSED, none, services.context.github));
  for (const [path, text] of Object.entries(files)) await services.files.writeWhole(`${folder}/${path}`, text);
  await saveHistory(files, finished, services);
  const [uploaded] = sent;
  if (uploaded === undefined) return null;
  const createdAt = `2026-01-01T00:00:${String(runId).padStart(2, '0')}Z`;
  return { ...uploaded, id: runId, runId, headSha: HEAD, headBranch: 'main', expired: false, createdAt };
}

async function past(
  artifacts: readonly (StoredArtifact | null)[],
  changes: Partial<GitHubContext> = { pullRequest: PULL, runId: 50 },
  options: GitHubOptions = {},
) {
  github = await startGitHub({ artifacts: artifacts.filter((each) => each !== null), ...options });
  const { services } = job(github.origin, changes);
  const read = await readHistory(publishSettings(), services);
  return { ...read, compare: (given: RunReport) => baselineOf(given, read, services) };
}

describe('the baseline of a pull request', () => {
  test('is the newest history of the branch it aims at, and costs two requests', async () => {
    const { compare, note } = await past([
      await history(10, { a: 'failed' }),
      await history(11, { a: 'failed', b: 'failed' }),
    ]);
    const baseline = compare(report({ a: 'failed', b: 'passed', c: 'failed' }));
    expect(baseline?.run).toEqual({ number: 11, url: 'https://github.com/octo-org/shop/actions/runs/11' });
    expect([...(baseline?.newKeys ?? [])]).toEqual(['unit\nc']);
    expect([...(baseline?.knownSince.keys() ?? [])]).toEqual(['unit\na']);
    expect(baseline?.fixed).toEqual(['b']);
    expect(note).toBe('');
    expect(github?.calls.map(({ route }) => route.split('/').slice(4).join('/'))).toEqual([
      'actions/artifacts',
      'actions/artifacts/{artifact_id}/{archive_format}',
    ]);
    expect(github?.violations).toEqual([]);
  });

  test('is never that of a fork whose branch has the same name, of another branch or job, or expired', async () => {
    const good = await history(10, { a: 'failed' });
    const bad = await history(20, {});
    if (good === null || bad === null) throw new Error('a push leaves a history');
    const others: readonly Partial<StoredArtifact>[] = [
      { fork: true },
      { headBranch: 'topic' },
      { expired: true, createdAt: '2025-12-01T00:00:00Z' },
      { name: nameOf({ matrix: 'py=3.12' }) },
    ];
    const { compare } = await past([good, ...others.map((change, index) => ({ ...bad, id: 20 + index, ...change }))]);
    expect(compare(report({ a: 'failed' }))?.run.number).toBe(10);
  });

  test('is not there on the first run, which the footer says when something failed', async () => {
    const first = await past([]);
    expect(first.compare(report({ a: 'failed' }))).toBeNull();
    const failed = diagnosisOf({}, [testCase('a')]);
    expect(withHistoryNote(runDiagnosis([failed]), first).notes.at(-1)).toMatch(/^There is no history of main yet/);
    expect(withHistoryNote(NOT_DIAGNOSED, first)).toBe(NOT_DIAGNOSED);
  });

  test('is not there when the API has not answered after ten seconds', async () => {
    const began = clock.now();
    const fault = () => {
      clock.advanceToNext();
      return 'hang' as const;
    };
    const { base, note, problems } = await past([], { pullRequest: PULL, runId: 50 }, { fault });
    expect(base).toBeNull();
    expect(note).toBe('The history of main could not be read, so it is unknown which failures are new.');
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'warning', message: expect.stringMatching(/no response within 10 s$/) }),
    ]);
    expect(clock.now() - began).toBe(10_000);
  });
});

describe('a run on a branch', () => {
  const push = { runId: 12, testedBranch: 'main' };

  test('is compared with the run before it, not with itself or a later one', async () => {
    const runs = [await history(10, { a: 'failed' }), await history(12, {}), await history(13, {})];
    const { base, own } = await past(runs, push);
    expect([base?.run.number, own?.run.number]).toEqual([10, 10]);
  });

  test('continues the history of its own branch and is compared with the default branch', async () => {
    const main = await history(10, { a: 'failed' });
    const release = await history(11, { b: 'failed' });
    const { base, own } = await past([main, release && { ...release, headBranch: 'release' }], {
      ...push,
      testedBranch: 'release',
    });
    expect([base?.run.number, own?.run.number]).toEqual([10, 11]);
  });

  test('leaves one history, whose name has workflow, job and matrix', async () => {
    expect((await history(10, { a: 'failed' }))?.name).toBe(NAME);
    expect(NAME).toMatch(/^qa-history-Tests-qa-[\da-f]{10}$/);
    expect(nameOf({ workflow: 'Te/sts' })).not.toContain('/');
    expect(nameOf({ matrix: 'c' })).not.toBe(NAME);
    expect(nameOf({ step: '__octo-org_qaagent_2' })).not.toBe(NAME);
    expect(nameOf({ caller: 'nightly' })).not.toBe(NAME);
    // What a push leaves is what a pull request is compared with.
    expect(nameOf({ eventName: 'pull_request' })).toBe(NAME);
  });

  test('whose tested commit is not known to lie on a branch leaves none', async () => {
    expect(await history(10, {}, { testedBranch: '' })).toBeNull();
  });

  test('that was cancelled leaves none', async () => {
    const cut = runReport([suiteRun('unit', [], { problems: [problem('cancelled', 'stopped')] })]);
    expect(await history(10, {}, {}, cut)).toBeNull();
  });
});
