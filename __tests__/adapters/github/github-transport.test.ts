import { afterEach, describe, expect, test } from '@jest/globals';
import { createGitHub } from '../../../src/adapters/github/github-api.js';
import { mayNeedProxy } from '../../../src/adapters/github/node-fetch.js';
import { json, serve } from '../../stand-ins/http-server.js';
import type { Answer, Incoming, RunningServer } from '../../stand-ins/http-server.js';
import { gitHubContext, QUICK } from '../github-access.js';

let servers: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

async function started(answer: (request: Incoming) => Answer): Promise<string> {
  const server = await serve((request) => Promise.resolve(answer(request)));
  servers.push(server);
  return server.origin;
}

describe('requests to the API', () => {
  test('follow a repository that was renamed, with what they carry', async () => {
    const bodies: unknown[] = [];
    const origin = await started(({ path, body }) => {
      if (!path.startsWith('/repositories/'))
        return { status: 307, headers: { location: '/repositories/7/issues/3/comments' } };
      bodies.push(JSON.parse(body.toString('utf8')));
      return json(201, { id: 9, html_url: 'https://github.com/o/new/pull/3#c9' });
    });
    const sent = await createGitHub(gitHubContext(origin), 'ghs_token', QUICK).createComment(3, 'text', 'mark');
    expect(sent).toMatchObject({ ok: true, value: { id: 9 } });
    expect(bodies).toEqual([{ body: 'text' }]);
  });

  test('take their token no further than the API', async () => {
    const seen: (string | undefined)[] = [];
    const storage = await started(({ headers }) => {
      seen.push(headers['authorization']);
      return json(200, []);
    });
    const origin = await started(({ headers }) => {
      seen.push(headers['authorization']);
      return { status: 302, headers: { location: `${storage}/files` } };
    });
    const sent = await createGitHub(gitHubContext(origin), 'ghs_token', QUICK).changedFiles(3);
    expect(sent).toMatchObject({ ok: true, value: [] });
    expect(seen[0]).toBe('token ghs_token');
    expect(seen.at(-1)).toBeUndefined();
  });
});

describe('a proxy', () => {
  test.each([
    [{ https_proxy: 'http://proxy:3128' }, true],
    [{ HTTP_PROXY: 'http://proxy:3128' }, true],
    [{ HTTPS_PROXY: '' }, false],
    [{ NO_PROXY: '*', PATH: '/bin' }, false],
  ])('is asked for by %j: %j', (env, expected) => {
    expect(mayNeedProxy(env)).toBe(expected);
  });
});
