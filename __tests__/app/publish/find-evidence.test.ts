import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { nodeFiles } from '../../../src/adapters/node-files.js';
import { evidenceInFolder, evidenceOfRun } from '../../../src/app/publish/find-evidence.js';
import { startGitHub, type GitHubStandIn } from '../../stand-ins/github-api.js';
import { HEAD } from '../../adapters/github-access.js';
import { publishSettings, publishWorld, type PublishWorld } from '../publish-services.js';

const BLOB = 'artifacts/web/attempt-1/files/blob-report/report.zip';
const FILES = { 'manifest.json': '{}', [BLOB]: 'a blob', 'artifacts/web/secret.txt': 'not asked for' };
const ASKED = [BLOB, 'artifacts/web/attempt-1/files/blob-report/none.zip'];

describe('further files of the evidence of a job', () => {
  let github: GitHubStandIn | undefined;
  let job: PublishWorld | undefined;
  let folder = '';
  afterEach(async () => {
    await github?.close();
    job?.remove();
    if (folder !== '') rmSync(folder, { recursive: true });
    github = job = undefined;
    folder = '';
  });

  const textsOf = (read: unknown): readonly (readonly [string, string])[] =>
    read instanceof Map ? [...(read as Map<string, Buffer>)].map(([path, bytes]) => [path, bytes.toString()]) : [];

  test('are read out of its artifact, those that are asked for alone', async () => {
    const zip = zipSync(Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path, strToU8(text)])));
    const stored = { id: 1, name: 'qa-evidence-test-attempt1', runId: 5, headSha: HEAD, headBranch: 'main', zip };
    github = await startGitHub({ artifacts: [{ ...stored, expired: false }] });
    job = publishWorld(github.origin);
    const api = job.services.github('token');
    if (api === null) throw new Error('no api');
    const { found } = await evidenceOfRun(5, { ...publishSettings(), mode: 'merge' }, api, job.services);
    expect(textsOf(await found[0]?.readFiles(ASKED))).toEqual([[BLOB, 'a blob']]);
  });

  test('are read below its folder', async () => {
    folder = mkdtempSync(join(tmpdir(), 'qaagent-evidence-'));
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, 'run', path)), { recursive: true });
      writeFileSync(join(folder, 'run', path), text);
    }
    const { found } = await evidenceInFolder(folder, nodeFiles);
    expect(textsOf(await found[0]?.readFiles(ASKED))).toEqual([[BLOB, 'a blob']]);
  });
});
