import { describe, expect, test } from '@jest/globals';
import { suiteDirectory } from '../../../src/execution/attempt/attempt-files.js';

describe('the folder of a suite', () => {
  test.each(['unit', 'e2e-tests', 'v1.2_api'])('is the name when every file system takes it: %s', (name) => {
    expect(suiteDirectory(name)).toBe(`artifacts/${name}`);
  });

  test.each([
    ['unit tests', 'unit-tests'],
    ['unit  tests', 'unit tests'],
    ['api.', 'api'],
    ['x'.repeat(300), `${'x'.repeat(299)}y`],
    ['тесты', 'проверки'],
    ['application', 'Application'],
  ])('differs between %s and %s', (one, other) => {
    expect(suiteDirectory(one)).not.toBe(suiteDirectory(other));
    expect(suiteDirectory(one).length).toBeLessThan(120);
  });

  test('is not the one that the log of the application has', () => {
    expect(suiteDirectory('application')).not.toBe('artifacts/application');
  });
});
