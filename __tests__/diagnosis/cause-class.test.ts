import { describe, expect, test } from '@jest/globals';
import { causeClassOf } from '../../src/model/cause-class.js';
import { ruleRun } from '../../src/diagnosis/diagnose-run.js';
import { aFailure } from './a-failure.js';

const classOf = (message: string, type = ''): string => {
  const [cause] = ruleRun([aFailure({ message, type })]).run.causes;
  return cause === undefined ? 'no cause' : causeClassOf(cause);
};

describe('the class of a cause', () => {
  test.each([
    ["ModuleNotFoundError: No module named 'redis'", 'environment'],
    ['OSError: [Errno 98] Address already in use', 'environment'],
    ['OSError: [Errno 28] No space left on device', 'environment'],
    ['SyntaxError: invalid syntax (test_a.py, line 3)', 'code'],
    ["fixture 'database' not found", 'code'],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connection'],
    ['assert 1 == 2', 'assertion'],
    ['Trouble: the machine said no', 'unknown'],
  ])('of %s is %s', (message, expected) => {
    expect(classOf(message)).toBe(expected);
  });
});
