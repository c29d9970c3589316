import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createWorkflowStep } from '../../src/adapters/workflow-step.js';

const NAMES = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH'] as const;

let folder = '';
let env: Readonly<Record<(typeof NAMES)[number], string>>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qaagent-step-'));
  env = Object.fromEntries(NAMES.map((name) => [name, join(folder, name)])) as typeof env;
  for (const file of Object.values(env)) writeFileSync(file, '');
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (name: keyof typeof env): string => readFileSync(env[name], 'utf8');

/** A step that has set one output, one state and a summary. */
async function aStep() {
  const step = createWorkflowStep(env);
  step.setOutput('conclusion', 'failure');
  step.saveState('directory', '/run');
  await step.appendSummary('# Report\n');
  return { step, before: NAMES.map(read) };
}

describe('the files of a step', () => {
  test('hold what the step wrote, and are left alone when nothing else did', async () => {
    const { step, before } = await aStep();
    const [output = ''] = before;
    expect(output).toMatch(/^conclusion<<(ghadelimiter_\S+)\nfailure\n\1\n$/);
    expect(step.restore()).toEqual([]);
    expect(NAMES.map(read)).toEqual(before);
  });

  test('stay away when they were not there', () => {
    rmSync(env.GITHUB_ENV);
    const step = createWorkflowStep(env);
    expect(step.restore()).toEqual([]);
    writeFileSync(env.GITHUB_ENV, 'x=1\n');
    expect(step.restore()).toEqual(['GITHUB_ENV']);
  });

  test('are not removed when they were links from the start', async () => {
    const file = join(folder, 'elsewhere');
    writeFileSync(file, '');
    rmSync(env.GITHUB_STEP_SUMMARY);
    symlinkSync(file, env.GITHUB_STEP_SUMMARY);
    const { step } = await aStep();
    expect(step.restore()).toEqual([]);
    expect(readFileSync(file, 'utf8')).toBe('# Report\n');
  });

  test('keep what stood there at the start', () => {
    writeFileSync(env.GITHUB_PATH, '/opt/bin\n');
    const step = createWorkflowStep(env);
    appendFileSync(env.GITHUB_PATH, '/forged\n');
    expect(step.restore()).toEqual(['GITHUB_PATH']);
    expect(read('GITHUB_PATH')).toBe('/opt/bin\n');
  });

  test.each<[string, (file: string) => void]>([
    ['appended to', (file) => appendFileSync(file, 'conclusion=success\n')],
    ['left with an entry that has no end', (file) => appendFileSync(file, 'forged<<END\n')],
    ['overwritten with text of the same length', (file) => writeFileSync(file, 'x'.repeat(statSync(file).size || 1))],
    ['emptied or removed', (file) => rmSync(file)],
    [
      'made a folder',
      (file) => {
        rmSync(file);
        mkdirSync(join(file, 'inner'), { recursive: true });
      },
    ],
  ])('are put back when they were %s', async (_how, change) => {
    const { step, before } = await aStep();
    for (const file of Object.values(env)) change(file);
    expect(step.restore()).toEqual(NAMES);
    expect(NAMES.map(read)).toEqual(before);
    step.setOutput('passed', '3');
    expect(step.restore()).toEqual([]);
  });

  test('are put back in place of a link, whose target stays as it is', async () => {
    const { step, before } = await aStep();
    const target = join(folder, 'profile');
    writeFileSync(target, 'of the user\n');
    for (const file of Object.values(env)) {
      rmSync(file);
      symlinkSync(target, file);
    }
    expect(step.restore()).toEqual(NAMES);
    expect(NAMES.map(read)).toEqual(before);
    expect(readFileSync(target, 'utf8')).toBe('of the user\n');
  });
});
