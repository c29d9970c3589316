import { describe, expect, test } from '@jest/globals';
import { readChanges } from '../../../src/app/read/read-changed-lines.js';
import type { Services } from '../../../src/app/services.js';
import type { PullRequest } from '../../../src/model/context.js';
import type { ChangedFile, Sent } from '../../../src/model/publication.js';
import type { Settings } from '../../../src/model/settings.js';
import type { GitHub } from '../../../src/ports.js';
import { gitHubContext } from '../../adapters/github-access.js';
import { laptop } from '../../fakes/run-contexts.js';

const PULL: PullRequest = {
  ...{ number: 7, headSha: 'a', headRef: 'topic', baseRef: 'main', baseSha: 'b', fork: false, mergeSha: '' },
};
type Answer = Promise<Sent<readonly ChangedFile[]>>;

function changes(answer: Answer | null, pullRequest: PullRequest | null = PULL, changedLines: number | null = 80) {
  const waits: number[] = [];
  const settings = {
    githubToken: answer === null ? null : 'token',
    coverage: { lines: null, changedLines },
  } as Settings;
  const services = {
    context: laptop({ github: gitHubContext('', { pullRequest }) }),
    github: () => ({ changedFiles: () => answer }) as unknown as GitHub,
    clock: { now: () => 0, sleep: (ms: number) => (waits.push(ms), new Promise((done) => setTimeout(done, 20))) },
    cancelled: new AbortController().signal,
  } as unknown as Services;
  return readChanges(settings, services).then((found) => ({ found, waits }));
}

describe('the changes of a pull request', () => {
  test('are its lines, and the files that GitHub does not show', async () => {
    const files: readonly ChangedFile[] = [
      { path: 'a.py', patch: '@@ -1 +1,2 @@\n a\n+b', additions: 1 },
      { path: 'huge.py', patch: '', additions: 40_000 },
      { path: 'moved.py', patch: '', additions: 0 },
    ];
    const { found } = await changes(Promise.resolve({ ok: true, value: files }));
    expect(found).toMatchObject({ state: 'known', unshown: ['huge.py'] });
    expect(found.state === 'known' && found.lines.get('a.py')).toEqual([{ from: 2, to: 2 }]);
  });

  test('do not exist without one', async () => {
    const { found } = await changes(Promise.resolve({ ok: true, value: [] }), null);
    expect(found).toEqual({ state: 'no-pull-request' });
  });

  test.each([
    ['without a token', null, 'there is no GitHub token'],
    ['when GitHub refuses', Promise.resolve({ ok: false, reason: 'forbidden', remedy: '' } as const), 'forbidden'],
    ['when GitHub does not answer', new Promise<never>(() => undefined), 'in time'],
  ])('are unknown %s, with the reason and what to do', async (_when, answer, reason) => {
    const { found } = await changes(answer);
    expect(found).toMatchObject({ state: 'unknown', reason: expect.stringContaining(reason) });
    expect(found.state === 'unknown' && found.remedy).not.toBe('');
  });

  test('are waited for longer when a threshold needs them', async () => {
    const never = new Promise<never>(() => undefined);
    expect((await changes(never, PULL, null)).waits).toEqual([5000]);
    expect((await changes(never)).waits).toEqual([60_000]);
  });
});
