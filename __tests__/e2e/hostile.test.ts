import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { referencesIn } from '../publish/gfm.js';
import { isAlive } from '../stand-ins/process-scan.js';
import { readRecords, runAction } from './run-action.js';
import type { ActionRecord } from './run-action.js';
import { describeWith } from './with-tools.js';

describeWith(['python'], 'the action on the tests of a hostile pull request', () => {
  let record: ActionRecord;
  beforeAll(async () => {
    record = await runAction({
      project: 'hostile-pull-request',
      inputs: { ...{ comment: 'always', upload: 'always' }, ...{ 'verify-base': 'true', parallel: 'false' } },
    });
  });
  afterAll(() => record.remove());

  const temp = (file: string): string => join(dirname(dirname(record.workspace.directory)), 'runner-temp', file);
  const check = (): string => `${record.checks[0]?.output.title}\n${record.checks[0]?.output.summary}`;

  test('shows annotations of its own alone and keeps commands working', () => {
    const { issues, refused, commandsLeftStopped, droppedIssues } = record.step.main;
    const places = issues.filter(({ level }) => level === 'error').map(({ file }) => file);
    expect([...new Set(places)].sort()).toEqual([
      'honest/test_honest.py',
      'tests/test_evidence.py',
      'tests/test_hostile.py',
    ]);
    expect(issues.filter(({ message }) => /^forged/.test(message))).toEqual([]);
    expect({ refused, commandsLeftStopped, droppedIssues }).toEqual({
      refused: [],
      commandsLeftStopped: false,
      droppedIssues: 0,
    });
  });

  test('gives each test the result that it had, whatever was written over it', () => {
    const finals = readRecords(record, 'evidence/tests.jsonl').map(({ name, status }) => [name, status] as const);
    const failed = finals.filter(([, status]) => status !== 'passed').map(([name]) => String(name).split('[')[0]);
    expect([...new Set(failed)].sort()).toEqual([
      'test_has_a_hostile_name',
      'test_is_reported_as_passed_by_itself',
      'test_is_wrong',
    ]);
    expect(finals.map(([name]) => name)).not.toContain('forged');
    expect(record.step.outputs).toMatchObject({ conclusion: 'failure', passed: '14', failed: '7', quarantined: '0' });
    expect(record.step.conclusion).toBe('failure');
    expect(record.checks[0]?.conclusion).toBe('failure');
  });

  test('keeps outputs, state, environment and summary its own, and names who wrote to them', () => {
    expect(Object.keys(record.step.outputs)).not.toContain('forged');
    for (const { env, state, path } of record.step.stages) {
      expect([env, path]).toEqual([{}, []]);
      expect(Object.keys(state)).not.toContain('forged');
    }
    expect(record.step.summary).not.toContain('# forged');
    expect(record.step.stages.flatMap(({ log }) => log).join('\n')).not.toContain('t***st');
    const names = ['OUTPUT', 'STATE', 'STEP_SUMMARY', 'ENV', 'PATH'].map((name) => `$GITHUB_${name}`);
    for (const name of names) expect(check()).toContain(`\`${name}\``);
  });

  test('runs no program that tests configured, and leaves no process', () => {
    expect(existsSync(temp('program'))).toBe(true);
    expect(existsSync(temp('program-has-run'))).toBe(false);
    expect(isAlive(Number(readFileSync(temp('left-behind.pid'), 'utf8')))).toBe(false);
    expect(record.step.survivors).toEqual([]);
  });

  test('uploads no file of the machine', () => {
    const files = record.uploads.flatMap((upload) => Object.entries(upload.files()));
    expect(files.map(([path]) => path)).toContain('evidence/tests.jsonl');
    const texts = files.map(([path, bytes]) => `${path}\n${Buffer.from(bytes).toString('latin1')}`);
    expect(texts.filter((text) => /credential-of-the-runner|^root:x:0/m.test(text))).toEqual([]);
    expect(readFileSync(temp('credentials'), 'utf8')).toBe('credential-of-the-runner');
  });

  test('publishes their text without letting it out of its place', () => {
    const bodies = record.comments.map(({ body }) => body);
    for (const markdown of [record.step.summary, check(), ...bodies]) {
      expect(markdown).not.toMatch(/^<h1>forged/m);
      expect(referencesIn(markdown).filter((found) => found.startsWith('@'))).toEqual([]);
    }
    expect(bodies.map((body) => body.match(/<!-- qaagent-orchestrate key=/g)?.length)).toEqual([1]);
    expect(record.violations).toEqual([]);
  });
});
