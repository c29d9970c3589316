import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PlaceContext } from '../../src/model/report.js';
import { createPlaceResolver } from '../../src/locate/place-resolver.js';
import { expectLinearCost } from '../linear-cost.js';

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
const resolver = createPlaceResolver(tracked, ['/home/runner/work/shop/shop']);
const resolve = (path: string): string | null => resolver(path).file;

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
        const index = createPlaceResolver(files);
        const found = index(reported).file;
        expect(found === null || files.includes(found)).toBe(true);
        for (const file of files) expect([file, null]).toContain(index(`/root-of-ci/${file}`).file);
        for (const file of files) expect(index(file).file).toBe(file);
      }),
      { numRuns: 300 },
    );
  });

  const sameNames = (count: number): string[] =>
    Array.from({ length: count }, (_, at) => `packages/p${at % 1_000}/src/m${Math.floor(at / 1_000)}/index.ts`);

  test('is found in a repository of 100,000 files with the same names', () => {
    const files = sameNames(100_000);
    const index = createPlaceResolver(files);
    for (let at = 0; at < 500; at++) expect(index(`/w/${files[at * 70] ?? ''}`).file).toBe(files[at * 70]);
  });

  test('costs the same for each file, however many files have the same name', () => {
    expectLinearCost(1_000, (count) => {
      const files = sameNames(count);
      const index = createPlaceResolver(files);
      for (const file of files) index(`/w/${file}`);
    });
  });
});

const monorepo = [
  ...['go.mod', 'cart_test.go', 'cart/cart_test.go', 'pay/cart_test.go', 'tools/go.mod', 'tools/gen/gen_test.go'],
  ...['crates/api/Cargo.toml', 'crates/api/src/lib.rs', 'crates/web/Cargo.toml', 'crates/web/src/lib.rs'],
  ...['Shop.Api.Tests/Shop.Api.Tests.csproj', 'Shop.Api.Tests/Unit/CartTests.cs'],
  ...['Shop.Web.Tests/Shop.Web.Tests.csproj', 'Shop.Web.Tests/Unit/CartTests.cs'],
  ...['a/src/test/java/p/CartTest.java', 'b/src/test/java/p/CartTest.java', 'b/src/main/java/p/Cart.java'],
  ...['a/src/main/java/p/Cart.java', 'kotlin/src/test/kotlin/OnlyTest.kt'],
  ...['packages/web/src/tip.test.tsx', 'packages/admin/src/tip.test.tsx', 'packages/web/test/a.test.js'],
  ...[
    'packages/web/e2e/cart/index.spec.ts',
    'packages/web/e2e/user/index.spec.ts',
    'packages/admin/only.test.js',
    'packages/admin/e2e/home.spec.ts',
  ],
  ...['src/a.test.js', 'svc/api/src/a.test.js', 'svc/web/src/a.test.js', 'svc/web/src/only.test.js', 'libs/util.py'],
  ...['svc/api/tests/test_a.py', 'svc/web/tests/test_a.py', 'index.js', 'packages/web/index.js'],
];
const manifests = [
  { path: 'go.mod', text: 'module example.com/mono\n\ngo 1.26\n' },
  { path: 'tools/go.mod', text: '// tools\nmodule "example.com/mono/tools"\n' },
  { path: 'crates/api/Cargo.toml', text: '[package]\nedition = "2021"\nname = "shop-api"\n' },
  { path: 'crates/web/Cargo.toml', text: '[package]\nname = "shop-web"\n' },
];
const twins = createPlaceResolver(monorepo, ['/workspace'], manifests);
const within = (context: Partial<PlaceContext>): PlaceContext => {
  return { workingDirectory: '', reportFolder: '', packages: [], near: '', ...context };
};

