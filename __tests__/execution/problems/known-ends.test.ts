import { expect, test } from '@jest/globals';
import { knownRemedy } from '../../../src/execution/problems/known-ends.js';
import { reportRemedy } from '../../../src/execution/problems/missing-reports.js';

const KNOWN: readonly (readonly [what: string, output: string, remedy: string])[] = [
  [
    'no browsers',
    "Error: browserType.launch: Executable doesn't exist at /opt/x",
    'npx playwright install --with-deps',
  ],
  [
    'an option of a newer Node',
    'node: bad option: --experimental-strip-types',
    '--experimental-strip-types, or remove it',
  ],
  ['no such script, npm', 'npm error Missing script: "tets"\nnpm error', 'no script `tets`'],
  ['no such script, pnpm', ' ERR_PNPM_NO_SCRIPT\u2009 Missing script: tets', 'no script `tets`'],
  ['no such script, yarn', 'error Command "tets" not found.', 'no script `tets`'],
  ['no such command of npm', 'Unknown command: "tset"\n\nDid you mean', 'no `tset`'],
  ['no configuration of jest', 'Provided path to resolve: jest.confg.js', 'no `jest.confg.js`'],
  [
    'a test file that is no JavaScript',
    'Exception during run: SyntaxError[ @/w/spec/b.js ]: Unexpected',
    'syntax of `/w/spec/b.js`',
  ],
  ['focused tests', 'Error: `.only` forbidden by --forbid-only', 'Remove `.only`'],
  [
    'focused tests, Playwright',
    'Error: item focused with .only: focused item found in the --forbid-only mode',
    'Remove `.only`',
  ],
];

test.each(KNOWN)('%s has its own remedy', (_, output, remedy) => {
  expect(knownRemedy(`before\n${output}\nafter`)).toContain(remedy);
});

test('other outputs have none', () => {
  expect(knownRemedy('Error: no database\n    at a.js:1:2')).toBeNull();
});

test('a command that has the option for its report and left none ended early', () => {
  expect(reportRemedy('npx jest --json --outputFile=x.json', '')).toContain('ends the process');
  expect(reportRemedy('npx jest', '')).toContain('Add `--json');
});
