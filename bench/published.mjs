// npm run bench [-- --budget] [-- --plot file.svg] [-- --rounds n] [-- workload...]: whole runs of the action, everything written and
// published, in turns with its peers below PEERS and with a program that parses the same reports by xml2js. Medians; CPU
// is user and system time of all processes of the step.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compare, cost } from './measure.mjs';
import { plot } from './plot.mjs';
import { costOf, reporterNames, startService, workspaceOf } from './reporters.mjs';
import { USUAL, WORKLOADS } from './workloads.mjs';

/** Its speed is that of the machine. */
const REFERENCE = 'xml2js alone';
const BUDGET = join(import.meta.dirname, 'budget.json');
/** Growth of a ratio that is worth a look. */
const TOLERATED = 1.2;

/** What every reporter costs on one workload, and the reference. */
async function measure(name, folder, apiUrl) {
  const { write, pattern, rounds } = WORKLOADS[name];
  const reports = join(folder, 'workspace');
  mkdirSync(reports);
  await write(reports);
  const workspace = workspaceOf(reports);
  const at = { temp: join(folder, 'temp'), apiUrl };
  const runs = reporterNames().map((reporter) => [reporter, () => costOf(reporter, at, workspace, pattern)]);
  const reference = () => cost([process.execPath, join(import.meta.dirname, 'parse-with-xml2js.mjs'), reports]);
  const costs = compare({ ...Object.fromEntries(runs), [REFERENCE]: reference }, Number(values.rounds ?? rounds));
  rmSync(reports, { recursive: true });
  return costs;
}

const cellOf = ({ cpu, rss }) => `${cpu.toFixed(2)} s, ${rss.toFixed(0)} MB`;

function table(results) {
  const columns = [...reporterNames(), REFERENCE];
  const rows = Object.entries(results).map(([name, costs]) => [
    name,
    ...columns.map((column) => cellOf(costs[column])),
  ]);
  const lines = [['workload', ...columns], columns.map(() => '---').concat('---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Ratios to the reference beside those that were measured before; CI shows a warning and stays green. */
function compareWithBudget(results) {
  const budget = JSON.parse(readFileSync(BUDGET, 'utf8'));
  for (const [name, costs] of Object.entries(results)) {
    const ratio = costs['this action'].cpu / costs[REFERENCE].cpu;
    const allowed = budget[name];
    console.log(`${name}: ${ratio.toFixed(2)} times ${REFERENCE} (budget ${allowed ?? 'none'})`);
    if (allowed !== undefined && ratio > allowed * TOLERATED)
      console.log(`::warning::${name} costs ${ratio.toFixed(2)} times ${REFERENCE}; the budget is ${allowed}`);
  }
}

const { values, positionals } = parseArgs({
  options: { budget: { type: 'boolean' }, plot: { type: 'string' }, rounds: { type: 'string' } },
  allowPositionals: true,
});
const folder = mkdtempSync(join(tmpdir(), 'qaagent-bench-'));
const service = await startService();
const results = {};
try {
  for (const name of positionals.length > 0 ? positionals : USUAL) {
    results[name] = await measure(name, folder, service.url);
    console.error(`${name}: ${cellOf(results[name]['this action'])}`);
  }
} finally {
  service.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(table(results));
if (values.budget) compareWithBudget(results);
if (values.plot !== undefined) writeFileSync(values.plot, plot(results));
