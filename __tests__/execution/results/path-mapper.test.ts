import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createPathMapper } from '../../../src/execution/results/path-mapper.js';

const map = createPathMapper('/repo/web', '/repo');

describe('a path of a child', () => {
  test.each([
    ['/repo/tests/a.py', 'tests/a.py'],
    ['tests/a.spec.ts', 'web/tests/a.spec.ts'],
    ['../tests/a.py', 'tests/a.py'],
    ['file:///repo/web/a.ts', 'web/a.ts'],
    ['/usr/lib/python3/os.py', '/usr/lib/python3/os.py'],
    ['../../elsewhere/a.py', '../../elsewhere/a.py'],
    ['/repository/a.py', '/repository/a.py'],
    ['..hidden/a.py', 'web/..hidden/a.py'],
    ['./tests/a.py', 'web/tests/a.py'],
    ['tests//a.py', 'web/tests/a.py'],
    ['tests/b/../a.py', 'web/tests/a.py'],
    ['tests/a b.py', 'web/tests/a b.py'],
    ['tests/..', 'web'],
    ['file:///repo/web/a%20b.ts', 'web/a b.ts'],
    ['file:///repo/web/100%.ts', 'web/100%.ts'],
  ])('%s is %s', (path, mapped) => {
    expect(map(path)).toBe(mapped);
  });

  const onWindows = createPathMapper('D:\\a\\repo\\web', 'D:\\a\\repo');

  test.each([
    ['D:\\a\\repo\\tests\\a.py', 'tests/a.py'],
    ['d:\\A\\repo\\tests\\a.py', 'tests/a.py'],
    ['D:/a/repo/web/a.spec.ts', 'web/a.spec.ts'],
    ['file:///D:/a/repo/web/a%20b.ts', 'web/a b.ts'],
    ['tests\\a.spec.ts', 'web/tests/a.spec.ts'],
    ['tests/a.spec.ts', 'web/tests/a.spec.ts'],
    ['..\\tests\\a.py', 'tests/a.py'],
    ['.\\a.py', 'web/a.py'],
    ['\\a\\repo\\a.py', 'a.py'],
    ['C:\\hostedtoolcache\\python\\os.py', 'C:\\hostedtoolcache\\python\\os.py'],
    ['D:\\a\\repository\\a.py', 'D:\\a\\repository\\a.py'],
    ['..\\..\\elsewhere\\a.py', '..\\..\\elsewhere\\a.py'],
    ['\\\\server\\share\\a.py', '\\\\server\\share\\a.py'],
  ])('on Windows %s is %s', (path, mapped) => {
    expect(onWindows(path)).toBe(mapped);
  });

  test('on a network share of Windows a path of the share is relative to it', () => {
    expect(createPathMapper('\\\\server\\share\\repo', '\\\\server\\share\\repo')('tests\\a.py')).toBe('tests/a.py');
  });

  test('never leads out of the workspace when it is reported relative to it', () => {
    const part = fc.constantFrom('..', '.', 'a', 'b', 'web', 'repo');
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const mapped = map(`/repo/${parts.join('/')}`);
        const isOutside = mapped.startsWith('/');
        expect(isOutside || !mapped.split('/').includes('..')).toBe(true);
      }),
    );
  });
});
