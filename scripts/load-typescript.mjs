import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { textFiles } from './text-files.mjs';

const ROOT = resolve(import.meta.dirname, '..');
/** Two levels below the root, as the sources are, so that what they find beside themselves is still there. */
const CACHE = join(ROOT, 'node_modules', '.cache');

/** Imports a TypeScript file of `__tests__/<folder>/`, given relative to the root: Node 20 reads no types. */
export async function importTypeScript(source) {
  const bundle = await rolldown({
    input: join(ROOT, source),
    platform: 'node',
    plugins: [textFiles],
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !/^[A-Za-z]:\\/.test(id),
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  });
  const file = join(CACHE, `${basename(source, '.ts')}.mjs`);
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  await bundle.close();
  return import(pathToFileURL(file).href);
}
