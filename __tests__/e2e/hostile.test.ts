import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readRecords, runAction } from './run-action.js';
import type { ActionRecord } from './run-action.js';
import { describeWith } from './with-tools.js';

describeWith(['python'], 'the action on tests that forge workflow commands', () => {
  let record: ActionRecord;
  beforeAll(async () => {
    record = await runAction({ project: 'pytest-hostile' });
  });
  afterAll(() => record.remove());

  test('shows annotations of its own alone and keeps commands working', () => {
    const { issues, refused, commandsLeftStopped, droppedIssues } = record.step.main;
    const places = issues.filter(({ level }) => level === 'error').map(({ file }) => file);
    expect(new Set(places)).toEqual(new Set(['tests/test_hostile.py']));
    expect(issues.filter(({ message }) => /^forged/.test(message))).toEqual([]);
    expect({ refused, commandsLeftStopped, droppedIssues }).toEqual({
      refused: [],
      commandsLeftStopped: false,
      droppedIssues: 0,
    });
  });

  test('keeps outputs, state and environment its own, and secrets to itself', () => {
    const finals = readRecords(record, 'evidence/tests.jsonl').map(({ name, status }) => [name, status]);
    expect(finals).toEqual(
      expect.arrayContaining([
        ['test_prints_commands', 'passed'],
        ['test_writes_to_the_files_of_a_step', 'passed'],
        ['test_cannot_read_secrets', 'passed'],
      ]),
    );
    expect(record.step.outputs).toMatchObject({ conclusion: 'failure', passed: '3', failed: '2' });
    expect(Object.keys(record.step.outputs)).not.toContain('forged');
    expect(
      record.step.stages.flatMap(({ env, state, path }) => [...Object.keys(env), ...Object.keys(state), ...path]),
    ).not.toContain('forged');
    expect(record.step.stages.flatMap(({ log }) => log).join('\n')).not.toContain('t***st');
  });

  test('publishes their text without letting it out of its place', () => {
    const published = [
      record.step.summary,
      record.checks[0]?.output.summary ?? '',
      ...record.comments.map(({ body }) => body),
    ];
    for (const markdown of published) {
      expect(markdown).not.toMatch(/^<h1>forged/m);
      expect(markdown).not.toMatch(/(^|[^\w`])@octocat/m);
    }
    expect(record.violations).toEqual([]);
    expect(record.step.survivors).toEqual([]);
  });
});
