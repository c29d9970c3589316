import type { ApiOperation } from '../model/api.js';
import { docText, pythonLiteral } from './python-literal.js';
import conftest from './smoke_conftest.py?text';
import { smokeRequest } from './smoke-request.js';
import { renderSmokeTest } from './smoke-test.js';
import { smokeFileName, smokeTestName } from './smoke-test.js';

/** A file to write, its path relative to the folder of the generated tests. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

export interface GenerateOptions {
  /** Also make requests that change data, where the description gives all they need. */
  readonly unsafe: boolean;
}

const MAX_TESTS = 2000;

/**
 * A pytest smoke test for every operation that is not in `covered` (`GET /pets/{pet_id}`, as the description writes
 * it), in one file for each first path segment and a conftest.py. No file when everything is covered. By default only
 * GET, HEAD and OPTIONS are asked; the others are there with a skip mark that says why.
 */
export function generateTests(
  operations: readonly ApiOperation[],
  covered: ReadonlySet<string>,
  options: GenerateOptions = { unsafe: false },
): readonly GeneratedFile[] {
  const missing = operations
    .filter(({ method, path }) => method !== 'TRACE' && !covered.has(`${method} ${path}`))
    .slice(0, MAX_TESTS);
  const files = new Map<string, string[]>();
  const names = new Set<string>();
  for (const operation of missing) {
    const test = renderSmokeTest(
      freeName(smokeTestName(operation), names),
      operation,
      smokeRequest(operation, options.unsafe),
    );
    const file = smokeFileName(operation);
    if (!files.get(file)?.push(test)) files.set(file, [test]);
  }
  if (missing.length === 0) return [];
  const modules = [...files].map(([path, tests]) => ({ path, text: moduleText(path, tests) }));
  return [{ path: 'conftest.py', text: conftestText(missing[0]?.basePath ?? '') }, ...modules];
}

/** Paths that differ in punctuation alone would share a name; the number comes last, where names may say anything. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}_${number}`;
  taken.add(free);
  return free;
}

/** The conftest.py that every generated test needs; `BASE_URL` may already end with `basePath`, the path of the API's server. */
function conftestText(basePath: string): string {
  return conftest.replace('BASE_PATH = ""', () => `BASE_PATH = ${pythonLiteral(basePath)}`);
}

function moduleText(path: string, tests: readonly string[]): string {
  const about = docText(path.replace(/^test_smoke_|\.py$/g, '').replaceAll('_', ' '));
  const pytest = tests.some((test) => test.startsWith('@pytest')) ? 'import pytest\n\n\n' : '';
  const head = `"""Smoke tests of ${about}, generated from the API description. Adopt and change them."""\n\n`;
  return `${head}${pytest === '' ? '\n' : pytest}${tests.join('\n\n')}`;
}
