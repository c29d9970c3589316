import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ApiContent, ApiOperation, ApiSchema } from '../../src/model/api.js';
import { readOpenApi } from '../../src/openapi/read-openapi.js';
import { OPENAPI, SHOP, documentOf, foldersWith, readDocument, readJson } from '../routes/documents.js';

const reported = (schema: ApiSchema): string => {
  if (schema.properties.size === 0) return schema.types.join('|') || 'any';
  const members = [...schema.properties].map(([name, property]) => {
    const type = property.properties.size > 0 ? 'object' : reported(property);
    return `${name}${schema.required.includes(name) ? '!' : ''} ${type}`;
  });
  return `{${members.join(', ')}}`;
};
const example = (values: readonly unknown[]): string => (values.length === 0 ? '' : ` =${JSON.stringify(values[0])}`);
const content = (all: readonly ApiContent[]): string =>
  all
    .map(
      ({ mediaType, schema, examples }) => ` ${mediaType}${schema ? ` ${reported(schema)}` : ''}${example(examples)}`,
    )
    .join();

const outline = (operation: ApiOperation) => ({
  route: `${operation.method} ${operation.path}`,
  base: operation.basePath,
  id: operation.operationId,
  tags: operation.tags,
  auth: operation.authRequired,
  parameters: operation.parameters.map(
    ({ in: place, name, required, schema, examples }) =>
      `${place} ${name}${required ? '!' : ''} ${reported(schema)}${example([...examples, ...schema.examples])}`,
  ),
  body: operation.body && `${operation.body.required ? '!' : ''}${content(operation.body.content)}`,
  responses: operation.responses.map(
    (one) => `${one.status}${content(one.content.map((c) => ({ ...c, examples: [] })))}`,
  ),
});

describe('an OpenAPI document', () => {
  test.each(foldersWith('expected.json').filter((folder) => folder !== 'shop'))('%s is read as expected', (folder) => {
    const { format, title, operations, problems } = readOpenApi(documentOf(folder));
    const read = {
      format,
      title,
      problems: problems.map(({ message }) => message),
      operations: operations.map(outline),
    };
    expect(read).toEqual(readJson(OPENAPI, folder, 'expected.json'));
  });

  test('of the shop has its fourteen operations, in order', () => {
    const { operations, problems } = readOpenApi(readDocument(SHOP));
    expect(problems).toEqual([]);
    expect(operations).toHaveLength(14);
    expect(operations.slice(0, 3).map(outline)).toMatchObject([
      { route: 'GET /health' },
      { route: 'POST /login' },
      { route: 'GET /pets', id: 'listPets', responses: ['200'] },
    ]);
  });

  test.each([
    ['nothing', undefined],
    ['text', 'openapi: 3.0.0'],
    ['a list', []],
    ['another format', { asyncapi: '2.0.0', paths: { '/a': { get: {} } } }],
    ['a future version', { openapi: '4.0.0', paths: { '/a': { get: {} } } }],
  ])('that is %s has no operation and says so', (_what, value) => {
    const { operations, problems } = readOpenApi(value, 'api.yaml');
    expect(operations).toEqual([]);
    expect(problems).toEqual([
      {
        severity: 'warning',
        place: 'api.yaml',
        message: 'the document is not OpenAPI 2 or 3',
        remedy: 'Set `openapi` to an OpenAPI 2 or 3 document.',
      },
    ]);
  });

  test('that refers to itself all over stays small and quick to read', () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `S${at}`,
        {
          properties: Object.fromEntries(
            Array.from({ length: 40 }, (__, to) => [`p${to}`, { $ref: `#/components/schemas/S${to}` }]),
          ),
        },
      ]),
    );
    const get = {
      responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/S0' } } } } },
    };
    const { operations } = readOpenApi({ openapi: '3.0.0', paths: { '/a': { get } }, components: { schemas } });
    expect(operations[0]?.responses[0]?.content[0]?.schema?.properties.size).toBe(40);
  });

  test('of any content at all never throws', () => {
    const names = fc.constantFrom(
      'get',
      'parameters',
      'schema',
      '$ref',
      'allOf',
      'items',
      'properties',
      'responses',
      'content',
      '200',
      'in',
      'name',
      'security',
      '__proto__',
      'type',
      'examples',
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 8 },
        fc.constantFrom('#/paths', '#/paths/~1a', '#', '#/paths/~1a/get', 'path', '%', null, 3, true, ''),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(names, tie('value'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(value, value, (item, rest) => {
        const { operations } = readOpenApi({ openapi: '3.0.0', servers: rest, security: rest, paths: { '/a': item } });
        expect(operations.length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 300 },
    );
  });
});
