// node bench/report.mjs [cases...]: what reading a report costs, beside decoding it and beside xml2js. Medians of
// interleaved runs of one process each; the files are generated in the temporary folder and deleted.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { compare, cost, show } from './measure.mjs';
import { writeReport } from './reports.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const programs = (bundle, xml2js) => ({
  read: `import { createReadStream } from 'node:fs'; import { readReport } from ${JSON.stringify(bundle)};
const { cases, problems } = await readReport(createReadStream(process.argv[2]), { name: 'bench', place: '' });
if (cases.length !== Number(process.argv[3]) || problems.length > 0) process.exit(1);`,
  decode: `import { createReadStream } from 'node:fs'; const decoder = new TextDecoder(); let length = 0;
for await (const chunk of createReadStream(process.argv[2])) length += decoder.decode(chunk, { stream: true }).length;`,
  xml2js: `import { readFileSync } from 'node:fs'; import xml2js from ${JSON.stringify(xml2js)};
await xml2js.parseStringPromise(readFileSync(process.argv[2], 'utf8'));`,
});

const folder = mkdtempSync(join(tmpdir(), 'qaagent-bench-report-'));
try {
  const bundle = await rolldown({
    input: join(ROOT, 'src/report/read-report.ts'),
    platform: 'node',
    logLevel: 'silent',
  });
  await bundle.write({ file: join(folder, 'read-report.mjs'), format: 'esm' });
  const xml2js = pathToFileURL(join(ROOT, 'node_modules/xml2js/lib/xml2js.js')).href;
  for (const [name, text] of Object.entries(programs('./read-report.mjs', xml2js)))
    writeFileSync(join(folder, `${name}.mjs`), text);
  const sizes = process.argv.slice(2).map(Number);
  for (const cases of sizes.length > 0 ? sizes : [100_000, 500_000]) {
    const file = join(folder, `${cases}.xml`);
    await writeReport(file, cases);
    const run = (name) => () => {
      const spent = cost([process.execPath, join(folder, `${name}.mjs`), file, String(cases)]);
      if (spent.code !== 0) throw new Error(`${name} ended with ${spent.code}`);
      return spent;
    };
    const rounds = cases > 200_000 ? 3 : 5;
    const {
      read,
      decode,
      xml2js: tree,
    } = compare({ read: run('read'), decode: run('decode'), xml2js: run('xml2js') }, rounds);
    console.log(`${cases} cases, ${(statSync(file).size / 1e6).toFixed(1)} MB`);
    console.log(`  readReport  ${show(read)}`);
    console.log(`  decode only ${show(decode)}  (readReport takes ${(read.cpu / decode.cpu).toFixed(1)} times that)`);
    console.log(
      `  xml2js      ${show(tree)}  (${(tree.cpu / read.cpu).toFixed(1)} times readReport, ${(tree.rss / read.rss).toFixed(1)} times its memory)`,
    );
    rmSync(file);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
