import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { generateTests, type GeneratedFile } from '../../src/generate/generate-tests.js';
import type { ApiOperation } from '../../src/model/api.js';
import { matchRoute } from '../../src/routes/match-route.js';
import { readOpenApi } from '../../src/openapi/read-openapi.js';
import { expectGolden } from '../golden-file.js';
import { OPENAPI, SHOP, documentOf, foldersWith, readDocument } from '../routes/documents.js';

const operationsOf = (folder: string): readonly ApiOperation[] => readOpenApi(documentOf(folder)).operations;
const describing = readdirSync(OPENAPI).filter((folder) => folder !== 'shop');
const namesIn = (files: readonly GeneratedFile[]): readonly string[] =>
  files.flatMap(({ text }) => [...text.matchAll(/^def (test_\w+)/gm)].map((match) => match[1] ?? ''));

/** One operation `GET /a` of an OpenAPI 3 document, generated; the text of its module. */
function moduleOf(operation: object, options = { unsafe: false }, method = 'get', path = '/a'): string {
  const { operations } = readOpenApi({ openapi: '3.0.0', paths: { [path]: { [method]: operation } } });
  return generateTests(operations, new Set(), options)[1]?.text ?? '';
}

describe('generated tests', () => {
  test.each(foldersWith('generated'))('of %s read like the golden files', (folder) => {
    const golden = join(OPENAPI, folder, 'generated');
    const files = generateTests(operationsOf(folder), new Set());
    for (const { path, text } of files) expectGolden(join(golden, path), text);
    expect(readdirSync(golden).sort()).toEqual(files.map(({ path }) => path).sort());
  });

  test.each(describing)('of %s have names from which each route is found again', (folder) => {
    const operations = operationsOf(folder);
    const routes = namesIn(generateTests(operations, new Set())).map((name) => matchRoute({ name }, operations));
    expect(routes.sort()).toEqual(operations.map(({ method, path }) => `${method} ${path}`).sort());
  });

  test('are written for what no test touches, and only for that', () => {
    const { operations } = readOpenApi(readDocument(SHOP));
    const covered = new Set(operations.map(({ method, path }) => `${method} ${path}`));
    expect(generateTests(operations, covered)).toEqual([]);
    covered.delete('GET /delivery');
    covered.delete('POST /quotes');
    const files = generateTests(operations, covered);
    expect(files.map(({ path }) => path)).toEqual(['conftest.py', 'test_smoke_quotes.py', 'test_smoke_delivery.py']);
    expect(namesIn(files)).toEqual(['test_post_quotes_success', 'test_get_delivery_success']);
  });

  test('ask nothing that changes data unless they are asked to', () => {
    const body = { content: { 'application/json': { example: { a: 1 } } }, required: true };
    expect(moduleOf({ requestBody: body }, { unsafe: false }, 'post')).toContain('skip(reason="POST changes data');
    const unsafe = moduleOf({ requestBody: body }, { unsafe: true }, 'post');
    expect(unsafe).not.toContain('skip');
    expect(unsafe).toContain('api.call("POST", "/a", json={"a": 1})');
  });

  test.each([
    [{ in: 'path', name: 'id', required: true, schema: { type: 'integer' } }, 'no example for: path parameter id'],
    [{ in: 'query', name: 'q', required: true, schema: { type: 'string' } }, 'no example for: query parameter q'],
    [{ in: 'cookie', name: 'c', required: true, example: 'x' }, 'no example for: cookie parameter c'],
    [{ in: 'header', name: 'X-Ids', required: true, example: [1, 2] }, 'no example for: header parameter X-Ids'],
  ])('are skipped with the reason when %j has no honest value', (parameter, reason) => {
    const text = moduleOf({ parameters: [parameter] }, { unsafe: true }, 'get', '/a/{id}');
    expect(text).toContain('@pytest.mark.skip(reason="the API description has');
    expect(text).toContain(reason);
  });

  test.each([
    [{ in: 'path', name: 'id', required: true, schema: { type: 'string', enum: ['a b/c'] } }, '"/a/a%20b%2Fc"'],
    [{ in: 'path', name: 'id', required: true, schema: { default: 7 } }, '"/a/7"'],
    [
      { in: 'query', name: 'since', required: true, schema: { type: 'string', format: 'date' } },
      '{"since": "2026-01-01"}',
    ],
    [{ in: 'query', name: 'n', required: true, schema: { type: 'integer', maximum: 0 } }, '{"n": 0}'],
    [{ in: 'query', name: 'all', required: true, schema: { type: 'boolean' } }, '{"all": False}'],
    [
      { in: 'query', name: 'ids', required: true, schema: { type: 'array', items: { type: 'integer' } } },
      '{"ids": [1]}',
    ],
    [
      { in: 'header', name: 'X-Tenant', required: true, examples: { one: { value: 'acme' } } },
      'headers={"X-Tenant": "acme"}',
    ],
  ])('send %j with a value from the description', (parameter, expected) => {
    const text = moduleOf({ parameters: [parameter] }, { unsafe: false }, 'get', '/a/{id}');
    expect(text).toContain(expected);
    expect(text).not.toContain('skip');
  });

  test.each([
    [{}, 'has_status("2XX", "3XX")'],
    [{ 200: {}, 404: {} }, 'has_status(200)'],
    [{ 200: {}, 202: {}, default: {} }, 'has_status(200, 202)'],
    [{ '2XX': {} }, 'has_status("2XX")'],
    [{ 404: {}, default: {} }, 'has_status("2XX", "3XX")'],
  ])('hold the answer to the documented successes of %j', (responses, expected) => {
    expect(moduleOf({ responses })).toContain(expected);
  });

  test('of a hostile description stay within their strings', () => {
    const evil = `"""\n'''\\"); import os; os.system("x") #\u2028\u202e`;
    const parameter = { in: 'query', name: evil, required: true, example: evil };
    const schema = { type: 'object', required: [evil], properties: { [evil]: { enum: [evil] } } };
    const responses = { 200: { content: { 'application/json': { schema } } } };
    const text = moduleOf(
      { summary: evil, operationId: evil, parameters: [parameter], responses },
      undefined,
      'get',
      `/${evil}`,
    );
    const code = text.replace(/"""[^"\\]*"""|"(?:[^"\\\n]|\\.)*"/g, 'S');
    expect(code).not.toMatch(/os\.|import |#|'|\\|\u2028|\u202e/);
    expect(code).toContain('def test_get_import_os_os_system_x_success(api):');
  });
});
