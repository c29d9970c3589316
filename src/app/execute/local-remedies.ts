import type { RunContext } from '../../model/context.js';
import type { Problem } from '../../model/problem.js';
import type { SuiteRun } from '../../model/run.js';

/** What a workflow does in a step of its own, and what a person does instead. */
const INSTEAD: readonly (readonly [step: RegExp, instead: string])[] = [
  [/Add `actions\/setup-python` before this step/g, 'Install Python'],
  [/Add `actions\/setup-node` before this step/g, 'Install Node.js'],
  [/Add `actions\/setup-go` before this step/g, 'Install Go'],
  [/Add `actions\/setup-java` before this step/g, 'Install Java'],
  [/Add `actions\/setup-dotnet` before this step/g, 'Install .NET'],
  [/Add `ruby\/setup-ruby` with `bundler-cache: true` before this step/g, 'Install Ruby and run `bundle install`'],
  [/add `gradle\/actions\/setup-gradle` before this step/g, 'install Gradle'],
  [/add `actions\/checkout` before this step/g, 'run it in the folder of the project'],
  [/ before this step/g, ''],
];

/** The problem with what a person at a terminal can do about it; in a workflow as it is. */
export function withLocalRemedy<P extends Problem>(problem: P, { github }: Pick<RunContext, 'github'>): P {
  if (github !== null) return problem;
  return { ...problem, remedy: INSTEAD.reduce((text, [step, instead]) => text.replace(step, instead), problem.remedy) };
}

/** The same for all problems of suites. */
export function withLocalRemedies(runs: readonly SuiteRun[], context: Pick<RunContext, 'github'>): readonly SuiteRun[] {
  if (context.github !== null) return runs;
  return runs.map((run) => ({ ...run, problems: run.problems.map((problem) => withLocalRemedy(problem, context)) }));
}
