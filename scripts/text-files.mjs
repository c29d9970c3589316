import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const SUFFIX = '?text';

const moduleOf = (text) => `export default ${JSON.stringify(text)};`;

/** For rolldown: `import text from './file.css?text'` is the text of the file. */
export const textFiles = {
  name: 'text-files',
  resolveId: (id, importer) => (id.endsWith(SUFFIX) && importer ? resolve(dirname(importer), id) : null),
  load(id) {
    if (!id.endsWith(SUFFIX)) return null;
    return { code: moduleOf(readFileSync(id.slice(0, -SUFFIX.length), 'utf8')), moduleType: 'js' };
  },
};

/** For jest, which reads the same files through a transform: see jest.config.js. */
export default { process: (text) => ({ code: moduleOf(text) }) };
