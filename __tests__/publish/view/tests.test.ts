import { describe, expect, test } from '@jest/globals';
import { labelOf } from '../../../src/publish/view/tests.js';

describe('a test as people read it', () => {
  test.each([
    ['a scenario of Behave', 'features/cart.feature:7', 'Buying tea', 'Buying tea (features/cart.feature:7)'],
    [
      'a row of an outline',
      'features/cart.feature:12 -- @1.2',
      'Buying tea',
      'Buying tea (features/cart.feature:12 -- @1.2)',
    ],
    ['a scenario without a title', 'features/cart.feature:7', 'features/cart.feature:7', 'features/cart.feature:7'],
    ['a test of pytest', 'tests/test_cart.py::test_buys', 'test_buys', 'tests/test_cart.py::test_buys'],
    ['a test of Playwright', 'e2e/cart.spec.ts › buys', 'buys', 'e2e/cart.spec.ts › buys'],
  ])('%s', (_, id, name, label) => {
    expect(labelOf({ id, name })).toBe(label);
  });
});
