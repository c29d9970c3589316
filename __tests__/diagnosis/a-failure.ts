import type { Failure } from '../../src/model/diagnosis.js';

/** A failure with nothing in it but what the test is about. */
export function aFailure(over: Partial<Failure> = {}): Failure {
  return {
    key: 'unit:a',
    suite: 'unit',
    runner: 'pytest',
    testId: 'a',
    name: 'a',
    classname: '',
    file: '',
    line: 0,
    message: '',
    type: '',
    details: '',
    output: '',
    passedOnRetry: false,
    timedOut: false,
    ...over,
  };
}
