import { describe, expect, test } from '@jest/globals';
import { coverageSummary, environmentOf } from '../../../src/app/publish/view-context.js';
import type { ApiOperation } from '../../../src/model/api.js';
import { readOpenApi } from '../../../src/openapi/read-openapi.js';
import { routeCoverage } from '../../../src/routes/route-coverage.js';
import { coveredRoutesHtml } from '../../../src/publish/html/measured/routes.js';
import { routesSection } from '../../../src/publish/markdown/coverage.js';
import { SHOP, readDocument } from '../../routes/documents.js';

const { operations } = readOpenApi(readDocument(SHOP));
const at = (path: string): ApiOperation => operations.find((one) => one.path === path) as ApiOperation;

describe('the routes of a summary', () => {
  const tests = [
    { key: 'a', name: 'test_get_health_success', final: 'passed' as const },
    { key: 'b', name: 'buys a pet', final: 'failed' as const },
  ];
  const recorded = {
    byTest: new Map([['b', new Set([at('/quotes')])]]),
    bySuite: new Map([['e2e', new Set([at('/delivery')])]]),
  };
  const coverage = coverageSummary(routeCoverage(tests, operations, recorded), { files: [] } as never, null);

  test('say which tests touch them and what is known from recordings alone', () => {
    const reported = coverage.routes.filter(({ route }) =>
      ['GET /health', 'POST /quotes', 'GET /delivery'].includes(route),
    );
    expect(reported).toEqual([
      { route: 'GET /health', tests: 1, passed: 1 },
      { route: 'POST /quotes', tests: 1, passed: 0, recordedBy: 'tests' },
      { route: 'GET /delivery', tests: 0, passed: 0, recordedBy: 'suite' },
    ]);
  });

  test('stand on the page as they stand in the summary, the untested first, and nothing in them is markup', () => {
    const page = coveredRoutesHtml(coverage);
    expect(page).toContain(`<h2>Routes: 3 of ${operations.length} tested (21.4 %)</h2>`);
    expect(page.indexOf('POST /login')).toBeLessThan(page.indexOf('GET /health'));
    expect(page).toContain('<code>POST /quotes</code></td><td>0 of 1 passed, known from recorded requests</td>');
    expect(coveredRoutesHtml({ routes: [] })).toBe('');
    expect(coveredRoutesHtml({ routes: [{ route: 'GET /<b>', tests: 0, passed: 0 }] })).toContain('GET /&lt;b&gt;');
  });

  test('count as tested what a suite has recorded', () => {
    const section = routesSection({ coverage }, { testsPerCause: 1, listed: 100, where: '' });
    const rows = coverage.routes.map((_, index) => section.item(index)).join('');
    expect(section.open).toContain(`3 of ${operations.length} tested`);
    expect(rows).toContain('| `GET /delivery` | requests recorded by a suite |');
    expect(rows).toContain('| `POST /quotes` | 0 of 1 passed, known from recorded requests |');
    expect(rows).toContain('| `POST /login` | no test |');
  });
});

describe('where the tests ran', () => {
  test("is the system in the words of GitHub's runner, and the application by its origin", () => {
    const env = { RUNNER_OS: 'Linux', RUNNER_ARCH: 'X64', ImageOS: 'ubuntu24' };
    const settings = { baseUrl: 'https://user:secret@shop.example/path?key=1' };
    expect(environmentOf({ env, platform: 'linux' }, settings)).toBe(
      'Linux X64 ubuntu24, application at https://shop.example',
    );
  });

  test('is the system alone on a laptop, or with an address that is none', () => {
    expect(environmentOf({ env: {}, platform: 'darwin' }, { baseUrl: null })).toBe('macOS');
    expect(environmentOf({ env: {}, platform: 'win32' }, { baseUrl: 'not an address' })).toBe('Windows');
  });
});
