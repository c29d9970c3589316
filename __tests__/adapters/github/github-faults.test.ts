import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createGitHub } from '../../../src/adapters/github/github-api.js';
import type { ApiBudget } from '../../../src/adapters/github/retry.js';
import type { Sent } from '../../../src/model/publication.js';
import type { GitHub } from '../../../src/ports.js';
import { startGitHub } from '../../stand-ins/github-api.js';
import type { GitHubCall, GitHubStandIn } from '../../stand-ins/github-api.js';
import { json } from '../../stand-ins/http-server.js';
import type { Answer } from '../../stand-ins/http-server.js';
import { manualClock } from '../../fakes/manual-clock.js';
import type { ManualClock } from '../../fakes/manual-clock.js';
import { QUICK, annotations, checkRun, gitHubContext } from '../github-access.js';

const REPO = '/repos/{owner}/{repo}';
const PULL = 7;
const FILES = [{ filename: 'shop.py', status: 'modified' as const, patch: '@@ -1 +1 @@' }];

let made = 0;
/** Distinguishes one publication from all others, as run and attempt do. */
const unique = (): string => `run:${(made += 1)}`;

/** Every call of the product by the route that is disturbed. */
const CALLS: Readonly<Record<string, (github: GitHub) => Promise<Sent<unknown>>>> = {
  [`POST ${REPO}/check-runs`]: (github) => github.publishCheck(checkRun(annotations(3), unique())),
  [`PATCH ${REPO}/check-runs/{check_run_id}`]: (github) => github.publishCheck(checkRun(annotations(60), unique())),
  [`GET ${REPO}/issues/{issue_number}/comments`]: (github) => github.ownComments(PULL, '<!-- ours '),
  [`POST ${REPO}/issues/{issue_number}/comments`]: (github) => {
    const mark = `<!-- ${unique()} -->`;
    return github.createComment(PULL, `${mark}\nnew`, mark);
  },
  [`PATCH ${REPO}/issues/comments/{comment_id}`]: (github) => github.updateComment(1, '<!-- ours -->\nagain'),
  [`GET ${REPO}/pulls/{pull_number}/files`]: (github) => github.changedFiles(PULL),
};

