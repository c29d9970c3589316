import { afterEach, describe, expect, test } from '@jest/globals';
import { createGitHub } from '../../../src/adapters/github/github-api.js';
import type { GitHub } from '../../../src/ports.js';
import { startGitHub } from '../../stand-ins/github-api.js';
import type { GitHubOptions, GitHubStandIn } from '../../stand-ins/github-api.js';
import { json, serve } from '../../stand-ins/http-server.js';
import type { RunningServer } from '../../stand-ins/http-server.js';
import { QUICK, annotations, checkRun, gitHubContext } from '../github-access.js';

let github: GitHubStandIn | undefined;
let proxy: RunningServer | undefined;
afterEach(async () => {
  await Promise.all([github?.close(), proxy?.close()]);
  github = proxy = undefined;
});

async function start(options: GitHubOptions = {}): Promise<GitHubStandIn> {
  github = await startGitHub(options);
  return github;
}

const clientOf = (origin: string): GitHub => createGitHub(gitHubContext(origin), 'ghs_token', QUICK);
/** Enough for schemas that are compiled on first use. */
const PATIENT = { ...QUICK, requestMs: 10_000, totalMs: 60_000 };

describe('a check run', () => {
  test('takes 1,964 annotations in 40 requests and loses none', async () => {
    const { origin, calls, checks, violations } = await start();
    const sent = await createGitHub(gitHubContext(origin), 'ghs_token', PATIENT).publishCheck(
      checkRun(annotations(1964)),
    );
    expect(sent).toMatchObject({ ok: true, value: { annotations: 1964, refused: '' } });
    // Beside them two looks for a check of the same name.
    expect(calls.filter(({ method }) => method !== 'GET')).toHaveLength(40);
    expect(calls).toHaveLength(42);
    expect(checks()).toMatchObject([{ status: 'completed', conclusion: 'failure', updates: 39 }]);
    const titles = checks()[0]?.annotations.map(({ title }) => title);
    expect(titles).toEqual(annotations(1964).map(({ title }) => title));
    expect(violations).toEqual([]);
  });

  test.each([
    ['the first request', [3]],
    ['a later request', [77]],
    ['several requests', [0, 49, 50, 99, 120]],
  ])('loses only what GitHub refuses of %s', async (_what, bad) => {
    const { origin, checks } = await start();
    const given = annotations(121, (index) => (bad.includes(index) ? { path: '/outside.py' } : {}));
    const sent = await createGitHub(gitHubContext(origin), 'ghs_token', PATIENT).publishCheck(checkRun(given));
    expect(sent).toMatchObject({ ok: true, value: { annotations: 121 - bad.length } });
    expect(sent.ok ? sent.value.refused : '').toMatch(/422/);
    expect(checks()).toHaveLength(1);
    const arrived = checks()[0]?.annotations.map(({ title }) => title);
    const good = given.filter(({ path }) => !path.startsWith('/')).map(({ title }) => title);
    expect([...(arrived ?? [])].sort()).toEqual([...good].sort());
  });

  test('is published without annotations when GitHub refuses all of them, after few requests', async () => {
    const { origin, calls, checks } = await start({
      fault: ({ body }) =>
        JSON.stringify(body).includes('start_line') ? json(422, { message: 'Invalid request.' }) : undefined,
    });
    const sent = await clientOf(origin).publishCheck(checkRun(annotations(1000)));
    expect(sent).toMatchObject({ ok: true, value: { annotations: 0 } });
    expect(checks()).toHaveLength(1);
    expect(calls.length).toBeLessThan(30);
  });

  test('for a commit that does not exist is a refusal that says so', async () => {
    const { origin, calls } = await start({ commits: new Set() });
    const sent = await clientOf(origin).publishCheck(checkRun());
    expect(sent).toMatchObject({ ok: false, reason: expect.stringContaining('422 No commit found') });
    expect(calls.filter(({ method }) => method !== 'GET')).toHaveLength(1);
  });

  test('never hides that of another job of the run which has the same name', async () => {
    const { origin, checks } = await start();
    const red = checkRun([], '1:1:job:one');
    const green = { ...checkRun([], '1:1:job:two'), conclusion: 'success' as const };
    const [first, second] = [clientOf(origin), clientOf(origin)];
    await Promise.all([first.publishCheck(red), second.publishCheck(green)]);
    await clientOf(origin).publishCheck({ ...green, externalId: '1:1:job:three' });
    // Nothing shows which of the three ran again, so a green one replaces none of them, and a red one may.
    await clientOf(origin).publishCheck({ ...green, externalId: '1:2:job:four', run: '1:2:' });
    await clientOf(origin).publishCheck({ ...red, externalId: '1:3:job:five', run: '1:3:' });
    expect(
      checks()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['QA / Tests / qa', 'QA / Tests / qa', 'QA / Tests / qa #2', 'QA / Tests / qa #3', 'QA / Tests / qa #4']);
  });

  test('replaces that of an earlier attempt of its job', async () => {
    const { origin, checks } = await start();
    await clientOf(origin).publishCheck(checkRun([], '1:1:job:one'));
    const again = { ...checkRun([], '1:2:job:two'), conclusion: 'success' as const, run: '1:2:' };
    await clientOf(origin).publishCheck(again);
    expect(checks().map(({ name }) => name)).toEqual(['QA / Tests / qa', 'QA / Tests / qa']);
  });

  test('is not there twice, nor are its annotations, when the answers get lost on the way', async () => {
    const { origin, checks } = await start();
    const lost = new Set<string>();
    proxy = await serve(async ({ method, path, query, headers, body }) => {
      const search = query.size === 0 ? '' : `?${query.toString()}`;
      const init = { method, headers: { authorization: headers['authorization'] ?? '' } };
      const answer = await fetch(`${origin}${path}${search}`, method === 'GET' ? init : { ...init, body });
      const text = await answer.text();
      const key = `${method} ${body.length}`;
      if (method === 'GET' || lost.has(key))
        return { status: answer.status, headers: { 'content-type': 'application/json' }, body: text };
      lost.add(key);
      return 'reset';
    });
    const client = createGitHub(gitHubContext(proxy.origin), 'ghs_token', PATIENT);
    const sent = await client.publishCheck(checkRun(annotations(130)));
    expect(sent).toMatchObject({ ok: true, value: { annotations: 130, refused: '' } });
    expect(lost.size).toBe(3);
    expect(checks()).toHaveLength(1);
    expect(checks()[0]?.annotations).toHaveLength(130);
    expect(await client.createComment(7, '<!-- ours run=1 -->\ntext', '<!-- ours run=1 -->')).toMatchObject({
      ok: true,
    });
    expect(github?.comments()).toHaveLength(1);
  });

  test('that a proxy answers with a page is a refusal, not a crash', async () => {
    const { origin } = await start({
      fault: () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>log in' }),
    });
    const client = createGitHub(gitHubContext(origin), 'ghs_token', { ...QUICK, attempts: 2 });
    expect(await client.publishCheck(checkRun())).toMatchObject({ ok: false });
    expect(await client.ownComments(7, '<!--')).toMatchObject({ ok: false });
    expect(await client.changedFiles(7)).toMatchObject({ ok: false });
    expect(await client.createComment(7, 'text', 'text')).toMatchObject({ ok: false });
  });
});
