import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Step } from './job-environment.js';
import { runStep } from './mini-runner.js';
import type { StepResult } from './mini-runner.js';
import { workflowEvent } from './workflow-event.js';

const SUBJECT = {
  repository: 'octo-org/shop',
  headSha: 'a'.repeat(40),
  baseSha: 'b'.repeat(40),
  mergeSha: 'c'.repeat(40),
  branch: 'topic',
  pullNumber: 7,
};
const MANIFEST = `
name: tiny
inputs:
  github-token: { default: '\${{ github.token }}' }
  retries: { default: 0 }
  suites: {}
  old name: { deprecationMessage: use retries }
runs: { using: node24, main: main.mjs, post: post.mjs }
`;
const PRELUDE = `
import { appendFileSync } from 'node:fs';
const file = (name, text) => appendFileSync(process.env[name], text);
`;

let root: string;
let counter = 0;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'mini-runner-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function run(main: string, post = '', step: Partial<Step> = {}): Promise<StepResult> {
  const folder = join(root, String(counter++));
  mkdirSync(folder);
  writeFileSync(join(folder, 'action.yml'), MANIFEST);
  writeFileSync(join(folder, 'main.mjs'), PRELUDE + main);
  writeFileSync(join(folder, 'post.mjs'), PRELUDE + post);
  return runStep({
    action: folder,
    inputs: {},
    workspace: folder,
    temp: join(folder, 'temp'),
    event: workflowEvent('pull_request', SUBJECT),
    repository: SUBJECT.repository,
    token: 'ghs_secret_token',
    env: {},
    ...step,
  });
}

