import type { Problem } from '../model/problem.js';
import type { SuiteRun } from '../model/run.js';
import type { Files } from '../ports.js';

const NAMES = /^(?:(?:coverage|cobertura|jacoco|clover)[^/\\]*\.xml|coverage[^/\\]*\.json|lcov\.info|[^/\\]+\.lcov)$/;
/** Some file systems count in steps of two seconds. */
const SLACK_MS = 2000;

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
      if (!NAMES.test(name.split(/[/\\]/).at(-1) ?? '')) continue;
      problems.push(...ageOf(name, await files.modifiedAt(path), run));
    }
  }
  return problems;
}

function ageOf(name: string, writtenAt: number, { suite, startedAt }: SuiteRun): readonly Problem[] {
  const place = `suites.${suite.name}.artifacts`;
  if (writtenAt + SLACK_MS >= startedAt) return [];
  const message = `the coverage report ${name} is older than the suite: something else wrote it`;
  return [{ severity: 'warning', place, message, remedy: 'Remove it before the run, or let the suite write it.' }];
}
