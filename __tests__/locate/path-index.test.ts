import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildPathIndex } from '../../src/locate/path-index.js';

const tracked = [
  'setup.py',
  'src/cart.py',
  'tests/cart.py',
  'tests/unit/test_cart.py',
  'tests/e2e/test_cart.py',
  'packages/web/e2e/shop.spec.ts',
  'packages/api/src/index.ts',
  'packages/web/src/index.ts',
  'src/test/java/shop/CartTest.java',
];
const { resolve } = buildPathIndex(tracked, ['/home/runner/work/shop/shop']);

describe('a reported path', () => {
  test.each([
    ['a tracked path', 'src/cart.py', 'src/cart.py'],
    ['a path with a dot', './src/cart.py', 'src/cart.py'],
    ['a path with backslashes', 'tests\\unit\\test_cart.py', 'tests/unit/test_cart.py'],
    ['a path under the workspace', '/home/runner/work/shop/shop/src/cart.py', 'src/cart.py'],
    ['a path under another checkout', '/builds/x/y/tests/unit/test_cart.py', 'tests/unit/test_cart.py'],
    ['a path in a container', '/app/e2e/shop.spec.ts', 'packages/web/e2e/shop.spec.ts'],
    ['a path relative to a package', 'e2e/shop.spec.ts', 'packages/web/e2e/shop.spec.ts'],
    ['a unique base name', 'shop.spec.ts', 'packages/web/e2e/shop.spec.ts'],
    ['a Windows path', 'D:\\a\\shop\\shop\\src\\cart.py', 'src/cart.py'],
    ['a file URL', 'file:///builds/shop/src/cart.py', 'src/cart.py'],
    ['a JVM class path', 'shop/CartTest.java', 'src/test/java/shop/CartTest.java'],
    ['a path with inner steps back', 'tests/unit/../../src/cart.py', 'src/cart.py'],
    ['a file in the root of another checkout', '/builds/shop/setup.py', 'setup.py'],
  ])('that is %s is found', (_, path, file) => {
    expect(resolve(path)).toBe(file);
  });

  test.each([
    ['two files have the name', 'test_cart.py'],
    ['two packages have the path', '/app/src/index.ts'],
    ['only a base name agrees with a file elsewhere on the machine', '/opt/tool/lib/shop.spec.ts'],
    ['it lies in the workspace and is not tracked', '/home/runner/work/shop/shop/dist/cart.py'],
    [
      'a package of the workspace has a file of the same name',
      '/home/runner/work/shop/shop/node_modules/x/src/cart.py',
    ],
    ['nothing has the name', 'src/other.py'],
    ['it is empty', ''],
    ['a segment agrees only in part', 'mysrc/cart.pyc'],
    ['it is absurdly long', `${'a/'.repeat(5_000)}src/cart.py`],
  ])('is nothing when %s', (_, path) => {
    expect(resolve(path)).toBeNull();
  });

  test('is always answered with a tracked file or nothing, and any tracked file under any root is found or ambiguous', () => {
    const segment = fc.stringMatching(/^[a-c]{1,2}$/);
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 12 }), path, (files, reported) => {
        const index = buildPathIndex(files);
        const found = index.resolve(reported);
        expect(found === null || files.includes(found)).toBe(true);
        for (const file of files) expect([file, null]).toContain(index.resolve(`/root-of-ci/${file}`));
        for (const file of files) expect(index.resolve(file)).toBe(file);
      }),
      { numRuns: 300 },
    );
  });

  test('costs the same in a repository of 100,000 files with the same names', () => {
    const files = Array.from(
      { length: 100_000 },
      (_, at) => `packages/p${at % 1_000}/src/m${Math.floor(at / 1_000)}/index.ts`,
    );
    const start = performance.now();
    const index = buildPathIndex(files);
    for (let at = 0; at < 5_000; at++) expect(index.resolve(`/w/${files[at * 7] ?? ''}`)).toBe(files[at * 7]);
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