describe('the runner stand-in', () => {
  test('gives inputs, defaults and the event, and takes outputs, state, environment and summary', async () => {
    const result = await run(
      `import { readFileSync } from 'node:fs';
       const event = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'));
       file('GITHUB_OUTPUT', 'total=3\\nreport<<EOF\\na\\nb=c\\nEOF\\nhead=' + event.pull_request.head.sha + '\\n');
       file('GITHUB_STATE', 'check=12\\n'); file('GITHUB_ENV', 'COLOR=red\\n'); file('GITHUB_PATH', '/opt/tool\\n');
       file('GITHUB_STEP_SUMMARY', '# Done\\n');
       console.log(process.env.INPUT_RETRIES, process.env.INPUT_SUITES, process.env['INPUT_OLD_NAME'], process.env.GITHUB_SHA);`,
      `console.log(process.env.STATE_check, process.env.COLOR, process.env.PATH.startsWith('/opt/tool:'));
       file('GITHUB_STEP_SUMMARY', 'post\\n');`,
      { inputs: { suites: 'unit: pytest', 'old name': 'x', typo: '1' } },
    );
    expect(result).toMatchObject({
      conclusion: 'success',
      outputs: { total: '3', report: 'a\nb=c', head: SUBJECT.headSha },
      summary: '# Done\npost\n',
      survivors: [],
    });
    expect(result.main.log).toEqual([`0 unit: pytest x ${SUBJECT.mergeSha}`]);
    expect(result.stages[1]?.log).toEqual(['12 red true']);
    expect(result.warnings).toEqual([expect.stringContaining('use retries'), expect.stringContaining("'typo'")]);
  });

  test('hides the token, and what is masked from then on', async () => {
    const result = await run(`console.log(process.env['INPUT_GITHUB-TOKEN']); console.log('hunter2');
      console.log('::add-mask::hunter2'); console.log('hunter2'); console.log('::error::hunter2');`);
    expect(result.main.log).toEqual(['***', 'hunter2', '***', '##[error]***']);
    expect(result.main.issues).toMatchObject([{ level: 'error', message: '***' }]);
  });

  test('reads commands in both spellings and keeps 10 issues of each level', async () => {
    const result =
      await run(`for (let i = 0; i < 12; i++) console.log('::error file=a.py,line=3,title=T%2C1::m%0A' + i);
      console.log('[pytest] ##[warning file=b.py;line=4]old'); console.log('[pytest] ::notice::not at the start');
      console.error('  ::notice::' + 'x'.repeat(5000));`);
    const { issues, droppedIssues } = result.main;
    expect([issues.length, droppedIssues]).toEqual([12, 2]);
    expect(issues[0]).toMatchObject({ file: 'a.py', line: 3, endLine: 3, title: 'T,1', message: 'm\n0' });
    const warning = issues.find(({ level }) => level === 'warning');
    expect(warning).toMatchObject({ file: 'b.py', line: 4, message: 'old' });
    expect(issues.find(({ level }) => level === 'notice')?.message).toHaveLength(4096);
  });

  test('stops and resumes commands, and reports when nobody resumed', async () => {
    const good = await run(`console.log('::stop-commands::t-1234567'); console.log('::error::hidden');
      console.log('::T-1234567::'); console.log('::error::seen');`);
    expect(good.main.issues.map(({ message }) => message)).toEqual(['seen']);
    expect(good.main.log[1]).toBe('::error::hidden');
    expect(good.main.commandsLeftStopped).toBe(false);
    const bad = await run(`console.log('::stop-commands::t-1234567'); console.log('::error::hidden');`);
    expect(bad.main).toMatchObject({ issues: [], commandsLeftStopped: true });
  });

  test.each([
    ['set-env through the log', `console.log('::set-env name=A::1')`],
    ['add-path through the log', `console.log('::add-path::/x')`],
    ['an empty token to stop commands', `console.log('::stop-commands::')`],
    ['a command as token', `console.log('::stop-commands::error')`],
    ['a value without an end', `file('GITHUB_OUTPUT', 'a<<EOF\\nb\\n')`],
    ['a line without a value', `file('GITHUB_STATE', 'nonsense\\n')`],
  ])('fails the step for %s', async (_what, main) => {
    const result = await run(main);
    expect(result.conclusion).toBe('failure');
    expect(result.main.issues).toHaveLength(1);
  });

  test('drops a summary of more than 1 MiB and keeps the conclusion', async () => {
    const result = await run(`file('GITHUB_STEP_SUMMARY', 'x'.repeat(1024 * 1024 + 1));`);
    expect(result).toMatchObject({ conclusion: 'success', summary: '', main: { summaryDropped: true } });
    expect(result.main.issues[0]?.message).toMatch(/supports content up to a size of 1024k/);
  });

  test('keeps NODE_OPTIONS out of the environment of later stages', async () => {
    const result = await run(
      `file('GITHUB_ENV', 'NODE_OPTIONS=--inspect\\n');`,
      `console.log(process.env.NODE_OPTIONS);`,
    );
    expect(result.stages[1]?.log).toEqual(['undefined']);
  });

  test('runs the post stage after a failure, and the step stays failed', async () => {
    const result = await run(
      `file('GITHUB_STATE', 'a=1\\n'); process.exit(3);`,
      `console.log('post', process.env.STATE_a);`,
    );
    expect(result.conclusion).toBe('failure');
    expect(result.main.exitCode).toBe(3);
    expect(result.stages[1]?.log).toEqual(['post 1']);
  });

  test('cancels with SIGINT to the process alone, and its post stage still runs', async () => {
    const result = await run(
      `process.on('SIGINT', () => { console.log('bye'); process.exit(130); }); console.log('ready'); setInterval(() => {}, 1000);`,
      `console.log('post');`,
      { cancelAt: 'ready' },
    );
    expect(result.conclusion).toBe('cancelled');
    expect(result.main.log).toEqual(['ready', 'bye']);
    expect(result.main.signals.map(([name]) => name)).toEqual(['SIGINT']);
    expect(result.stages[1]?.log).toEqual(['post']);
  });

  test('finds and ends what outlives the step', async () => {
    const result = await run(`import { spawn } from 'node:child_process';
      spawn('sleep', ['300'], { detached: true, stdio: 'ignore' }).unref();`);
    expect(result.survivors).toMatchObject([{ command: 'sleep 300' }]);
  });

  test('refuses an expression it cannot evaluate', async () => {
    const folder = join(root, 'odd');
    mkdirSync(folder);
    writeFileSync(join(folder, 'action.yml'), MANIFEST.replace('github.token', 'hashFiles(github.token)'));
    await expect(run('', '', { action: folder })).rejects.toThrow('cannot evaluate');
  });
});
