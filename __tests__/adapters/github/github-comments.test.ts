import { afterEach, describe, expect, test } from '@jest/globals';
import { createGitHub } from '../../../src/adapters/github/github-api.js';
import { startGitHub } from '../../stand-ins/github-api.js';
import type { GitHubOptions, GitHubStandIn } from '../../stand-ins/github-api.js';
import { API_BUDGET } from '../../../src/adapters/github/retry.js';
import { gitHubContext } from '../github-access.js';

const MARKER = '<!-- qaagent-orchestrate key=Tests -->';
const BODY = `${MARKER}\nold`;
const BOT = 'github-actions[bot]';

let github: GitHubStandIn | undefined;
afterEach(async () => {
  await github?.close();
  github = undefined;
});

interface Written {
  readonly body: string;
  readonly author: string;
}

async function find(written: readonly Written[], options: GitHubOptions = {}): Promise<number | null | string> {
  const comments = written.map(({ body, author }, index) => ({ id: index + 1, issue: 7, body, author, updates: 0 }));
  await github?.close();
  github = await startGitHub({ comments, ...options });
  const found = await createGitHub(gitHubContext(github.origin), 'token', API_BUDGET).ownComments(7, MARKER);
  expect(github.violations).toEqual([]);
  return found.ok ? (found.value[0]?.id ?? null) : found.reason;
}

const chatter = (count: number): readonly Written[] =>
  Array.from({ length: count }, (_, index) => ({ body: `comment ${index}`, author: 'ada' }));

describe('our comment', () => {
  test('is found by marker and author on whatever page it stands', async () => {
    expect(await find([...chatter(257), { body: BODY, author: BOT }, ...chatter(300)])).toBe(258);
    expect(github?.calls).toHaveLength(3);
  });

  test('is not one in which somebody else wrote or quoted the marker', async () => {
    expect(await find([{ body: BODY, author: 'mallory' }])).toBeNull();
    expect(await find([{ body: `> ${BODY}`, author: BOT }])).toBeNull();
    expect(
      await find([
        { body: BODY, author: 'mallory' },
        { body: BODY, author: BOT },
      ]),
    ).toBe(2);
  });

  test('is not one of another app, whatever marker it writes', async () => {
    expect(await find([{ body: BODY, author: 'helper[bot]' }])).toBeNull();
    expect(
      await find([
        { body: BODY, author: 'helper[bot]' },
        { body: BODY, author: BOT },
      ]),
    ).toBe(2);
  });

  test('is that of the app whose token it is', async () => {
    const comments = [
      { body: BODY, author: BOT },
      { body: BODY, author: 'helper[bot]' },
    ];
    expect(await find(comments, { app: 'helper[bot]' })).toBe(2);
  });

  test("is the token's own when the token is a person's", async () => {
    expect(
      await find(
        [
          { body: BODY, author: 'mallory' },
          { body: BODY, author: 'ada' },
        ],
        { user: 'ada' },
      ),
    ).toBe(2);
    expect(await find([{ body: BODY, author: 'mallory' }], { user: 'ada' })).toBeNull();
  });

  test('is not there on a pull request without comments, which costs one request', async () => {
    expect(await find([])).toBeNull();
    expect(github?.calls).toHaveLength(1);
  });
});
