// Builds dist/: small entries, lazy chunks for the heavy SDKs, the event writers, one licence file.
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';
import license from 'rollup-plugin-license';
import { textFiles } from './text-files.mjs';

const root = resolve(import.meta.dirname, '..');
const dist = resolve(process.argv[2] ?? `${root}/dist`);
/** Entries of tests beside the product's own, each `name=file`. */
const others = Object.fromEntries(process.argv.slice(3).map((entry) => entry.split('=')));
const REAL_OIDC = '\0real-oidc-utils';

/**
 * @actions/core imports its OIDC client, and with it an HTTP stack of 1 MB, for a function that is not used here. The
 * stand-in loads the real one when it is called, so that it leaves the start path and nothing is lost.
 */
const lazyOidc = {
  name: 'lazy-oidc',
  resolveId: (id) => (id === 'virtual:real-oidc-utils' ? REAL_OIDC : null),
  load(id) {
    const path = `${root}/node_modules/@actions/core/lib/oidc-utils.js`;
    if (id === REAL_OIDC)
      return readFileSync(path, 'utf8').replaceAll("'./", `'${root}/node_modules/@actions/core/lib/`);
    if (!id.replaceAll('\\', '/').endsWith('@actions/core/lib/oidc-utils.js')) return null;
    return `export class OidcClient {
  static async getIDToken(audience) {
    const { OidcClient: Real } = await import('virtual:real-oidc-utils');
    return Real.getIDToken(audience);
  }
}`;
  },
};

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
    lazyOidc,
    textFiles,
    license({ thirdParty: { includePrivate: false, output: { file: `${dist}/licenses.txt`, encoding: 'utf8' } } }),
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
