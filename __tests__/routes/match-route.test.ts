import { describe, expect, test } from '@jest/globals';
import { expectLinearCost } from '../linear-cost.js';
import { matchRoute, routesOfTest, type NamedTest } from '../../src/routes/match-route.js';
import { readOpenApi } from '../../src/openapi/read-openapi.js';
import { routeOfTest } from '../../src/routes/route-of-name.js';
import { OPENAPI, SHOP, documentOf, foldersWith, readDocument, readJson } from './documents.js';

type Case = NamedTest & { readonly route: string | null };
const folders = foldersWith('tests.json').filter((folder) => folder !== 'shop');

describe.each(folders)('the routes of %s', (folder) => {
  const { operations } = readOpenApi(documentOf(folder));
  const cases = (readJson(OPENAPI, folder, 'tests.json') as readonly Case[]).map(
    (one) => [JSON.stringify(one), one] as const,
  );

  test.each(cases)('%s', (_title, { route, ...one }) => {
    expect(matchRoute(one, operations)).toBe(route);
  });
});

describe('a test', () => {
  const shop = readOpenApi(readDocument(SHOP)).operations;

  test('of the shop has the route that the shop expects, with and without its description', () => {
    const { routes } = readJson(SHOP, '..', 'expected.json') as { readonly routes: Readonly<Record<string, string>> };
    for (const [name, route] of Object.entries(routes)) {
      expect(matchRoute({ name }, shop)).toBe(route);
      expect(matchRoute({ name }, [])).toBe(route);
    }
  });

  test('may touch several operations, each named once', () => {
    const title = 'POST /login, then POST /orders and POST /orders again';
    expect(routesOfTest({ name: title }, shop).map(({ route, by }) => `${by} ${route}`)).toEqual([
      'title POST /login',
      'title POST /orders',
    ]);
  });

  test.each([
    ['test_get_pets_filters_by_kind', 'GET /pets/filters/by/kind'],
    ['test_get_pets_pet_id_success', 'GET /pets/{pet_id}'],
    ['adds up', null],
    ['GET /pets/7', 'GET /pets/{id}'],
    ['GET /pets/<int:pet>', 'GET /pets/{pet}'],
  ])('without a description: %s is %s', (name, route) => {
    expect(matchRoute({ name }, [])).toBe(route);
    if (!name.includes('/')) expect(routeOfTest(name)).toBe(route);
  });

  test('with a name or tag of a megabyte is answered at once', () => {
    const long = `test_get_${'pets_'.repeat(200_000)}`;
    const paths = `${'GET  /'.repeat(100_000)} x`;
    expect(matchRoute({ name: long, tags: [`@route:${' '.repeat(1e6)}`, paths] }, shop)).toBe('GET /pets');
    expect(matchRoute({ name: paths }, shop)).not.toBeNull();
    for (const unit of ['/a', '/-', 'get-/', 'get /a-', 'get request to ', '/a-get', '[', ' '])
      expectLinearCost(25_000, (size) => expect(matchRoute({ name: unit.repeat(size) }, shop)).toBeNull());
  });
});
