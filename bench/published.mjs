// npm run bench [-- cases...]: whole runs of the action, everything written and published, in turns with its peers below
// PEERS. Medians; CPU is user and system time of all processes of the step.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, show } from './measure.mjs';
import { writeReport } from './reports.mjs';
import { costOf, reporterNames, startService, workspaceOf } from './reporters.mjs';

const sizes = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'qaagent-bench-'));
const service = await startService();
try {
  const at = { temp: join(folder, 'temp'), apiUrl: service.url };
  for (const cases of sizes.length > 0 ? sizes : [1, 10_000, 100_000]) {
    const reports = join(folder, `cases-${cases}`);
    mkdirSync(reports);
    await writeReport(join(reports, 'report.xml'), cases);
    const workspace = workspaceOf(reports);
    const rounds = cases < 1000 ? 15 : cases < 50_000 ? 7 : 3;
    const costs = compare(
      Object.fromEntries(reporterNames().map((name) => [name, () => costOf(name, at, workspace, 'report.xml')])),
      rounds,
    );
    console.log(`${cases} cases`);
    for (const [name, each] of Object.entries(costs)) console.log(`  ${name.padEnd(30)} ${show(each)}`);
    rmSync(reports, { recursive: true });
  }
} finally {
  service.stop();
  rmSync(folder, { recursive: true, force: true });
}