describe('a path in a repository of several packages', () => {
  test.each<[string, string, Partial<PlaceContext>, string]>([
    ['the working directory', 'src/a.test.js', { workingDirectory: 'svc/api' }, 'svc/api/src/a.test.js'],
    ['the root, where the suite runs', 'src/a.test.js', {}, 'src/a.test.js'],
    ['steps back from there', '../web/src/a.test.js', { workingDirectory: 'svc/api' }, 'svc/web/src/a.test.js'],
    ['steps back to the root', '../../libs/util.py', { workingDirectory: 'svc/api' }, 'libs/util.py'],
    ['a path from the root all the same', 'libs/util.py', { workingDirectory: 'svc/api' }, 'libs/util.py'],
    [
      'the working directory, in a container',
      '/app/tests/test_a.py',
      { workingDirectory: 'svc/web' },
      'svc/web/tests/test_a.py',
    ],
    [
      'the package of the report',
      '/app/src/tip.test.tsx',
      { reportFolder: 'packages/web' },
      'packages/web/src/tip.test.tsx',
    ],
    [
      'what is above its output folder',
      'src/tip.test.tsx',
      { reportFolder: 'packages/admin/build/reports' },
      'packages/admin/src/tip.test.tsx',
    ],
    [
      'what is above a folder of reports alone',
      '/x/src/tip.test.tsx',
      { reportFolder: 'packages/web/my-results' },
      'packages/web/src/tip.test.tsx',
    ],
    [
      'a word of the path of the report',
      '/x/src/tip.test.tsx',
      { reportFolder: 'reports/admin' },
      'packages/admin/src/tip.test.tsx',
    ],
    [
      'a folder below the working directory',
      'cart/index.spec.ts',
      { workingDirectory: 'packages/web' },
      'packages/web/e2e/cart/index.spec.ts',
    ],
    [
      'a file right in the package',
      '/home/runner/work/admin/only.test.js',
      { reportFolder: 'packages/admin' },
      'packages/admin/only.test.js',
    ],
    ['the import path of a Go package', 'cart_test.go', { packages: ['example.com/mono/pay'] }, 'pay/cart_test.go'],
    ['the Go package in the root', 'cart_test.go', { packages: ['example.com/mono'] }, 'cart_test.go'],
    [
      'a Go module inside of another',
      'gen_test.go',
      { packages: ['example.com/mono/tools/gen'] },
      'tools/gen/gen_test.go',
    ],
    ['the crate', 'src/lib.rs', { packages: ['shop_web::tests'] }, 'crates/web/src/lib.rs'],
    ['the crate as nextest names it', 'src/lib.rs', { packages: ['shop-api'] }, 'crates/api/src/lib.rs'],
    [
      'the .NET project in the class name',
      '/src/Unit/CartTests.cs',
      { packages: ['Shop.Web.Tests.CartTests'] },
      'Shop.Web.Tests/Unit/CartTests.cs',
    ],
    [
      'the .NET assembly',
      'C:\\ci\\Unit\\CartTests.cs',
      { packages: ['C:\\ci\\bin\\Shop.Api.Tests.dll'] },
      'Shop.Api.Tests/Unit/CartTests.cs',
    ],
    [
      'the Java module of the report',
      'p/CartTest.java',
      { reportFolder: 'b/build/test-results/test' },
      'b/src/test/java/p/CartTest.java',
    ],
    [
      'the Java module of the test',
      'p/Cart.java',
      { near: 'b/src/test/java/p/CartTest.java' },
      'b/src/main/java/p/Cart.java',
    ],
    [
      'the working directory before a twin in the root',
      '/srv/src/a.test.js',
      { workingDirectory: 'svc/api' },
      'svc/api/src/a.test.js',
    ],
  ])('means the file that %s reports', (_, path, context, file) => {
    expect(twins(path, within(context))).toEqual({ file });
  });

  test.each<[string, string, Partial<PlaceContext>, RegExp]>([
    [
      'two packages have it',
      'tip.test.tsx',
      {},
      /^2 tracked files are named tip\.test\.tsx: packages\/web\/src\/tip\.test\.tsx, packages\/admin/,
    ],
    [
      'the working directory has its folder and not the file',
      'src/only.test.js',
      { workingDirectory: 'svc/api' },
      /^no tracked file is named/,
    ],
    [
      'the named Go package has it not, and others have',
      'cart_test.go',
      { packages: ['example.com/mono/tools/gen'] },
      /^3 tracked files/,
    ],
    [
      'another package than the report\u2019s has it',
      '/x/user/index.spec.ts',
      { reportFolder: 'packages/admin' },
      /^only the file name of .* matches$/,
    ],
    ['it is of the system', '/usr/lib/node/index.js', { reportFolder: 'packages/web' }, /are named|matches$/],
    [
      'steps back lead out of the repository',
      '../../../../etc/passwd',
      { workingDirectory: 'svc/api' },
      /^no tracked file/,
    ],
    [
      'it lies in the workspace and is not tracked',
      '/workspace/dist/a.test.js',
      { workingDirectory: 'svc/api' },
      /^dist\/a\.test\.js is not a tracked file$/,
    ],
  ])('is none, and says why, when %s', (_, path, context, reason) => {
    expect(twins(path, within(context))).toEqual({
      file: null,
      candidates: expect.any(Number),
      reason: expect.stringMatching(reason),
    });
  });
});
