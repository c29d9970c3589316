import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import ts from 'typescript';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qaagent-environment-'));
  const source = readFileSync('src/adapters/own-environment.ts', 'utf8');
  const { outputText } = ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  writeFileSync(join(folder, 'own-environment.mjs'), outputText);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A step that hides its environment, then lets a child read that of its parent, as a test could. */
const STEP = `
  import { execFileSync } from 'node:child_process';
  import { hideOwnEnvironment } from './own-environment.mjs';
  hideOwnEnvironment();
  const seen = execFileSync('sh', ['-c', 'tr "\\\\0" "\\\\n" < /proc/$PPID/environ'], { env: { PATH: process.env.PATH } });
  process.stdout.write(JSON.stringify({ own: process.env, seen: seen.toString().split('\\n') }));`;

test('a child reads no inputs, tokens and command files of its parent, which keeps them itself', () => {
  writeFileSync(join(folder, 'step.mjs'), STEP);
  const secret = { 'INPUT_GITHUB-TOKEN': 'ghs_x', ACTIONS_RUNTIME_TOKEN: 'ey', GITHUB_ENV: '/e', MY_API_KEY: 'k' };
  const env = { PATH: process.env['PATH'] ?? '', ...secret, LAST: 'last = one' };
  const output = execFileSync(process.execPath, [join(folder, 'step.mjs')], { env, encoding: 'utf8' });
  const { own, seen } = JSON.parse(output) as { own: Record<string, string>; seen: readonly string[] };
  expect(own).toEqual(expect.objectContaining(env));
  expect(seen.filter((entry) => entry !== '')).toEqual([`PATH=${env.PATH}`, 'LAST=last = one']);
});
