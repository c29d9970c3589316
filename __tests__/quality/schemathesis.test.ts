import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SchemathesisSettings } from '../../src/model/quality.js';
import { COMMON, everythingIn, prepareQuality, redTests, runQuality, type QualityRun } from './run-quality.js';
import { startPlanted, TOKEN, type RunningShop } from './start-planted.js';
import { QUALITY, SHOP, qualityTools } from './tools.js';
import { describeWith } from './with-tools.js';

const OWN: SchemathesisSettings = {
  runner: 'schemathesis',
  python: null,
  spec: join(SHOP, 'openapi.yaml'),
  checks: ['not_a_server_error', 'status_code_conformance', 'ignored_auth'],
  auth: 'API_AUTH',
  install: false,
};
const API_AUTH = `Bearer ${TOKEN}`;

// The tool keeps its example database in the folder where it runs.
const folder = mkdtempSync(join(tmpdir(), 'schemathesis-'));
const SOME = ['--include-path-regex', '^/(health|pets|pets/{pet_id})$'];
const ROUTES = ['GET /health', 'GET /pets', 'POST /pets', 'GET /pets/{pet_id}', 'DELETE /pets/{pet_id}'];
const FEW = ['--max-examples', '5', '--generation-deterministic'];
const suite = { ...COMMON, ...OWN, workingDirectory: folder, args: [...FEW, ...SOME] };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeWith(['python'], 'Schemathesis on a shop with an undocumented 500', () => {
  let shop: RunningShop;
  let run: QualityRun;
  beforeAll(async () => {
    shop = await startPlanted(true);
    run = await runQuality({ suite, env: { BASE_URL: shop.baseUrl, API_AUTH } });
  });
  afterAll(async () => {
    run.remove();
    await shop.stop();
  });

  test('fails exactly the checks that the defect breaks, and says so in one line', () => {
    expect(redTests(run)).toEqual({
      'GET /pets/{pet_id} › not_a_server_error': 'Server error: 500 from GET /pets/{pet_id}',
      'GET /pets/{pet_id} › status_code_conformance': 'Undocumented status code: 500 from GET /pets/{pet_id}',
    });
    expect(run.exitCode).toBe(1);
  });

  test('reports every check of every operation as a test with its route', () => {
    const expected = ROUTES.flatMap((route) => OWN.checks.map((check) => `${route} › ${check}`));
    expect(run.tests.map(({ id }) => id).sort()).toEqual(expected.sort());
    for (const { properties, classname } of run.tests) expect(properties['route']).toBe(classname);
  });

  test('gives the request as curl and a finding for each broken check', () => {
    const details = run.tests.find(({ id }) => id.endsWith('{pet_id} › not_a_server_error'))?.attempts.at(-1)?.details;
    expect(details).toMatch(/Reproduce with:\s+curl -X GET .*\/pets\/\d{5}/);
    expect(details).toContain('the shelf is out of range');
    expect(run.findings.map(({ code, route, severity }) => ({ code, route, severity }))).toContainEqual({
      code: 'not_a_server_error',
      route: 'GET /pets/{pet_id}',
      severity: 'critical',
    });
    expect(run.findings.every(({ metadata }) => String(metadata['curl']).startsWith('curl '))).toBe(true);
  });

  test('authenticates by a header that is nowhere to be read', async () => {
    // Only with a token can a pet be added; those of the house have ids below 100.
    const pets = (await (await fetch(`${shop.baseUrl}/pets`)).json()) as readonly { readonly id: number }[];
    expect(pets.filter(({ id }) => id >= 100)).not.toEqual([]);
    const left = everythingIn(run, ['events.jsonl', 'junit.xml', 'findings.jsonl', 'quality.json']);
    expect(left).not.toContain(TOKEN);
  });

  test('records its version and the end of its session', () => {
    expect(run.version).toMatch(/^4\./);
    expect(run.finished).toBe(true);
  });

  test('hides a header of any name', async () => {
    const own = { checks: ['not_a_server_error'], args: ['--max-examples', '1', ...SOME] };
    const env = { BASE_URL: shop.baseUrl, API_AUTH: `X-Shop: ${TOKEN}` };
    const again = await runQuality({ suite: { ...suite, ...own }, env });
    const left = everythingIn(again, ['events.jsonl', 'junit.xml', 'findings.jsonl', 'quality.json']);
    again.remove();
    expect(left).toContain('X-Shop: [Filtered]');
    expect(left).not.toContain(TOKEN);
  });

  test('reruns only the operations of the tests that are asked for', async () => {
    const id = 'GET /health › not_a_server_error';
    const again = await runQuality({
      suite,
      env: { BASE_URL: shop.baseUrl, API_AUTH, SCHEMATHESIS_HOOKS: join(QUALITY, 'hooks.py') },
      select: [{ id, selector: id, file: '', name: 'not_a_server_error' }],
    });
    expect(again.tests.map((each) => each.id)).toEqual([id]);
    expect(redTests(again)).toEqual({});
    expect(again.output).toContain('hooks of the user are loaded');
    again.remove();
  });
});

