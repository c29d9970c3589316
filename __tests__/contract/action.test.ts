import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { INPUT_TABLE, OUTPUT_TABLE } from '../../src/settings/input-table.js';
import { INPUT_KEYS } from '../../src/settings/schema/run.js';
import { VERSION } from '../../src/version.js';
import { expectGolden } from '../golden-file.js';

const ROOT = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const plain = (text: string): string => text.replaceAll('`', '');

function actionYaml(): string {
  const inputs = INPUT_TABLE.map(({ name, shownDefault, meaning, actionDefault }) => {
    const shown = shownDefault === '' || actionDefault !== undefined ? '' : ` (Default: ${plain(shownDefault)})`;
    const described = { description: `${plain(meaning)}${shown}`, required: false };
    return [name, actionDefault === undefined ? described : { ...described, default: actionDefault }];
  });
  const outputs = OUTPUT_TABLE.map(({ name, meaning }) => [name, { description: plain(meaning) }]);
  const action = {
    name: 'qaagent-orchestrate',
    description:
      'Runs all test suites in one step, determines the result of every test, explains what broke and publishes the results.',
    author: 'qaagent-orchestrate',
    branding: { icon: 'check-square', color: 'green' },
    inputs: Object.fromEntries(inputs) as object,
    outputs: Object.fromEntries(outputs) as object,
    runs: { using: 'node24', main: 'dist/index.js', post: 'dist/post.js' },
  };
  const head = '# Generated from src/settings/input-table.ts by `npm run golden`.\n';
  return head + stringify(action, { lineWidth: 120 });
}

function withTable(readme: string, name: string, rows: readonly string[]): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before = '', rest = ''] = readme.split(start);
  return `${before}${start}\n${rows.join('\n')}\n${end}${rest.split(end)[1] ?? ''}`;
}

describe('the contract', () => {
  test('the input table names exactly the inputs that the settings code accepts', () => {
    expect(INPUT_TABLE.map(({ name }) => name).toSorted()).toEqual([...INPUT_KEYS].toSorted());
  });

  test.each([...INPUT_TABLE, ...OUTPUT_TABLE])('$name is described in sentences', ({ meaning }) => {
    expect(meaning).toMatch(/^[`A-Z].*\.$/s);
    expect(meaning).not.toContain('${{');
  });

  test('action.yml is what the tables say', () => {
    expectGolden(join(ROOT, 'action.yml'), actionYaml());
  });

  test('the documentation shows the same inputs and outputs', () => {
    const cell = (text: string): string => text.replaceAll('|', '\\|');
    const inputs = INPUT_TABLE.filter(({ name }) => name !== 'matrix').map(
      ({ name, shownDefault, meaning }) => `| \`${name}\` | ${cell(shownDefault)} | ${cell(meaning)} |`,
    );
    const outputs = OUTPUT_TABLE.map(({ name, meaning }) => `| \`${name}\` | ${cell(meaning)} |`);
    const withInputs = withTable(read('docs/inputs.md'), 'inputs', [
      '| input | default | meaning |',
      '| --- | --- | --- |',
      ...inputs,
    ]);
    expectGolden(
      join(ROOT, 'docs/inputs.md'),
      withTable(withInputs, 'outputs', ['| output | meaning |', '| --- | --- |', ...outputs]),
    );
  });

  test('the version is that of package.json', () => {
    expect((JSON.parse(read('package.json')) as { version: string }).version).toBe(VERSION);
  });
});
