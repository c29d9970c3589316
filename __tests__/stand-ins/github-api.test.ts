import { afterEach, describe, expect, test } from '@jest/globals';
import { startGitHub } from './github-api.js';
import type { GitHubOptions, GitHubStandIn } from './github-api.js';

const SHA = 'a'.repeat(40);
const REPO = '/repos/octo-org/shop';
const ANNOTATION = { path: 'a.py', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'wrong' };

let running: GitHubStandIn | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

async function start(options?: GitHubOptions): Promise<GitHubStandIn> {
  running = await startGitHub(options);
  return running;
}

interface Reply {
  readonly status: number;
  readonly value: unknown;
  readonly headers: Headers;
}

async function call(method: string, path: string, body?: unknown, token = 'ghs_token'): Promise<Reply> {
  const headers = { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `token ${token}` }) };
  const request = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const reply = await fetch(`${running?.origin ?? ''}${path}`, { ...request, redirect: 'manual' });
  const text = await reply.text();
  return { status: reply.status, value: text === '' ? null : JSON.parse(text), headers: reply.headers };
}

const check = (output: object, more: object = {}): object => ({
  name: 'QA',
  head_sha: SHA,
  conclusion: 'failure',
  output: { title: 'T', summary: 'S', ...output },
  ...more,
});

