import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../src/adapters/clock.js';
import { nodeFiles } from '../../src/adapters/node-files.js';
import { readOnly } from '../../src/execution/attempt/run-attempt.js';
import { attemptProblems } from '../../src/execution/problems/suite-problems.js';
import { buildLedger } from '../../src/execution/results/ledger.js';
import type { SuiteOutcome } from '../../src/model/run.js';
import type { SuiteSettings } from '../../src/model/settings.js';
import { outcomeOf } from '../../src/verdict/verdict.js';
import { aSuite, aTool } from '../execution/an-attempt.js';
import { laptop } from '../fakes/run-contexts.js';
import { Dice, PERTURBATIONS, trueReports, type Perturbed, type TrueReport } from './perturbations.js';

/** Seeds for each perturbation; 16 of them make 640 runs, and 20,000 with `TORTURE=1`. */
const SEEDS = process.env['TORTURE'] === '1' ? 1_250 : 40;
const POLICY = { flakyResult: 'pass', orderDependentResult: 'fail', noTests: 'fail' } as const;
const prepared = aTool({ tool: 'junit', resultSource: 'reports' });

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'perturbed-'));
  writeFileSync(join(root, 'event.json'), '{}');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The outcome of a suite that names its reports and finds these files. */
async function outcome(
  reports: readonly TrueReport[],
  { files, ageMs = 0 }: Perturbed,
  run: string,
): Promise<SuiteOutcome> {
  const folder = join(root, run);
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content);
    const written = (systemClock.now() - ageMs) / 1000;
    utimesSync(join(folder, name), written, written);
  }
  const change = { runner: 'junit', report: reports.map(({ name }) => name), workingDirectory: folder };
  const suite: SuiteSettings = aSuite(change as Partial<SuiteSettings>);
  const context = laptop({ env: { GITHUB_EVENT_PATH: join(root, 'event.json') } });
  const output = await readOnly(suite, join(folder, 'attempt'), { files: nodeFiles, context });
  const tests = buildLedger({ name: 'unit', prepared }, [output], (path) => path);
  const problems = attemptProblems({ suite, prepared, output, tests });
  const cases = tests.map((each) => ({ ...each, suite: 'unit', quarantine: null }));
  const judged = { suite, attempts: [], tests: cases, problems, startedAt: 0, durationMs: 0, tool: null };
  rmSync(folder, { recursive: true, force: true });
  return outcomeOf(judged, POLICY);
}

const isRed = (reports: readonly TrueReport[]): boolean =>
  reports.some(({ tests }) => tests.some(({ status }) => status === 'failed' || status === 'error'));

describe('the verdict is never better than the truth', () => {
  test.each(Object.keys(PERTURBATIONS))('when %s', async (name) => {
    const perturb = PERTURBATIONS[name];
    const lies: string[] = [];
    let greens = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const dice = new Dice(seed);
      const reports = trueReports(dice);
      const perturbed = perturb?.(reports, dice) ?? { files: {}, isLossy: true };
      const isGreen = (await outcome(reports, perturbed, `${name.replace(/\W/g, '-')}-${seed}`)) === 'passed';
      greens += Number(isGreen);
      if (isGreen && (isRed(reports) || perturbed.isLossy)) lies.push(`seed ${seed}`);
    }
    expect(lies).toEqual([]);
    // What changes nothing must not make everything red, or the test would prove nothing.
    if (['nothing', 'no totals', 'a log surrounds a report', 'a report is UTF-16'].includes(name))
      expect(greens).toBeGreaterThan(SEEDS / 5);
  });
});
