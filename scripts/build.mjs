// Builds dist/: small entries, lazy chunks for the heavy SDKs, the event writers, one licence file.
import { cpSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';
import license from 'rollup-plugin-license';
import { lazyPackages } from './lazy-packages.mjs';
import { licenseFile } from './licenses.mjs';
import { textFiles } from './text-files.mjs';

const root = resolve(import.meta.dirname, '..');
const dist = resolve(process.argv[2] ?? `${root}/dist`);
/** Entries of tests beside the product's own, each `name=file`. */
const others = Object.fromEntries(process.argv.slice(3).map((entry) => entry.split('=')));

const bundle = await rolldown({
  input: {
    index: `${root}/src/main.ts`,
    post: `${root}/src/post.ts`,
    supervise: `${root}/src/supervise.ts`,
    ...others,
  },
  cwd: root,
  platform: 'node',
  tsconfig: `${root}/tsconfig.json`,
  plugins: [
    lazyPackages,
    textFiles,
    license({
      thirdParty: {
        includePrivate: false,
        output: { file: `${dist}/licenses.txt`, encoding: 'utf8', template: licenseFile },
      },
    }),
  ],
});
rmSync(dist, { recursive: true, force: true });
await bundle.write({ dir: dist, format: 'esm', chunkFileNames: 'chunks/[name].js', sourcemap: false });
await bundle.close();
for (const [from, to] of [
  ['runners/streams', 'streams'],
  ['quality/drivers', 'drivers'],
]) {
  cpSync(`${root}/src/${from}`, `${dist}/${to}`, {
    recursive: true,
    filter: (path) => !path.includes('__pycache__') && !path.endsWith('README.md'),
  });
}
