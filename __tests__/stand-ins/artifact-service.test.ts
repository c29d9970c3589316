import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { startArtifacts } from './artifact-service.js';
import type { ArtifactOptions, ArtifactStandIn } from './artifact-service.js';
import { BACKEND, runtimeToken } from './runtime-token.js';

let running: ArtifactStandIn | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

async function start(options?: ArtifactOptions): Promise<ArtifactStandIn> {
  running = await startArtifacts(options);
  return running;
}

interface Reply {
  readonly status: number;
  readonly value: Readonly<Record<string, unknown>>;
}

async function twirp(method: string, body: object, token = runtimeToken()): Promise<Reply> {
  const ids = { workflow_run_backend_id: BACKEND.runId, workflow_job_run_backend_id: BACKEND.jobId };
  const url = `${running?.origin ?? ''}/twirp/github.actions.results.api.v1.ArtifactService/${method}`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ ...ids, ...body }) });
  return { status: reply.status, value: (await reply.json()) as Readonly<Record<string, unknown>> };
}

const ZIP = zipSync({ 'manifest.json': strToU8('{}'), 'artifacts/a/b.txt': strToU8('hello') });
const HASH = `sha256:${createHash('sha256').update(ZIP).digest('hex')}`;
const blockId = (n: number): string => Buffer.from(`block-${n}`).toString('base64');

async function putBlocks(url: string): Promise<number> {
  const middle = Math.floor(ZIP.length / 2);
  for (const [n, part] of [ZIP.slice(0, middle), ZIP.slice(middle)].entries())
    await fetch(`${url}&comp=block&blockid=${encodeURIComponent(blockId(n))}`, { method: 'PUT', body: part });
  const list = `<BlockList><Latest>${blockId(0)}</Latest><Latest>${blockId(1)}</Latest></BlockList>`;
  return (await fetch(`${url}&comp=blocklist`, { method: 'PUT', body: list })).status;
}

async function create(name: string): Promise<string> {
  const { value } = await twirp('CreateArtifact', { name, version: 7 });
  return String(value['signed_upload_url']);
}

describe('the artifact stand-in', () => {
  test('takes an upload in blocks and hands it out again', async () => {
    const service = await start();
    expect(await putBlocks(await create('qa-evidence'))).toBe(201);
    const finished = await twirp('FinalizeArtifact', { name: 'qa-evidence', size: String(ZIP.length), hash: HASH });
    expect(finished.value).toEqual({ ok: true, artifact_id: '1' });
    expect((await twirp('ListArtifacts', {})).value).toMatchObject({
      artifacts: [{ name: 'qa-evidence', digest: HASH }],
    });
    expect((await twirp('ListArtifacts', { name_filter: 'other' })).value).toEqual({ artifacts: [] });
    const { value } = await twirp('GetSignedArtifactURL', { name: 'qa-evidence' });
    const copy = await fetch(String(value['signed_url']));
    expect(new Uint8Array(await copy.arrayBuffer())).toEqual(ZIP);
    const [upload] = service.uploads();
    expect(Object.keys(upload?.files() ?? {})).toEqual(['manifest.json', 'artifacts/a/b.txt']);
  });

  test('refuses a name twice in one run', async () => {
    await start({ taken: ['qa-evidence'] });
    const again = await twirp('CreateArtifact', { name: 'qa-evidence' });
    expect(again).toMatchObject({ status: 409, value: { code: 'already_exists' } });
    expect((await twirp('CreateArtifact', { name: 'qa-evidence-2' })).status).toBe(200);
  });

  test.each(['a/b', 'a:b', 'a"b', ''])('refuses the name %j', async (name) => {
    await start();
    expect((await twirp('CreateArtifact', { name })).status).toBe(400);
  });

  test('refuses a retention beyond 90 days', async () => {
    await start();
    const far = '2199-01-01T00:00:00.000Z';
    expect((await twirp('CreateArtifact', { name: 'a', expires_at: far })).status).toBe(400);
  });

  test.each([
    ['another size', { size: '1', hash: HASH }],
    ['another hash', { size: String(ZIP.length), hash: 'sha256:00' }],
  ])('does not finish an upload with %s', async (_what, claim) => {
    const service = await start();
    await putBlocks(await create('a'));
    expect((await twirp('FinalizeArtifact', { name: 'a', ...claim })).status).toBe(400);
    expect(service.uploads()).toEqual([]);
  });

  test('does not finish what was never uploaded', async () => {
    await start();
    await create('a');
    expect((await twirp('FinalizeArtifact', { name: 'a', size: '0', hash: '' })).status).toBe(404);
  });

  test('wants a runtime token for this run and job', async () => {
    await start();
    expect((await twirp('ListArtifacts', {}, 'nonsense')).status).toBe(401);
    const other = runtimeToken({ runId: 'other', jobId: BACKEND.jobId });
    expect((await twirp('ListArtifacts', {}, other)).status).toBe(403);
  });

  test('wants the signature of each URL, and for what it was given', async () => {
    await start();
    const url = await create('a');
    expect((await fetch(url.replace(/sig=[^&]*/, 'sig=x'), { method: 'PUT', body: 'x' })).status).toBe(403);
    expect((await fetch(url)).status).toBe(403);
    expect((await fetch(url.replace('sp=cw', 'sp=r'))).status).toBe(403);
  });

  test('refuses a list of blocks that it does not have', async () => {
    await start();
    const list = '<BlockList><Latest>AAAA</Latest></BlockList>';
    expect((await fetch(`${await create('a')}&comp=blocklist`, { method: 'PUT', body: list })).status).toBe(400);
  });

  test('injects faults into the service and the storage', async () => {
    const service = await start({ fault: ({ method }) => (method === 'PUT block' ? { status: 503 } : undefined) });
    const url = await create('a');
    expect((await fetch(`${url}&comp=block&blockid=AA`, { method: 'PUT', body: 'x' })).status).toBe(503);
    expect(service.calls.map(({ method, status }) => [method, status])).toEqual([
      ['CreateArtifact', 200],
      ['PUT block', 503],
    ]);
  });
});