describeWith(['python'], 'Schemathesis on the shop without the defect', () => {
  test('passes every check', async () => {
    const shop = await startPlanted(false);
    const run = await runQuality({ suite, env: { BASE_URL: shop.baseUrl, API_AUTH } });
    await shop.stop();
    run.remove();
    expect(redTests(run)).toEqual({});
    expect(run.tests).toHaveLength(15);
    expect(run.findings).toEqual([]);
    expect(run.exitCode).toBe(0);
  });
});

describeWith(['schemathesis3'], 'Schemathesis 3', () => {
  test('finds the same defect, hides the header and loads the hooks of the user as well', async () => {
    const shop = await startPlanted(true);
    const python = qualityTools().schemathesis3;
    const own = { python, checks: ['not_a_server_error'], args: ['--hypothesis-max-examples', '20', ...SOME] };
    const env = {
      BASE_URL: shop.baseUrl,
      API_AUTH: `X-Shop: ${TOKEN}`,
      SCHEMATHESIS_HOOKS: join(QUALITY, 'hooks.py'),
    };
    const run = await runQuality({ suite: { ...suite, ...own }, env });
    await shop.stop();
    const left = everythingIn(run, ['events.jsonl', 'junit.xml', 'findings.jsonl', 'quality.json']);
    run.remove();
    expect(redTests(run)).toEqual({
      'GET /pets/{pet_id} › not_a_server_error': 'Server error: 500 from GET /pets/{pet_id}',
    });
    expect(run.tests.map(({ classname }) => classname)).toEqual(ROUTES);
    expect(run.findings[0]?.metadata['curl']).toMatch(/^curl -X GET .*\/pets\/\d{5}/);
    expect(run.tests[3]?.attempts.at(-1)?.details).toContain('the shelf is out of range');
    expect(run.output).toContain('hooks of the user are loaded');
    expect(left).not.toContain(TOKEN);
    expect(run.version).toMatch(/^3\./);
  });
});

describeWith(['python'], 'Schemathesis without a shop', () => {
  test('is red for every operation that cannot be reached', async () => {
    const run = await runQuality({ suite, env: { BASE_URL: 'http://127.0.0.1:9', API_AUTH } });
    run.remove();
    expect(run.exitCode).not.toBe(0);
    expect(run.tests.length === 0 || Object.keys(redTests(run)).length > 0).toBe(true);
    expect(run.tests.every(({ attempts }) => attempts.at(-1)?.status !== 'passed')).toBe(true);
  });
});

describe('settings of a Schemathesis suite', () => {
  const refusals = [
    {
      title: 'a spec that is not there',
      own: { ...OWN, spec: 'nowhere.yaml' },
      message: 'nowhere.yaml does not exist',
    },
    { title: 'a file without a base URL', own: OWN, env: { API_AUTH }, message: 'no base URL' },
    { title: 'an empty auth variable', own: OWN, env: { BASE_URL: 'http://127.0.0.1:9' }, message: 'API_AUTH' },
    { title: 'an interpreter that is not there', own: { ...OWN, python: 'bin/python9' }, message: 'bin/python9' },
  ];
  test.each(refusals)('$title is a configuration error', async ({ own, env, message }) => {
    const prepared = await prepareQuality({
      suite: { ...COMMON, workingDirectory: folder, ...own },
      env: env ?? { BASE_URL: 'http://127.0.0.1:9', API_AUTH },
    });
    expect(prepared).toMatchObject({ ok: false, problem: { forces: 'config-error' } });
    expect(JSON.stringify(prepared)).toContain(message);
  });
});
