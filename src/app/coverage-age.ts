import { wasWrittenBefore } from '../execution/keep-artifacts.js';
import type { Problem } from '../model/problem.js';
import type { SuiteRun } from '../model/run.js';
import type { Files } from '../ports.js';
import { isNamedAsCoverage } from './code-coverage.js';

/**
 * Coverage reports that were written before their suite began, by whatever ran earlier. They are believed all the same;
 * tools with a cache keep old files for good.
 */
export async function coverageAges(runs: readonly SuiteRun[], files: Files): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const run of runs.filter(({ attempts }) => attempts.length > 0)) {
    const { artifacts, workingDirectory } = run.suite;
    for (const path of artifacts.length === 0 ? [] : await files.glob(artifacts, workingDirectory)) {
      const name = path.slice(workingDirectory.length + 1);
      if (!isNamedAsCoverage(name)) continue;
      problems.push(...ageOf(name, await files.modifiedAt(path), run));
    }
  }
  return problems;
}

function ageOf(name: string, writtenAt: number, { suite, startedAt }: SuiteRun): readonly Problem[] {
  const place = `suites.${suite.name}.artifacts`;
  if (!wasWrittenBefore(startedAt, writtenAt)) return [];
  const message = `the coverage report ${name} is older than the suite: something else wrote it`;
  return [{ severity: 'warning', place, message, remedy: 'Remove it before the run, or let the suite write it.' }];
}
