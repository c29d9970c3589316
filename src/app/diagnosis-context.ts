import { join } from 'node:path';
import type { ChangedLines } from './changed-lines.js';
import type { AppUnderTest, DiagnosisContext } from '../diagnosis/context.js';
import { compileUserRules } from '../diagnosis/user-rules.js';
import type { Diagnosis } from '../model/diagnosis.js';
import type { RunReport, TestCase } from '../model/run.js';
import type { Settings } from '../model/settings.js';
import { testKey } from '../model/test-key.js';
import type { World } from './world.js';

const MOST_SOURCES = 200;
const SOURCE_BYTES = 1 << 20;

/** What has been gathered before. */
export interface ContextFacts {
  readonly resolvePath: (path: string) => string | null;
  readonly app: AppUnderTest | null;
  /** Null without a pull request. */
  readonly changes: ChangedLines | null;
}

/** What is known besides the failures: the repository, the pull request, the application's end, the user's rules. */
export function diagnosisContext(
  report: RunReport,
  settings: Settings,
  facts: ContextFacts,
  world: World,
): DiagnosisContext {
  const { rules, problems } = compileUserRules(settings.diagnosisRules.map(withoutUndefined));
  for (const problem of problems) world.console.warning(`diagnosis.rules: ${problem}`);
  const times = failureTimes(report);
  return {
    resolvePath: facts.resolvePath,
    userRules: rules,
    failedAt: (key) => times.get(key) ?? null,
    ...(facts.app === null ? {} : { app: facts.app }),
    ...(facts.changes === null ? {} : { changes: facts.changes }),
  };
}

/** The same context with the source of the files that diagnoses point to. */
export async function withSources(
  context: DiagnosisContext,
  diagnoses: readonly Diagnosis[],
  world: World,
): Promise<DiagnosisContext> {
  const places = diagnoses.flatMap(({ place, productPlace }) => [place?.file, productPlace?.file]);
  const wanted = [...new Set(places)].filter((file) => file !== undefined).slice(0, MOST_SOURCES);
  const sources = new Map<string, readonly string[]>();
  for (const file of wanted) {
    const path = join(world.context.workspace, file);
    // A tracked link could lead anywhere; only what the index resolved is read, and no more than a source file holds.
    if (context.resolvePath?.(file) !== file || !(await world.files.exists(path))) continue;
    if ((await world.files.sizeOf(path)) <= SOURCE_BYTES)
      sources.set(file, (await world.files.readText(path)).split('\n'));
  }
  return { ...context, sourceOf: (file) => sources.get(file) ?? null };
}

function failureTimes(report: RunReport): ReadonlyMap<string, number> {
  const ends = (test: TestCase): number | null => {
    const last = test.attempts.findLast(({ status, startedAt }) => status !== 'passed' && startedAt !== null);
    return last === undefined || last.startedAt === null ? null : last.startedAt + last.durationMs;
  };
  const tests = report.suites.flatMap((suite) => suite.tests);
  return new Map(
    tests.flatMap((test) => {
      const at = ends(test);
      return at === null ? [] : [[testKey(test), at] as const];
    }),
  );
}

function withoutUndefined<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as never;
}
