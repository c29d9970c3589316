import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DefaultArtifactClient } from '@actions/artifact';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createArtifactStore } from '../../src/adapters/artifacts.js';
import { startArtifacts } from '../stand-ins/artifact-service.js';
import type { ArtifactOptions, ArtifactStandIn } from '../stand-ins/artifact-service.js';
import { json } from '../stand-ins/http-server.js';
import type { Answer } from '../stand-ins/http-server.js';
import { runtimeToken } from '../stand-ins/runtime-token.js';

const NAMES = ['ACTIONS_RESULTS_URL', 'ACTIONS_RUNTIME_TOKEN', 'GITHUB_SERVER_URL', 'GITHUB_WORKSPACE'] as const;

let root = '';
let service: ArtifactStandIn | undefined;
const before = Object.fromEntries(NAMES.map((name) => [name, process.env[name]]));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'qaagent-artifacts-'));
});
afterEach(async () => {
  await service?.close();
  service = undefined;
  rmSync(root, { recursive: true });
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
});

/** The client of GitHub's toolkit finds its service through the environment alone. */
async function start(options: ArtifactOptions = {}, serverUrl = 'https://github.com'): Promise<ArtifactStandIn> {
  service = await startArtifacts(options);
  const [results, token, server, workspace] = NAMES;
  process.env[results] = `${service.origin}/`;
  process.env[token] = runtimeToken();
  process.env[server] = serverUrl;
  process.env[workspace] = root;
  return service;
}

function upload(text: string, whenTaken?: 'rename' | 'replace', limit?: () => Promise<unknown>) {
  mkdirSync(join(root, 'deep'), { recursive: true });
  const file = join(root, 'deep', 'history.json');
  writeFileSync(file, text);
  const request = { name: 'qa-history', root, files: [file], retentionDays: null };
  return createArtifactStore(limit).upload(whenTaken === undefined ? request : { ...request, whenTaken });
}

const contents = (): readonly string[] =>
  (service?.uploads() ?? []).map(({ files }) => Buffer.from(files()['deep/history.json'] ?? []).toString());

describe('the artifact service', () => {
  test('takes files by their path below the root', async () => {
    await start();
    const sent = await upload('one');
    expect(sent).toMatchObject({ ok: true, value: { name: 'qa-history', digest: expect.stringMatching(/^\w{64}$/) } });
    expect(contents()).toEqual(['one']);
  });

  test("hands out to GitHub's own client byte for byte what was uploaded", async () => {
    await start();
    const files = {
      'manifest.json': '{"run_id":"1"}',
      'artifacts/unit/output.log': 'é\n'.repeat(9000),
      'empty.txt': '',
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const paths = Object.keys(files).map((path) => join(root, path));
    const sent = await createArtifactStore().upload({ name: 'qa-evidence', root, files: paths, retentionDays: 7 });
    const client = new DefaultArtifactClient();
    const { artifact } = await client.getArtifact('qa-evidence');
    expect(sent).toMatchObject({ ok: true, value: { id: artifact.id } });
    const copy = join(root, 'copy');
    const { digestMismatch } = await client.downloadArtifact(artifact.id, {
      path: copy,
      ...(artifact.digest === undefined ? {} : { expectedHash: artifact.digest }),
    });
    expect({ digestMismatch, digest: artifact.digest }).toEqual({ digestMismatch: false, digest: expect.any(String) });
    const found = readdirSync(copy, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(found).toHaveLength(paths.length);
    for (const [path, text] of Object.entries(files)) expect(readFileSync(join(copy, path), 'utf8')).toBe(text);
  });

  test('gets another name for what exists already', async () => {
    await start();
    await upload('one');
    expect(await upload('two')).toMatchObject({ ok: true, value: { name: expect.stringMatching(/^qa-history-\w+$/) } });
    expect(contents()).toEqual(['one', 'two']);
  });

  test('replaces what exists already when it is asked to', async () => {
    await start();
    await upload('one');
    expect(await upload('two', 'replace')).toMatchObject({ ok: true, value: { name: 'qa-history' } });
    expect(contents()).toEqual(['two']);
  });

  test('that refuses, or that an older server does not have, is a refusal with a way out', async () => {
    await start({ fault: () => ({ status: 403, body: '{"code":"permission_denied","msg":"no"}' }) });
    expect(await upload('one')).toMatchObject({ ok: false, remedy: expect.stringContaining('evidence-dir') });
    await service?.close();
    await start({}, 'https://ghe.acme.com');
    expect(await upload('one')).toMatchObject({ ok: false, remedy: expect.stringContaining('upload-artifact@v3') });
    expect(service?.calls).toEqual([]);
  });
});

const page: Answer = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>proxy</html>' };
const skewed = json(403, { code: 'unauthenticated', msg: 'the token is not valid yet' });

/** What is never answered well. The client tries some of it again for longer than these tests last: their limit ends soon after the first answer. */
const LASTING: Readonly<Record<string, Answer>> = {
  ...Object.fromEntries([400, 401, 404, 413, 422].map((status) => [String(status), json(status, { msg: 'no' })])),
  ...Object.fromEntries([429, 500, 502, 503, 504].map((status) => [String(status), json(status, { msg: 'no' })])),
  'a clock that is an hour off': skewed,
  'a page of a proxy': page,
  'JSON that does not end': { status: 200, headers: { 'content-type': 'application/json' }, body: '{"ok": tr' },
  'another shape': json(200, { ok: 'no', signed_upload_url: 7, artifact_id: {} }),
  'an empty answer': { status: 200, body: '' },
  'a redirect to itself': { status: 302, headers: { location: '/again' } },
  'a reset in the middle': { ...page, sent: 'half' },
  'a refusal byte by byte': { status: 403, body: '{"msg":"no"}', sent: 'byte by byte' },
  'a cut connection': 'reset',
  'no answer': 'hang',
};

describe.each(['CreateArtifact', 'FinalizeArtifact'])('an artifact service whose %s', (method) => {
  test.each(Object.entries(LASTING))(
    'is answered with %s loses the artifact in bounded time, and says so',
    async (_what, answer) => {
      let isAsked: () => void = () => undefined;
      const asked = new Promise<void>((resolve) => (isAsked = resolve));
      await start({
        fault: (call) => {
          if (call.method !== method) return undefined;
          isAsked();
          return answer;
        },
      });
      const sent = await upload('one', undefined, () => asked.then(() => setTimeout(400)));
      expect(sent).toMatchObject({ ok: false, remedy: expect.stringContaining('evidence-dir') });
      expect(sent.ok ? '' : sent.reason).toMatch(/\S/);
      expect(contents()).toEqual([]);
    },
  );
});