/** The permission that is withheld, and what a person is asked to add. */
const WITHHELD: readonly (readonly [string, RegExp, (github: GitHub) => Promise<Sent<unknown>>])[] = [
  ['checks: write', /check-runs/, (github) => github.publishCheck(checkRun(annotations(3), unique()))],
  ['pull-requests: write', /\/issues\//, (github) => github.createComment(PULL, 'new', unique())],
  ['pull-requests: write', /\/pulls\//, (github) => github.changedFiles(PULL)],
  ['actions: read', /\/actions\//, (github) => github.runCreatedAt(1)],
];

const limited = (headers: Readonly<Record<string, string>>): Answer =>
  json(403, { message: 'API rate limit exceeded' }, { 'x-ratelimit-remaining': '0', ...headers });

const FAULTS: Readonly<Record<string, (clock: ManualClock) => Answer>> = {
  'a 500': () => json(500, { message: 'Server Error' }),
  "a gateway's page with 502": () => ({ status: 502, headers: { 'content-type': 'text/html' }, body: '<html>502' }),
  'a 429 with retry-after': () => json(429, { message: 'slow down' }, { 'retry-after': '1' }),
  'a secondary limit': () => json(403, { message: 'You have exceeded a secondary rate limit' }),
  'a rate limit that is reset in a second': (clock) =>
    limited({ 'x-ratelimit-reset': String(Math.ceil(clock.now() / 1000) + 1) }),
  'a cut connection': () => 'reset',
  'no answer': (clock) => {
    clock.advanceToNext();
    return 'hang';
  },
};

let github: GitHubStandIn;
let fault: (call: Omit<GitHubCall, 'status'>) => Answer | undefined = () => undefined;
let seen = 0;
let clock: ManualClock;

/** A client whose time passes only where a fault lets it pass. */
const client = (budget: ApiBudget = QUICK): GitHub =>
  createGitHub(gitHubContext(github.origin), 'ghs_token', budget, clock);

beforeEach(() => {
  clock = manualClock(1_700_000_000_000);
  fault = () => undefined;
});
beforeAll(async () => {
  const comments = [
    { id: 1, issue: PULL, body: '<!-- ours -->\nold', author: 'github-actions[bot]', updates: 0 },
    { id: 2, issue: 8, body: 'other', author: 'ada', updates: 0 },
  ];
  github = await startGitHub({ pullFiles: FILES, comments, fault: (call) => fault(call) });
});
afterAll(() => github.close());

/** Disturbs the first `times` requests of one route. */
function disturb(route: string, times: number, answer: (clock: ManualClock) => Answer): void {
  seen = 0;
  fault = (call) => (call.route === route && (seen += 1) <= times ? answer(clock) : undefined);
}

describe.each(Object.entries(CALLS))('%s', (route, call) => {
  test.each(Object.entries(FAULTS))('gets through after %s', async (_what, answer) => {
    disturb(route, 1, answer);
    const before = [github.checks().length, github.comments().length];
    expect(await call(client())).toMatchObject({ ok: true });
    expect(seen).toBeGreaterThan(1);
    const grown = [github.checks().length - (before[0] ?? 0), github.comments().length - (before[1] ?? 0)];
    expect(Math.max(...grown)).toBeLessThanOrEqual(1);
    expect(github.violations).toEqual([]);
  });

  test.each([
    ['404', 404, 'Not Found'],
    ['403', 403, 'Resource not accessible by integration'],
    ['422', 422, 'Validation Failed'],
    ['401', 401, 'Bad credentials'],
  ])('is not tried again after %s, and says what was lost', async (_what, status, message) => {
    disturb(route, 1000, () => json(status, { message }));
    const sent = await call(client());
    const reported = sent.ok ? (sent.value as { readonly refused: string }).refused : sent.reason;
    expect(reported).toMatch(new RegExp(`(could not be|were refused).*: ${status} ${message}`));
    // A refused check is tried once more without its annotations, a refused piece in halves.
    expect(seen).toBeLessThanOrEqual(status === 422 ? 40 : 1);
  });

  test.each(['a 500', 'no answer'])('gives up within the budget when %s is all there is', async (name) => {
    disturb(route, 1000, FAULTS[name] ?? (() => 'hang'));
    const budget = { ...QUICK, requestMs: 200, totalMs: 700 };
    const began = clock.now();
    const sent = await call(client(budget));
    expect(clock.now() - began).toBeLessThanOrEqual(budget.totalMs);
    expect(sent.ok ? sent.value : { annotations: 0 }).toMatchObject({ annotations: sent.ok ? 50 : 0 });
    expect(seen).toBeLessThanOrEqual(4);
  });
});

test.each(WITHHELD)('without `%s`, the remedy names that permission alone', async (permission, paths, call) => {
  fault = ({ path }) =>
    paths.test(path) ? json(403, { message: 'Resource not accessible by integration' }) : undefined;
  const sent = await call(client());
  const remedy = sent.ok ? '' : sent.remedy;
  expect(remedy).toContain(`Add to the job's permissions: \`${permission}\`.`);
  expect(remedy.match(/\w+: (?:read|write)/g)).toHaveLength(1);
});

/** Every status of an error, with and without a body that can be read. */
const STATUSES = [
  ...Array.from({ length: 32 }, (_, at) => 400 + at).filter((status) => ![408, 419, 420, 427, 430].includes(status)),
  ...[451, 500, 501, 502, 503, 504, 505, 507, 508, 510, 511, 520, 599],
];
const page = '<html>proxy</html>';
const LASTING: Readonly<Record<string, (clock: ManualClock) => Answer>> = {
  ...Object.fromEntries(STATUSES.map((status) => [String(status), () => json(status, { message: 'no' })])),
  ...Object.fromEntries([400, 403, 500, 502].map((status) => [`a page and ${status}`, () => ({ status, body: page })])),
  'JSON that does not end': () => ({ status: 503, headers: { 'content-type': 'application/json' }, body: '{"mess' }),
  'a reset in the middle': () => ({ status: 200, body: page, sent: 'half' }),
  'a refusal byte by byte': () => ({ status: 403, body: '{"message":"no"}', sent: 'byte by byte' }),
  'a redirect to itself': () => ({ status: 302, headers: { location: '/again' } }),
  'a limit whose reset is an hour ago': (time) => limited({ 'x-ratelimit-reset': String(time.now() / 1000 - 3600) }),
  'a limit whose reset is in an hour': (time) => limited({ 'x-ratelimit-reset': String(time.now() / 1000 + 3600) }),
  'a pause until an hour ago': () => json(429, { message: 'no' }, { 'retry-after': 'Tue, 14 Nov 2023 21:13:20 GMT' }),
  'a pause that is no number': () => json(429, { message: 'no' }, { 'retry-after': 'soon' }),
};

describe('an API that never answers well', () => {
  test.each(Object.entries(LASTING))(
    'but with %s: the check is lost within the budget, and that is said',
    async (_what, answer) => {
      const route = `POST ${REPO}/check-runs`;
      let asked = 0;
      fault = (call) => {
        asked += 1;
        return call.route === route || call.path === '/again' ? answer(clock) : undefined;
      };
      const began = clock.now();
      const sent = await client().publishCheck(checkRun(annotations(3), unique()));
      expect(sent).toMatchObject({ ok: false, remedy: expect.stringMatching(/\S/) });
      expect(sent.ok ? '' : sent.reason).toMatch(/^the check could not be \w+: .*\S/);
      expect(clock.now() - began).toBeLessThanOrEqual(QUICK.totalMs);
      // Tries, looks whether one went through, and the redirects that a client follows.
      expect(asked).toBeLessThanOrEqual(60);
    },
  );
});

describe('a missing permission', () => {
  test('is answered with the lines to add to the workflow', async () => {
    fault = () => json(403, { message: 'Resource not accessible by integration' });
    const sent = await client().publishCheck(checkRun());
    expect(sent).toMatchObject({ ok: false });
    expect(sent.ok ? '' : sent.remedy).toContain('`checks: write`');
  });

  test('and a limit that ends too late are distinguished', async () => {
    fault = () => limited({ 'x-ratelimit-reset': String(clock.now() / 1000 + 1800) });
    const sent = await client().publishCheck(checkRun());
    expect(sent.ok ? '' : sent.remedy).toMatch(/rate-limiting requests/);
  });
});