describe('the GitHub stand-in', () => {
  test('creates a completed check run, appends annotations and lists it for its commit', async () => {
    const github = await start();
    const created = await call('POST', `${REPO}/check-runs`, check({ annotations: [ANNOTATION] }));
    expect(created).toMatchObject({ status: 201, value: { id: 1000, status: 'completed', conclusion: 'failure' } });
    const updated = await call('PATCH', `${REPO}/check-runs/1000`, {
      output: { title: 'T', summary: 'S2', annotations: [ANNOTATION, ANNOTATION] },
    });
    expect(updated.value).toMatchObject({ output: { summary: 'S2', annotations_count: 3 } });
    const listed = await call('GET', `${REPO}/commits/${SHA}/check-runs?check_name=QA`);
    expect(listed.value).toMatchObject({ total_count: 1, check_runs: [{ name: 'QA', head_sha: SHA }] });
    expect((await call('GET', `${REPO}/check-runs/1000/annotations?per_page=2`)).value).toHaveLength(2);
    expect(github.violations).toEqual([]);
    expect(github.checks()).toMatchObject([{ updates: 1, annotations: [ANNOTATION, ANNOTATION, ANNOTATION] }]);
  });

  test.each([
    ['51 annotations', check({ annotations: Array.from({ length: 51 }, () => ANNOTATION) }), /maxItems|more than 50/],
    ['an annotation on line 0', check({ annotations: [{ ...ANNOTATION, start_line: 0 }] }), /start_line/],
    ['an end before the start', check({ annotations: [{ ...ANNOTATION, start_line: 3 }] }), /end_line/],
    ['an absolute path', check({ annotations: [{ ...ANNOTATION, path: '/a.py' }] }), /path/],
    ['an unknown level', check({ annotations: [{ ...ANNOTATION, annotation_level: 'error' }] }), /annotation_level/],
    ['an annotation without a message', check({ annotations: [{ ...ANNOTATION, message: '' }] }), /message/],
    ['a title of 256 characters', check({ annotations: [{ ...ANNOTATION, title: 'x'.repeat(256) }] }), /title/],
    [
      '65,537 bytes of details',
      check({ annotations: [{ ...ANNOTATION, raw_details: 'é'.repeat(32_769) }] }),
      /raw_details/,
    ],
    ['columns over two lines', check({ annotations: [{ ...ANNOTATION, end_line: 2, start_column: 1 }] }), /columns/],
    ['65,536 bytes in few characters', check({ summary: 'é'.repeat(32_768) }), /bytesize of 65535/],
    ['65,536 characters of text', check({ text: 'x'.repeat(65_536) }), /text/],
    ['an output without a summary', { name: 'QA', head_sha: SHA, output: { title: 'T' } }, /summary/],
    ['a completed check without a conclusion', { name: 'QA', head_sha: SHA, status: 'completed' }, /conclusion/],
    ['an unknown conclusion', check({}, { conclusion: 'red' }), /conclusion/],
    ['no name', { head_sha: SHA }, /name/],
    ['a shortened commit', check({}, { head_sha: 'abc1234' }), /No commit found/],
  ])('refuses %s with 422 and remembers it', async (_what, body, reason) => {
    const github = await start();
    const reply = await call('POST', `${REPO}/check-runs`, body);
    expect(reply.status).toBe(422);
    expect(JSON.stringify(reply.value)).toMatch(reason);
    expect(github.violations.join('\n')).toMatch(reason);
    expect(github.checks()).toEqual([]);
  });

  test('takes 65,535 bytes of summary and 50 annotations', async () => {
    const github = await start();
    const annotations = Array.from({ length: 50 }, () => ANNOTATION);
    const reply = await call('POST', `${REPO}/check-runs`, check({ summary: 'x'.repeat(65_535), annotations }));
    expect(reply.status).toBe(201);
    expect(github.violations).toEqual([]);
  });

  test('refuses a commit that the repository does not have', async () => {
    await start({ commits: new Set(['b'.repeat(40)]) });
    expect((await call('POST', `${REPO}/check-runs`, check({}))).status).toBe(422);
  });

  test('keeps one comment when it is updated and refuses a longer one', async () => {
    const github = await start();
    const created = await call('POST', `${REPO}/issues/7/comments`, { body: 'first' });
    expect(created.status).toBe(201);
    await call('PATCH', `${REPO}/issues/comments/1000`, { body: 'second' });
    expect((await call('GET', `${REPO}/issues/7/comments`)).value).toMatchObject([
      { body: 'second', user: { type: 'Bot' } },
    ]);
    expect((await call('GET', `${REPO}/issues/8/comments`)).value).toEqual([]);
    expect(github.violations).toEqual([]);
    expect((await call('PATCH', `${REPO}/issues/comments/1000`, { body: 'x'.repeat(65_537) })).status).toBe(422);
    expect((await call('PATCH', `${REPO}/issues/comments/9`, { body: 'x' })).status).toBe(404);
  });

  test('lets a read-only token read but not write', async () => {
    await start({ permissions: 'read' });
    expect(await call('POST', `${REPO}/check-runs`, check({}))).toMatchObject({
      status: 403,
      value: { message: 'Resource not accessible by integration' },
    });
    expect((await call('GET', `${REPO}/issues/7/comments`)).status).toBe(200);
  });

  test('lets nobody write without a token', async () => {
    await start();
    expect((await call('POST', `${REPO}/check-runs`, check({}), '')).status).toBe(401);
  });

  test('knows no other route and no other repository', async () => {
    const github = await start();
    expect((await call('POST', `${REPO}/statuses/${SHA}`, { state: 'success' })).status).toBe(404);
    expect((await call('GET', '/repos/other/shop/pulls/7/files')).status).toBe(404);
    expect(github.violations).toHaveLength(2);
  });

  test('answers every read as GitHub describes it', async () => {
    const zip = new Uint8Array([80, 75]);
    const github = await start({
      artifacts: [{ id: 5, name: 'qa-evidence', runId: 2, headSha: SHA, headBranch: 'main', zip, expired: false }],
      runs: [{ id: 2, headSha: SHA, headBranch: 'main', event: 'push', conclusion: 'success', attempt: 1 }],
      jobs: [{ id: 3, name: 'qa', runId: 2, attempt: 1, conclusion: 'success' }],
      pulls: [{ number: 7, headSha: SHA, headRef: 'topic', baseRef: 'main' }],
      pullFiles: [{ filename: 'a.py', status: 'modified', patch: '@@ -1 +1 @@\n-a\n+b' }],
    });
    await call('POST', `${REPO}/check-runs`, check({}));
    const reads: readonly (readonly [string, object])[] = [
      [REPO, { full_name: 'octo-org/shop', default_branch: 'main' }],
      ['/rate_limit', { resources: {} }],
      [`${REPO}/check-runs/1000`, { name: 'QA' }],
      [`${REPO}/pulls`, [{ number: 7 }]],
      [`${REPO}/pulls/7/files`, [{ filename: 'a.py' }]],
      [`${REPO}/commits/${SHA}/pulls`, [{ number: 7, head: { ref: 'topic' } }]],
      [`${REPO}/compare/main...topic`, { files: [{ filename: 'a.py' }] }],
      [`${REPO}/actions/artifacts?name=qa-evidence`, { total_count: 1, artifacts: [{ id: 5 }] }],
      [`${REPO}/actions/artifacts?name=other`, { total_count: 0, artifacts: [] }],
      [`${REPO}/actions/artifacts/5`, { size_in_bytes: 2 }],
      [`${REPO}/actions/runs/2`, { head_branch: 'main' }],
      [`${REPO}/actions/runs/2/artifacts`, { total_count: 1 }],
      [`${REPO}/actions/runs/2/attempts/1/jobs`, { jobs: [{ name: 'qa' }] }],
      [`${REPO}/actions/workflows/ci.yml/runs?branch=main`, { workflow_runs: [{ id: 2 }] }],
    ];
    for (const [path, value] of reads)
      expect([path, await call('GET', path)]).toMatchObject([path, { status: 200, value }]);
    const moved = await call('GET', `${REPO}/actions/artifacts/5/zip`);
    expect(moved.status).toBe(302);
    const stored = await fetch(moved.headers.get('location') ?? '');
    expect(new Uint8Array(await stored.arrayBuffer())).toEqual(zip);
    expect(github.violations).toEqual([]);
  });

  test('cuts lists into pages with a link to the next', async () => {
    const comments = Array.from({ length: 31 }, (_, id) => ({ id, issue: 7, body: 'x', author: 'ada', updates: 0 }));
    await start({ comments });
    const first = await call('GET', `${REPO}/issues/7/comments`);
    expect(first.value).toHaveLength(30);
    const next = /<(.*)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect((await call('GET', next.replace(running?.origin ?? '', ''))).value).toHaveLength(1);
  });

  test('injects faults and logs what it answered', async () => {
    const github = await start({
      fault: (_call, earlier) => (earlier.length === 0 ? { status: 502, body: '<html>' } : undefined),
    });
    const refused = await fetch(`${github.origin}${REPO}`);
    expect(refused.status).toBe(502);
    expect((await call('GET', REPO)).status).toBe(200);
    expect(github.calls.map(({ status }) => status)).toEqual([502, 200]);
  });

  test('can hang and can cut the connection', async () => {
    const github = await start({ fault: (call) => (call.path === '/rate_limit' ? 'reset' : 'hang') });
    await expect(fetch(`${github.origin}/rate_limit`)).rejects.toThrow('fetch failed');
    await expect(fetch(`${github.origin}${REPO}`, { signal: AbortSignal.timeout(200) })).rejects.toThrow('aborted');
  });
});
