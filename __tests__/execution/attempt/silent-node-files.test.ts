import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { nodeFiles } from '../../../src/adapters/node-files.js';
import { markSilentNodeFiles } from '../../../src/execution/attempt/silent-node-files.js';
import { readReport } from '../../../src/report/read-report.js';

const IMPORT = "const test = require('node:test');\n";

/** Status of each case that `node --test` reports for one file. */
async function statusesOf(source: string, ...options: readonly string[]): Promise<readonly (readonly string[])[]> {
  const cwd = mkdtempSync(join(tmpdir(), 'node-test-'));
  writeFileSync(join(cwd, 'a.test.cjs'), source);
  const words = ['--test', '--test-reporter=junit', '--test-reporter-destination=out.xml', ...options, 'a.test.cjs'];
  // With this variable node:test takes itself for the child of a runner.
  spawnSync(process.execPath, words, { cwd, env: { ...process.env, NODE_TEST_CONTEXT: undefined } });
  const chunks = (async function* () {
    yield new Uint8Array(readFileSync(join(cwd, 'out.xml')));
    await Promise.resolve();
  })();
  const report = await readReport(chunks, { name: 'out.xml', place: 'out.xml' });
  const line = ['node', ...words].join(' ');
  const marked = await markSilentNodeFiles([{ name: 'out.xml', report }], { cwd, line }, nodeFiles);
  return marked.flatMap((each) => each.report.cases.map(({ name, status }) => [name.split('/').at(-1) ?? '', status]));
}

test.each([
  ['a test that ends the process', "test('one', () => {});\ntest('two', () => process.exit(0));\n"],
  ['code that ends the process before the tests', "process.exit(0);\ntest('one', () => {});\n"],
])('a file of node:test with %s is an error', async (_, source) => {
  expect(await statusesOf(IMPORT + source)).toEqual([['a.test.cjs', 'error']]);
});

test.each([
  ['is a script without node:test', "require('node:assert').equal(1, 1);\n"],
  [
    'defines its tests under a condition that does not hold',
    `${IMPORT}if (process.env.NOT_SET) {\n  test('one', () => {});\n}\n`,
  ],
])('a file that %s passes as a whole', async (_, source) => {
  expect(await statusesOf(source)).toEqual([['a.test.cjs', 'passed']]);
});

test('results of a file that ends as it should are left as they are', async () => {
  expect(await statusesOf(`${IMPORT}test('one', () => {});\ntest('two.js', () => {});\n`)).toEqual([
    ['one', 'passed'],
    ['two.js', 'passed'],
  ]);
});

test('a file whose tests were not asked for is no error', async () => {
  const found = await statusesOf(`${IMPORT}test('one', () => {});\n`, '--test-name-pattern=other');
  expect(found.filter(([, status]) => status === 'error')).toEqual([]);
});
