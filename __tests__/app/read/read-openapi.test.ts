import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { nodeHttp } from '../../../src/adapters/http.js';
import { readApi } from '../../../src/app/read/read-openapi.js';
import type { Settings } from '../../../src/model/settings.js';
import { memoryFiles } from '../../fakes/memory-files.js';

const YAML =
  'openapi: 3.0.0\ninfo: {title: Pets, version: "1"}\npaths:\n  /pets: {get: {responses: {"200": {description: ok}}}}\n';
const settings = (openapi: string | null): Settings => ({ openapi, workingDirectory: '/repo' }) as Settings;

describe('the OpenAPI description', () => {
  let server: Server;
  let origin = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      response.statusCode = request.url === '/openapi.json' ? 200 : 404;
      response.end(YAML);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const read = (openapi: string | null, files: Record<string, string> = {}) =>
    readApi(settings(openapi), { files: memoryFiles(files), http: nodeHttp });

  test('is read from a named file', async () => {
    const api = await read('spec/api.yaml', { '/repo/spec/api.yaml': YAML });
    expect(api.operations.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /pets']);
  });

  test('is read from a URL', async () => {
    expect((await read(`${origin}/openapi.json`)).operations).toHaveLength(1);
  });

  test('is found in a usual place when none is named', async () => {
    const api = await read(null, { '/repo/docs/openapi.yml': YAML });
    expect(api).toMatchObject({ source: 'docs/openapi.yml', problems: [] });
    expect(api.operations).toHaveLength(1);
  });

  test('may be missing without a word when nobody named one', async () => {
    expect(await read(null)).toEqual({ source: '', operations: [], origins: [], problems: [] });
  });

  test.each(['nowhere.yaml', 'http://127.0.0.1:1/openapi.json'])(
    'warns when the one that is named cannot be read: %s',
    async (name) => {
      const { problems, operations } = await read(name);
      expect(operations).toEqual([]);
      expect(problems[0]).toMatchObject({ severity: 'warning', message: `${name} cannot be read` });
    },
  );

  test('warns when it is not YAML, or not OpenAPI', async () => {
    expect((await read('a.yaml', { '/repo/a.yaml': '{a' })).problems).toHaveLength(1);
    expect((await read('a.yaml', { '/repo/a.yaml': 'a: 1' })).problems[0]?.message).toContain('not OpenAPI');
  });
});
