import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { withLocalRemedy } from '../../../src/app/execute/local-remedies.js';

const SOURCE = join(import.meta.dirname, '..', '..', '..', 'src');
const remedyOf = (remedy: string): string =>
  withLocalRemedy({ severity: 'error', place: '', message: '', remedy }, { github: null }).remedy;

test.each([
  ['Add `actions/setup-node` before this step, or put node on PATH.', 'Install Node.js, or put node on PATH.'],
  ['Run `npm ci` before this step, or set `install: true`.', 'Run `npm ci`, or set `install: true`.'],
  ['/repo is empty: add `actions/checkout` before this step.', '/repo is empty: run it in the folder of the project.'],
  ['Raise `timeout`.', 'Raise `timeout`.'],
])('%s: a laptop reads %s', (remedy, here) => {
  expect(remedyOf(remedy)).toBe(here);
});

test('no remedy of the product speaks of a step to a person at a terminal', () => {
  const paths = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const texts = paths.map((path) => readFileSync(join(SOURCE, path), 'utf8'));
  const remedies = texts.flatMap((text) => text.match(/['"`][^'"\n]*before this step[^'"\n]*/g) ?? []);
  expect(remedies.length).toBeGreaterThan(10);
  for (const remedy of remedies)
    expect(remedyOf(remedy.replaceAll('\\`', '`'))).not.toMatch(/this step|actions\/|ruby\/setup/);
});
