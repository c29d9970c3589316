import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateTests } from '../../src/generate/generate-tests.js';
import { readOpenApi } from '../../src/openapi/read-openapi.js';
import { startShop, type RunningShop } from '../e2e/start-shop.js';
import { findTools } from '../e2e/tools.js';
import { describeWith } from '../e2e/with-tools.js';
import { SHOP, documentOf, readDocument } from '../routes/documents.js';

const LOGIN = { user: 'ada', password: 'lovelace' };

/** What pytest says of each test, and its last lines. */
interface Said {
  readonly states: Readonly<Record<string, string>>;
  readonly output: string;
}

async function runPytest(document: unknown, env: Readonly<Record<string, string>>, unsafe = false): Promise<Said> {
  const folder = await mkdtemp(join(tmpdir(), 'generated-'));
  const files = generateTests(readOpenApi(document).operations, new Set(), { unsafe });
  for (const { path, text } of files) await writeFile(join(folder, path), text);
  const args = ['-B', '-m', 'pytest', '-v', '-p', 'no:cacheprovider', '--rootdir', folder, folder];
  const output = await new Promise<string>((done) =>
    execFile(findTools().python ?? 'python3', args, { env: { ...process.env, COLUMNS: '400', ...env } }, (_e, out) =>
      done(out),
    ),
  );
  await rm(folder, { recursive: true });
  const states = [...output.matchAll(/::(test_\w+) ([A-Z]+)/g)].map(([, name = '', state = '']) => [name, state]);
  return { states: Object.fromEntries(states) as Said['states'], output };
}

const PASS = 'PASSED';
const SKIP = 'SKIPPED';

describeWith(['python'], 'tests generated for the shop, run by pytest', () => {
  const start = () => startShop({ python: findTools().python ?? 'python3', fixed: true });
  let shop: RunningShop;
  beforeAll(async () => {
    shop = await start();
  });
  afterAll(() => shop.stop());

  test('are green or skipped against the shop without faults', async () => {
    const { states, output } = await runPytest(readDocument(SHOP), { BASE_URL: shop.baseUrl });
    expect(states).toEqual({
      test_get_health_success: PASS,
      test_post_login_success: SKIP,
      test_get_pets_success: PASS,
      test_post_pets_success: SKIP,
      test_get_pets_featured_success: PASS,
      test_get_pets_pet_id_success: SKIP,
      test_delete_pets_pet_id_success: SKIP,
      test_post_quotes_success: SKIP,
      test_get_orders_success: SKIP,
      test_post_orders_success: SKIP,
      test_get_orders_order_id_success: SKIP,
      test_post_orders_order_id_refund_success: SKIP,
      test_get_delivery_success: PASS,
      test_get_reports_sales_success: PASS,
    });
    expect(output).toContain('GET /orders answers 401 without credentials: set API_AUTHORIZATION');
  });

  test('check schemas and send examples where the description has them, and use credentials', async () => {
    const own = await start();
    const login = await fetch(`${own.baseUrl}/login`, { method: 'POST', body: JSON.stringify(LOGIN) });
    const { token } = (await login.json()) as { readonly token: string };
    const env = { BASE_URL: `${own.baseUrl}/`, API_AUTHORIZATION: `Bearer ${token}` };
    const { states } = await runPytest(documentOf('shop-detailed'), env, true);
    await own.stop();
    expect(states).toEqual({
      test_get_health_success: PASS,
      test_get_pets_success: PASS,
      test_post_pets_success: SKIP,
      test_get_pets_pet_id_success: PASS,
      test_delete_pets_pet_id_success: PASS,
      test_post_quotes_success: PASS,
      test_get_orders_success: PASS,
      test_get_orders_order_id_success: SKIP,
      test_get_delivery_success: PASS,
      test_get_success: PASS,
    });
  });

  test('fail with the difference where the API is not as described', async () => {
    const answer = (schema: object, type = 'application/json') => ({ 200: { content: { [type]: { schema } } } });
    const pet = {
      type: 'object',
      required: ['microchip'],
      properties: { price: { type: 'string' }, kind: { enum: ['snake'] } },
    };
    const { states, output } = await runPytest(
      {
        openapi: '3.0.0',
        paths: {
          '/unicorns': { get: { responses: { 200: {} } } },
          '/health': { get: { responses: answer({}, 'text/html') } },
          '/pets': { get: { responses: answer({ type: 'array', items: pet }) } },
          '/delivery': { get: { responses: answer({ anyOf: [{ type: 'array' }, { required: ['weeks'] }] }) } },
        },
      },
      { BASE_URL: shop.baseUrl },
    );
    expect(new Set(Object.values(states))).toEqual(new Set(['FAILED']));
    expect(output).toContain('GET /unicorns answers 404, documented is 200');
    expect(output).toContain('GET /health answers with application/json, documented is text/html');
    expect(output).toContain(
      "answer[0].microchip is missing; answer[0].price is int, not string; answer[0].kind is 'dog'",
    );
    expect(output).toContain('answer fits none of its documented forms');
  });

  test('say that BASE_URL is missing instead of being skipped', async () => {
    const { output } = await runPytest({ openapi: '3.0.0', paths: { '/health': { get: {} } } }, { BASE_URL: '' });
    expect(output).toContain('BASE_URL is not set');
    expect(output).toContain('1 error');
  });

  test('are Python that compiles, whatever the description says', async () => {
    const evil = `"""\n'''\\"); raise SystemExit(9) #\u2028`;
    const schema = { type: 'object', required: [evil], properties: { [evil]: { enum: [evil, 1e300, null] } } };
    const get = {
      summary: evil,
      parameters: [{ in: 'query', name: evil, required: true, example: evil }],
      responses: { 200: { content: { 'application/json': { schema } } } },
    };
    const { states } = await runPytest(
      { openapi: '3.0.0', paths: { [`/${evil}`]: { get }, '/größe': { get } } },
      {
        BASE_URL: shop.baseUrl,
      },
    );
    expect(Object.values(states)).toEqual(['FAILED', 'FAILED']);
  });
});
