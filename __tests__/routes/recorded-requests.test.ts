import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apiPlace, requestMatcher } from '../../src/routes/match-request.js';
import { routeName } from '../../src/routes/match-route.js';
import { readOpenApi } from '../../src/openapi/read-openapi.js';
import { requestsInHar, requestsInTrace } from '../../src/routes/recorded-requests.js';
import { SHOP, readDocument } from './documents.js';

const RECORDINGS = resolve(import.meta.dirname, '../../fixtures/recordings');
const har = readFileSync(join(RECORDINGS, 'har/recording.har'), 'utf8');
const trace = readFileSync(join(RECORDINGS, 'playwright-trace/recording.network'), 'utf8');
const SITE = 'http://127.0.0.1:8000';

describe('a recording of Playwright', () => {
  test('as HAR reports what the service answered, not what the test answered itself or nobody did', () => {
    expect(requestsInHar(har)).toEqual([
      { method: 'GET', url: `${SITE}/` },
      { method: 'GET', url: `${SITE}/pets` },
      { method: 'GET', url: `${SITE}/pets?kind=dog` },
    ]);
  });

  test('as trace reports the requests outside of pages as well', () => {
    const reported = requestsInTrace(trace).map(({ method, url }) => `${method} ${url.replace(SITE, '')}`);
    expect(reported.toSorted()).toEqual(['GET /', 'GET /pets', 'GET /pets/1', 'GET /pets?kind=dog', 'POST /login']);
  });

  test('that was cut off reports what stands before the cut', () => {
    expect(requestsInTrace(trace.slice(0, -700)).length).toBe(4);
    expect(requestsInHar(har.slice(0, -50))).toBeNull();
  });

  test('of any content at all never throws', () => {
    const anything = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom(null, 200, 'GET', 'http://a/b', true),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom('log', 'entries', 'request', 'response', 'method', 'url', 'status', 'snapshot'),
          tie('value'),
        ),
      ),
    })).value;
    fc.assert(
      fc.property(anything, (value) => {
        const text = JSON.stringify({ type: 'resource-snapshot', snapshot: value, log: value });
        expect(requestsInTrace(text).length).toBeLessThanOrEqual(1);
        expect(requestsInHar(text) ?? []).toBeInstanceOf(Array);
      }),
      { numRuns: 300 },
    );
  });

  test('with a million lines is bounded', () => {
    const line = trace.split('\n')[0] ?? '';
    expect(requestsInTrace(`${line}\n`.repeat(30_000)).length).toBeLessThanOrEqual(20_000);
    expect(requestsInTrace('\n'.repeat(5_000_000))).toEqual([]);
  });
});

describe('a recorded request', () => {
  const shop = readOpenApi(readDocument(SHOP)).operations;
  const document = {
    openapi: '3.0.3',
    servers: [{ url: 'https://api.example.com/v2' }, { url: 'https://eu.example.com/v2' }],
    paths: {
      '/pets/{id}': { get: { responses: {} } },
      '/pets/mine': { get: { responses: {} } },
      '/files/{name}.csv': { get: { responses: {} } },
    },
  };
  const api = readOpenApi(document);
  const find = (method: string, url: string, baseUrl: string | null = null): string | null => {
    const operation = requestMatcher(api.operations, apiPlace(baseUrl, api.origins))({ method, url });
    return operation === null ? null : routeName(operation);
  };

  test.each([
    ['https://api.example.com/v2/pets/7?deep=1#top', 'GET /pets/{id}'],
    ['https://eu.example.com/v2/pets/7/', 'GET /pets/{id}'],
    ['https://api.example.com/v2/pets/mine', 'GET /pets/mine'],
    ['https://api.example.com/v2/pets/a%20b', 'GET /pets/{id}'],
    ['https://api.example.com/v2/files/may.csv', 'GET /files/{name}.csv'],
    ['http://localhost:3000/pets/7', 'GET /pets/{id}'],
    ['http://web:8000/v2/pets/7', 'GET /pets/{id}'],
    ['http://[::1]:8000/pets/7', 'GET /pets/{id}'],
    ['https://cdn.example.com/pets/7', null],
    ['https://example.com/v2/pets/7', null],
    ['https://api.example.com/v2/pets', null],
    ['https://api.example.com/v2/pets/7/photos', null],
    ['not an address', null],
  ])('to %s reached %s', (url, route) => {
    expect(find('GET', url)).toBe(route);
  });

  test('of another method reached nothing', () => {
    expect(find('DELETE', 'https://api.example.com/v2/pets/7')).toBeNull();
  });

  test('is taken relative to the base URL, which may have a path', () => {
    const base = 'https://staging.example.org/shop';
    expect(find('GET', `${base}/pets/7`, base)).toBe('GET /pets/{id}');
    expect(find('GET', `${base}/v2/pets/7`, base)).toBe('GET /pets/{id}');
    expect(find('GET', 'https://staging.example.org/shopping/pets/7', base)).toBeNull();
    expect(find('GET', `${base}/pets/7`)).toBeNull();
  });

  test('of the shop is the operation that a person would name, whatever the parameter is called', () => {
    const match = requestMatcher(shop, apiPlace(SITE, []));
    const reached = requestsInTrace(trace)
      .map(match)
      .filter((operation) => operation !== null);
    expect([...new Set(reached.map(routeName))].toSorted()).toEqual(['GET /pets', 'GET /pets/{pet_id}', 'POST /login']);
  });
});

describe('the servers of a description', () => {
  test('of OpenAPI 2 are its host by its schemes', () => {
    const document = { swagger: '2.0', host: 'pets.example.com:8443', basePath: '/v1', schemes: ['https'], paths: {} };
    expect(readOpenApi(document).origins).toEqual(['https://pets.example.com:8443', 'http://pets.example.com:8443']);
  });

  test('of OpenAPI 3 are those with a host of their own', () => {
    const servers = [
      { url: '/api' },
      { url: 'https://{region}.example.com/v1', variables: { region: { default: 'eu' } } },
      { url: 'https://{unknown}' },
      { url: 'javascript:alert(1)' },
      7,
    ];
    expect(readOpenApi({ openapi: '3.1.0', servers, paths: {} }).origins).toEqual(['https://eu.example.com']);
  });
});
