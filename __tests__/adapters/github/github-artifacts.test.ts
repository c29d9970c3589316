import { afterEach, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { createGitHub } from '../../../src/adapters/github/github-api.js';
import type { ArchiveLimits, ListedArtifact, Sent } from '../../../src/model/publication.js';
import { startGitHub } from '../../stand-ins/github-api.js';
import type { GitHubStandIn } from '../../stand-ins/github-api.js';
import type { StoredArtifact } from '../../stand-ins/github-state.js';
import { QUICK, gitHubContext } from '../github-access.js';

const LIMITS: ArchiveLimits = { archiveBytes: 100_000, fileBytes: 1000, isWanted: (path) => path === 'wanted.json' };

const isAny = (): boolean => true;

let github: GitHubStandIn | undefined;
afterEach(async () => {
  await github?.close();
  github = undefined;
});

const artifact = (id: number, change: Partial<StoredArtifact> = {}): StoredArtifact => ({
  ...{ id, name: 'qa-history', runId: id, headSha: 'a'.repeat(40), headBranch: 'main', expired: false },
  zip: zipSync({ 'wanted.json': strToU8(`{"id":${id}}`), 'other.bin': new Uint8Array(5000) }),
  createdAt: `2026-01-0${id}T00:00:00Z`,
  ...change,
});

async function client(artifacts: readonly StoredArtifact[]) {
  github = await startGitHub({ artifacts });
  return createGitHub(gitHubContext(github.origin), 'ghs_token', { ...QUICK, requestMs: 10_000 });
}

async function read(change: Partial<StoredArtifact>, limits = LIMITS): Promise<Sent<ReadonlyMap<string, Buffer>>> {
  const api = await client([artifact(1, change)]);
  const listed = await api.listArtifacts({ name: 'qa-history', isWanted: isAny });
  const [first] = listed.ok ? listed.value : [];
  if (first === undefined) throw new Error('nothing was listed');
  return api.readArtifact(first, limits);
}

/** Overwrites the declared size of every entry, in local headers and in the directory. */
function withDeclaredSize(zip: Uint8Array, size: number): Uint8Array {
  const copy = Buffer.from(zip);
  for (let at = 0; at < copy.length - 4; at += 1) {
    const signature = copy.readUInt32LE(at);
    if (signature === 0x04034b50) copy.writeUInt32LE(size, at + 22);
    if (signature === 0x02014b50) copy.writeUInt32LE(size, at + 24);
  }
  return copy;
}

describe('artifacts of other runs', () => {
  test('are listed by exact name or by run, the newest first, expired ones included', async () => {
    const api = await client([
      artifact(2),
      artifact(3, { fork: true }),
      artifact(1),
      artifact(4, { expired: true }),
      artifact(5, { name: 'qa-history-2', runId: 2 }),
    ]);
    const ids = (sent: Sent<readonly ListedArtifact[]>): unknown =>
      sent.ok && sent.value.map(({ id, isOwn, isExpired }) => [id, isOwn, isExpired]);
    expect(ids(await api.listArtifacts({ name: 'qa-history', isWanted: isAny }))).toEqual([
      [4, true, true],
      [3, false, false],
      [2, true, false],
      [1, true, false],
    ]);
    expect(ids(await api.listArtifacts({ runId: 2 }))).toEqual([
      [5, true, false],
      [2, true, false],
    ]);
    expect(github?.violations).toEqual([]);
  });

  test('give the wanted files alone', async () => {
    const sent = await read({});
    expect(sent.ok && [...sent.value].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
      ['wanted.json', '{"id":1}'],
    ]);
  });

  const bomb = zipSync({ 'wanted.json': new Uint8Array(5_000_000) }, { level: 9 });
  const rows: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['a file that is too large unpacked', bomb, /5000000 bytes, more than 1000/],
    ['a file that lies about its size', withDeclaredSize(bomb, 10), /too many bytes/],
    ['an archive that is too large', zipSync({ a: randomish(200_000) }), /are more than 100000/],
    ['half an archive', artifact(1).zip.slice(0, 60), /could not be read/],
    ['no archive', strToU8('hello'), /could not be read/],
    ['a path that leads outside', zipSync({ '../wanted.json': strToU8('x') }), /invalid relative path/],
    ['an absolute path', zipSync({ '/wanted.json': strToU8('x') }), /absolute path/],
  ];
  test.each(rows)('with %s are refused', async (_what, zip, reason) => {
    const sent = await read({ zip });
    expect(sent).toMatchObject({ ok: false });
    expect(sent.ok ? '' : sent.reason).toMatch(reason);
  });

  test('of a repository that refuses are a refusal', async () => {
    github = await startGitHub({ fault: () => ({ status: 403, body: '{"message":"no"}' }) });
    const api = createGitHub(gitHubContext(github.origin), 'ghs_token', QUICK);
    expect(await api.listArtifacts({ name: 'x', isWanted: isAny })).toMatchObject({ ok: false });
    expect(await api.openPullRequests('ada:topic')).toMatchObject({ ok: false });
  });
});

/** Bytes that no compression makes small. */
function randomish(length: number): Uint8Array {
  let seed = 1;
  return Uint8Array.from({ length }, () => (seed = (seed * 48_271) % 2_147_483_647) & 255);
}
