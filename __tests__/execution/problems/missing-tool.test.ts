import { expect, test } from '@jest/globals';
import { missingTool } from '../../../src/execution/problems/missing-tool.js';

const NPX =
  'npm error npx canceled due to missing packages and no YES option: ["jest@30.5.2"]\nnpm error A complete log';
const NPM = 'Add jest to package.json, and install the packages of the project before this step (`npm ci`).';

const ABSENT: readonly (readonly [what: string, code: number, output: string, message: string, remedy: string])[] = [
  ['npx without the package', 1, NPX, 'jest is not installed', NPM],
  [
    'npx of a scoped package',
    1,
    NPX.replace('jest@30.5.2', '@scope/tool@1.0.0'),
    '@scope/tool is not installed',
    'Install @scope/tool before this step',
  ],
  [
    'Gradle without its wrapper',
    127,
    'bash: line 1: gradle: command not found',
    'gradle is not installed',
    'gradle wrapper',
  ],
  ['a script of npm', 127, '> web@1.0.0 test\n> jest\n\nsh: 1: jest: not found', 'jest is not installed', NPM],
  [
    'a script of pnpm',
    1,
    ' ERR_PNPM_RECURSIVE_EXEC_FIRST_FAIL  Command "jest" not found',
    'jest is not installed',
    NPM,
  ],
  ['a script of yarn', 1, 'error Command "jest" not found.', 'jest is not installed', NPM],
  ['yarn of today', 127, 'command not found: jest', 'jest is not installed', NPM],
  [
    'a package of a configuration',
    1,
    "Error: Cannot find module 'vitest/config'",
    'vitest is not installed',
    '`npm ci`',
  ],
  [
    'a file in node_modules',
    1,
    "Error: Cannot find module '/w/node_modules/jest/bin/jest.js'",
    'jest is not installed',
    NPM,
  ],
  ['bash', 127, '/usr/bin/bash: line 1: go: command not found', 'go is not installed', 'Add `actions/setup-go`'],
  ['dash', 127, '/bin/sh: 1: mvn: not found', 'mvn is not installed', 'Add `actions/setup-java`'],
  [
    'make',
    2,
    'make: pytest: No such file or directory\nmake: *** [Makefile:2: test] Error 127',
    'pytest is not installed',
    'Run `pip install pytest`',
  ],
  [
    'make with a shell',
    2,
    '/bin/sh: 1: tox: not found\nmake: *** [Makefile:2: test] Error 127',
    'tox is not installed',
    'Run `pip install tox`',
  ],
  ['python -m', 1, '/usr/bin/python3: No module named pytest', 'pytest is not installed', 'Run `pip install pytest`'],
  ['bundler', 127, 'bundler: command not found: rspec', 'rspec is not installed', '`bundler-cache: true`'],
  ['cargo', 101, 'error: no such command: `nextest`', 'nextest is not installed', 'Install cargo-nextest'],
  [
    'cmd',
    9009,
    "'jest' is not recognized as an internal or external command,\noperable program",
    'jest is not installed',
    NPM,
  ],
  [
    'an interpreter by its path',
    127,
    '/usr/bin/bash: line 1: .venv/bin/python: No such file or directory',
    '.venv/bin/python was not found',
    'Correct the path',
  ],
  [
    'a program of their own',
    127,
    '/usr/bin/bash: line 3: runtests: command not found',
    'runtests is not installed',
    'Install runtests before this step, or correct its name.',
  ],
];

test.each(ABSENT)('%s: the tool and what installs it', (_, code, output, message, remedy) => {
  expect(missingTool(code, output)).toEqual({ message, remedy: expect.stringContaining(remedy) });
});

test.each([
  [
    'a file that a program misses',
    1,
    "Error: ENOENT: no such file or directory, open 'x.json'\ncat: x.json: No such file or directory",
  ],
  ['a tool that was looked for and was not needed', 1, '/bin/sh: 1: docker: not found\nusing podman\n2 problems'],
  ["a module of the project's own", 1, "Error: Cannot find module './cart' imported from /w/src/index.js"],
  ['a failed test', 1, 'Error: user not found'],
])('%s is none', (_, code, output) => {
  expect(missingTool(code, output)).toBeNull();
});
