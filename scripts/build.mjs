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

/** Entries that start with one file beside themselves, the smallest first: opening many costs more than reading one. */
const AT_START = { supervisor: `${root}/src/supervise.ts`, start: `${root}/src/main.ts` };

/** Modules that an entry imports, directly or through others, without those that are loaded later. */
function importedBy(entry, context) {
  const found = new Set();
  const open = [entry];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  return found.add(entry);
}

const imported = new Map();

/** Name of the file that a module is in; null where the bundler decides. */
function chunkOf(id, context) {
  for (const [name, entry] of Object.entries(AT_START)) {
    if (!imported.has(name)) imported.set(name, importedBy(entry, context));
    if (id !== entry && imported.get(name).has(id)) return name;
  }
  return null;
}

const bundle = await rolldown({
  input: {
    index: `${root}/src/main.ts`,
    post: `${root}/src/post.ts`,
    supervise: `${root}/src/supervise.ts`,
    ...others,
  },
  cwd: root,
  platform: 'node',
  // Chunks without their dependencies need it.
  preserveEntrySignatures: 'allow-extension',
  tsconfig: `${root}/tsconfig.json`,
  // The modules of a package that are left out when nobody uses them; its build for Node is one piece.
  treeshake: {
    moduleSideEffects: [{ test: /node_modules\/@actions\/(?:core|exec|io|http-client)\//, sideEffects: false }],
  },
  resolve: { alias: { yaml: `${root}/node_modules/yaml/browser/index.js` } },
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
await bundle.write({
  dir: dist,
  format: 'esm',
  chunkFileNames: 'chunks/[name].js',
  codeSplitting: { groups: [{ name: chunkOf, debugName: 'at start' }], includeDependenciesRecursively: false },
  sourcemap: false,
});
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
