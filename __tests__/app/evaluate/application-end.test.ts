import { describe, expect, test } from '@jest/globals';
import { withApplicationEnd } from '../../../src/app/evaluate/application-end.js';
import type { ApplicationEnd } from '../../../src/execution/application-record.js';
import { exit, suiteRun } from '../../publish/build.js';

const END: ApplicationEnd = {
  state: 'stopped',
  diedAt: null,
  exit: exit({ reason: 'cancelled' }),
  logTail: 'listening\nbye\n',
};

const RUN = suiteRun('unit', [], { startedAt: 1_000, durationMs: 2_000 });

const messages = (end: ApplicationEnd | null): readonly string[] =>
  withApplicationEnd([RUN], end).flatMap(({ problems }) => problems.map(({ message }) => message));

describe('the end of the application under test', () => {
  test.each<readonly [string, ApplicationEnd | null]>([
    ['no application was started', null],
    ['it was stopped after the suites', END],
    ['it died after the suite', { ...END, state: 'died', diedAt: 3_001 }],
  ])('is no problem of a suite when %s', (_, end) => {
    expect(withApplicationEnd([RUN], end)).toEqual([RUN]);
  });

  test.each<readonly [string, ApplicationEnd]>([
    ['the application under test ended during the run (exit status 0)', { ...END, state: 'died', diedAt: 3_000 }],
    [
      'the application under test no longer answered at http://127.0.0.1:9/ after the suites had ended',
      { ...END, state: 'died', silentUrl: 'http://127.0.0.1:9/' },
    ],
    [
      'it is unknown whether the application under test ran to the end: it left no exit record',
      { ...END, state: 'unknown', exit: null },
    ],
    [
      'it is unknown whether the application under test ran to the end: `start-command` ended with exit status 0 after the application was ready, and its URL was not checked afterwards',
      { ...END, state: 'unknown' },
    ],
  ])('makes a suite red: %s', (message, end) => {
    expect(messages(end)).toEqual([message]);
    expect(withApplicationEnd([RUN], end)[0]?.problems[0]).toMatchObject({ severity: 'error', forces: 'error' });
  });
});
