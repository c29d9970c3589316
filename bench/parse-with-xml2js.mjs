// node bench/parse-with-xml2js.mjs folder: parses every report below a folder, which is what peers begin with.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseStringPromise } from 'xml2js';

const [folder] = process.argv.slice(2);
for (const name of readdirSync(folder, { recursive: true }))
  if (name.endsWith('.xml')) await parseStringPromise(readFileSync(join(folder, name), 'utf8'));
