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
  ])('%s is %s', (path, mapped) => {
    expect(map(path)).toBe(mapped);
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
