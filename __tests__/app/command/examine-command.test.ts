import { expect, test } from '@jest/globals';
import { examineCommand } from '../../../src/app/command/examine-command.js';
import type { ToolServices } from '../../../src/app/command/tool-output.js';
import type { SuiteSettings } from '../../../src/model/settings.js';
import { aSuite } from '../../execution/an-attempt.js';
import { memoryFiles } from '../../fakes/memory-files.js';
import { laptop } from '../../fakes/run-contexts.js';

type CommandSuite = Extract<SuiteSettings, { readonly runner: 'command' }>;

const ON_PATH = ['npm', 'npx', 'node', 'pnpm', 'make'];
const VITEST = '{"scripts":{"test":"vitest run","all":"npm run lint && npm test"},"devDependencies":{"vitest":"^3"}}';
const BROWSER = '{"scripts":{"test":"playwright test"},"devDependencies":{"@playwright/test":"^1"}}';
const NODE = '{"scripts":{"test":"node --test"},"dependencies":{"left-pad":"1"}}';
const MANY = '{"workspaces":["packages/*"],"scripts":{"test":"npm test --workspaces"}}';

/** What `doctor` finds of a line, in a repository with these files. */
async function examine(run: string, files: Readonly<Record<string, string>>): Promise<string> {
  const suite = aSuite({ name: 'web', runner: 'command', workingDirectory: '/repo', run, rerun: null, report: [] });
  const services = {
    files: memoryFiles(Object.fromEntries(Object.entries(files).map(([path, text]) => [`/repo/${path}`, text]))),
    processes: { which: (name: string) => Promise.resolve(ON_PATH.includes(name) ? `/usr/bin/${name}` : null) },
    context: { ...laptop(), workspace: '/repo' },
    settings: { baseUrl: null, parallel: false, maxWorkers: 1 },
  } as unknown as ToolServices;
  const { severity, text, remedy } = await examineCommand('suite web', suite as CommandSuite, services);
  return `${severity} ${text} ${remedy}`.trim();
}

test.each([
  ['npm test', { 'package.json': VITEST, 'package-lock.json': '' }, 'vitest is not installed Run `npm ci`.'],
  ['npm t', { 'package.json': VITEST, 'pnpm-lock.yaml': '' }, 'vitest is not installed Run `pnpm install`.'],
  ['npm run all', { 'package.json': VITEST, 'yarn.lock': '' }, 'vitest is not installed Run `yarn install`.'],
  ['npx vitest run', { 'package.json': VITEST }, 'vitest is not installed Run `npm install`.'],
  ['CI=1 npx jest', { 'package.json': VITEST }, 'jest is not installed Run `npm install --save-dev jest`.'],
  ['npx playwright test', { 'package.json': BROWSER }, 'playwright is not installed Run `npm install`.'],
  ['npm test', { 'package.json': NODE }, 'the packages of package.json are not installed Run `npm install`.'],
  ['no-such-program', {}, 'no-such-program is not on PATH Install no-such-program, or correct `run`'],
  [
    '.venv/bin/python -m pytest',
    {},
    '.venv/bin/python does not exist Create the environment again (`python -m venv .venv`)',
  ],
])('%s with %j: what is not there, and what to do', async (run, files, found) => {
  expect(await examine(run, files)).toContain(`error suite web: ${found}`);
});

test.each([
  ['npm test', { 'package.json': VITEST, 'node_modules/.bin/vitest': '' }],
  ['npm test', { 'package.json': '{"scripts":{"test":"node --test"}}' }],
  ['cd sub && make check', {}],
])('%s with %j: nothing to mend', async (run, files) => {
  expect(await examine(run, files)).toBe(`ok suite web: ${run}`);
});

test('one line for several packages gets advice', async () => {
  expect(await examine('npm test', { 'package.json': MANY })).toContain(
    'warning suite web: one line runs the tests of several packages',
  );
});
