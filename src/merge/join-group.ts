import type { SuiteProblem } from '../model/problem.js';
import type { SuiteAttempt, SuiteOutcome, SuiteReport, SuiteRun, TestCase } from '../model/run.js';
import { totalsOf } from '../verdict/totals.js';
import { outcomeOf, runConclusion, suiteConclusion, type VerdictPolicy } from '../verdict/verdict.js';
import { checkGroup } from './check-group.js';
import type { LegGroup } from './group-legs.js';
import { joinTests, withEarlier } from './join-tests.js';
import { type Leg, legName } from './leg.js';

/** The suites of a group as one run of them. `nameOf` gives the name that a suite has in the merged run. */
export function joinGroup(
  group: LegGroup,
  commit: string,
  nameOf: (suite: string) => string,
  policy: VerdictPolicy,
): readonly SuiteReport[] {
  const found = checkGroup(group, commit);
  const names = [...new Set(group.legs.flatMap(({ suites }) => suites.map(({ suite }) => suite.name)))];
  return names.map((suite) => {
    const name = nameOf(suite);
    const ofSuite = found.filter((problem) => problem.suite === null || problem.suite === suite);
    const problems = ofSuite.map(({ headline, message, remedy }): SuiteProblem => {
      const sentence = `${headline}: ${message}`;
      return { severity: 'error', place: name, message: sentence, remedy, headline, forces: 'incomplete' };
    });
    return joinSuite(partsOf(group, suite), { name, problems, policy, earlier: earlierTests(group, suite) });
  });
}

interface LegSuite {
  readonly leg: Leg;
  readonly report: SuiteReport;
}

function partsOf({ legs }: Pick<LegGroup, 'legs'>, suite: string): readonly LegSuite[] {
  return legs.flatMap((leg) => {
    const report = leg.suites.find((each) => each.suite.name === suite);
    return report === undefined ? [] : [{ leg, report }];
  });
}

/** Tests of earlier attempts by id, the oldest first. */
function earlierTests({ earlier }: LegGroup, suite: string): ReadonlyMap<string, readonly TestCase[]> {
  const tests = new Map<string, TestCase[]>();
  for (const test of partsOf({ legs: earlier }, suite).flatMap(({ report }) => report.tests)) {
    const known = tests.get(test.id);
    if (known === undefined) tests.set(test.id, [test]);
    else known.push(test);
  }
  return tests;
}

interface Joining {
  readonly name: string;
  /** Why the group is incomplete. */
  readonly problems: readonly SuiteProblem[];
  readonly policy: VerdictPolicy;
  readonly earlier: ReadonlyMap<string, readonly TestCase[]>;
}

function joinSuite(parts: readonly LegSuite[], { name, problems, policy, earlier }: Joining): SuiteReport {
  const reports = parts.map(({ report }) => report);
  const joined = joinTests(reports.map(({ tests }) => tests));
  const isAsRead = earlier.size === 0 && joined.every((test) => test.suite === name);
  const tests = isAsRead ? joined : joined.map((test) => inRun(test, earlier, name));
  const started = reports.map(({ startedAt }) => startedAt);
  const run: SuiteRun = {
    suite: { ...suiteOf(reports), name, enabled: reports.some(({ suite }) => suite.enabled) },
    attempts: longest(reports),
    tests,
    problems: [...problems, ...problemsOf(parts, name, joined.length > 0)],
    startedAt: Math.min(...started),
    durationMs: Math.max(...reports.map(({ durationMs }) => durationMs)),
    tool: null,
  };
  const outcome = worseOutcome(outcomeOf(run, policy), reports);
  return { ...run, outcome, conclusion: conclusionOf(outcome, reports, policy), totals: totalsOf(tests) };
}

/** A test with what earlier attempts saw, in the suite as the merged run names it. */
function inRun(test: TestCase, earlier: Joining['earlier'], name: string): TestCase {
  const past = earlier.get(test.id);
  const known = past === undefined ? test : withEarlier(test, past);
  return known.suite === name ? known : { ...known, suite: name };
}

/** Settings of a suite that some leg ran. */
function suiteOf(reports: readonly SuiteReport[]): SuiteReport['suite'] {
  const ran = reports.find(({ suite }) => suite.enabled) ?? reports[0];
  if (ran === undefined) throw new Error('a suite of no leg');
  return ran.suite;
}

function longest(reports: readonly SuiteReport[]): readonly SuiteAttempt[] {
  return reports.reduce<readonly SuiteAttempt[]>(
    (most, { attempts }) => (attempts.length > most.length ? attempts : most),
    [],
  );
}

/** What went wrong on the legs, each with the name of its leg. That a leg had nothing to do is no news where others had. */
function problemsOf(parts: readonly LegSuite[], name: string, hasTests: boolean): readonly SuiteProblem[] {
  const several = parts.length > 1;
  return parts.flatMap(({ leg, report }) =>
    report.problems
      .filter(({ forces }) => !several || !hasTests || (report.outcome !== 'skipped' && forces !== 'no-tests'))
      .map((problem): SuiteProblem => {
        const reported = plainOf(problem.message, report.suite.name);
        const message = several ? `${reported} (${legName(leg)})` : reported;
        const where = several ? `${name} on ${legName(leg)}` : name;
        const headline = problem.forces === null ? {} : { headline: `${where}: ${reported}` };
        return { ...problem, ...headline, place: name, message };
      }),
  );
}

function plainOf(message: string, suite: string): string {
  return message.startsWith(`${suite}: `) ? message.slice(suite.length + 2) : message;
}

/** Green tests of a suite that one of the legs called red: a policy of the leg, flaky ones for instance. */
function worseOutcome(computed: SuiteOutcome, reports: readonly SuiteReport[]): SuiteOutcome {
  if (computed !== 'passed') return computed;
  const quiet: readonly SuiteOutcome[] = ['passed', 'skipped', 'no-tests'];
  return reports.find(({ outcome }) => !quiet.includes(outcome))?.outcome ?? computed;
}

/** Whether no tests are fine is a policy of the legs. */
function conclusionOf(
  outcome: SuiteOutcome,
  reports: readonly SuiteReport[],
  policy: VerdictPolicy,
): SuiteReport['conclusion'] {
  return outcome === 'no-tests'
    ? runConclusion(reports.map(({ conclusion }) => conclusion))
    : suiteConclusion(outcome, policy);
}
