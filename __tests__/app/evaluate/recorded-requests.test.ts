import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { zipArchives } from '../../../src/adapters/zip.js';
import { nodeFiles } from '../../../src/adapters/node-files.js';
import { readRecorded } from '../../../src/app/evaluate/recorded-requests.js';
import type { ApiOperation } from '../../../src/model/api.js';
import type { RunReport } from '../../../src/model/run.js';
import { routeName } from '../../../src/routes/match-route.js';
import { readOpenApi } from '../../../src/openapi/read-openapi.js';
import { SHOP, readDocument } from '../../routes/documents.js';

const RECORDINGS = resolve(import.meta.dirname, '../../../fixtures/recordings');
const har = readFileSync(join(RECORDINGS, 'har/recording.har'), 'utf8');
const trace = readFileSync(join(RECORDINGS, 'playwright-trace/recording.network'), 'utf8');
const { operations } = readOpenApi(readDocument(SHOP));
const api = { source: 'openapi.yaml', operations, origins: [], problems: [] };

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'recorded-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), content);
}

const zipOf = (name: string, text: string): Uint8Array =>
  zipSync({ 'trace.trace': strToU8('{}'), [name]: strToU8(text), 'resources/a.json': strToU8('{"log":{}}') });

interface Attached {
  readonly id: string;
  readonly attachments: readonly string[];
}

const reportOf = (tests: readonly Attached[]): RunReport =>
  ({ suites: [{ suite: { name: 'e2e' }, tests: tests.map((one) => ({ ...one, suite: 'e2e' })) }] }) as never;

const names = (reached: ReadonlyMap<string, ReadonlySet<ApiOperation>>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries([...reached].map(([owner, found]) => [owner, [...found].map(routeName).toSorted()]));

async function read(tests: readonly Attached[]) {
  const services = { files: nodeFiles, archives: zipArchives };
  const { byTest, bySuite } = await readRecorded(reportOf(tests), api, null, { directory }, services);
  return { byTest: names(byTest), bySuite: names(bySuite) };
}

const RESULTS = 'artifacts/e2e/attempt-1/test-results';
const TRACED = ['GET /pets', 'GET /pets/{pet_id}', 'POST /login'];

describe('the recordings of a run', () => {
  test('belong to the test that attached them, and to the suite when none did', async () => {
    put(`${RESULTS}/a/trace.zip`, zipOf('0-trace.network', trace));
    put('artifacts/e2e/files/session.har', har.replaceAll('/pets', '/delivery'));
    expect(await read([{ id: 'a', attachments: [`${RESULTS}/a/trace.zip`] }])).toEqual({
      byTest: { 'e2e\na': TRACED },
      bySuite: { e2e: ['GET /delivery'] },
    });
  });

  test('belong to the test in whose output folder they stand, unless tests share it', async () => {
    put(`${RESULTS}/a/session.har.zip`, zipOf('har.har', har));
    put(`${RESULTS}/b/session.har`, har.replaceAll('/pets', '/orders'));
    const tests = [
      { id: 'a', attachments: [`${RESULTS}/a/video.webm`] },
      { id: 'b', attachments: [`${RESULTS}/b/one.png`] },
      { id: 'c', attachments: [`${RESULTS}/b/two.png`] },
    ];
    expect(await read(tests)).toEqual({ byTest: { 'e2e\na': ['GET /pets'] }, bySuite: { e2e: ['GET /orders'] } });
  });

  test('that copy what a test has reported say nothing new', async () => {
    put(`${RESULTS}/a/trace.zip`, zipOf('trace.network', trace));
    put('artifacts/e2e/files/playwright-report/data/0123.zip', zipOf('trace.network', trace));
    expect((await read([{ id: 'a', attachments: [`${RESULTS}/a/trace.zip`] }])).bySuite).toEqual({});
  });

  test('of no suite, broken or of another format show nothing and stop nothing', async () => {
    put('artifacts/application/session.har', har);
    put('artifacts/e2e/files/broken.zip', zipOf('trace.network', trace).slice(0, -20));
    put('artifacts/e2e/files/torn.har', har.slice(0, -20));
    put('artifacts/e2e/files/fine.har', har);
    expect(await read([])).toEqual({ byTest: {}, bySuite: { e2e: ['GET /pets'] } });
  });

  test('are not even looked for without an API description', async () => {
    const files = { ...nodeFiles, glob: () => Promise.reject(new Error('must not look')) };
    const none = { ...api, operations: [] };
    const found = await readRecorded(reportOf([]), none, null, { directory }, { files, archives: zipArchives });
    expect(found).toEqual({ byTest: new Map(), bySuite: new Map() });
  });
});
