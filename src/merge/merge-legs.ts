// Joins legs to one run: groups, checks, suites, causes, totals.
import type { Cause, Diagnosis, RunDiagnosis } from '../model/diagnosis.js';
import type { RunProblem } from '../model/problem.js';
import type { RunReport, SuiteReport, TestCase } from '../model/run.js';
import { testKey } from '../model/run.js';
import { addTotals } from '../verdict/totals.js';
import { runConclusion, type VerdictPolicy } from '../verdict/verdict.js';
import { mostCommon } from './check-group.js';
import { groupLegs, type LegGroup } from './group-legs.js';
import { joinGroup } from './join-group.js';
import { type Leg, legName } from './leg.js';
import { describeLegs } from './only-on.js';

/** Several runs as one. */
export interface MergeResult {
  readonly report: RunReport;
  readonly diagnosis: RunDiagnosis;
  readonly routeOf: (test: TestCase) => string | null;
  /** Commit of the legs; empty when they do not know it. */
  readonly commit: string;
  readonly branch: string;
  readonly project: string;
  /** Names of the legs. */
  readonly legs: readonly string[];
  /** Name of a suite before it was distinguished from the suites of other legs. */
  readonly plainSuite: (name: string) => string;
  /** On which legs tests fail, in words: `only on windows / python 3.13`; empty when there is one leg, or all agree. */
  readonly legsOf: (tests: readonly TestCase[]) => string;
}

/** Joins legs to one run. What they lack to be the whole of their tests makes it red. */
export function mergeLegs(legs: readonly Leg[], policy: VerdictPolicy): MergeResult {
  const commit = mostCommon(legs.map((leg) => leg.commit)) ?? '';
  const groups = groupLegs(legs);
  const named = groups.map((group) => ({ group, label: labelOf(group, groups) }));
  const names = new Map<string, string>();
  const suites = named.flatMap(({ group, label }) => {
    const nameOf = (suite: string): string => {
      const name = isShared(suite, groups) && label !== '' ? `${suite} (${label})` : suite;
      names.set(name, suite);
      return name;
    };
    return joinGroup(group, commit, nameOf, policy);
  });
  const problems = [...runProblems(legs), ...unexplained(legs, suites)];
  const diagnosis = joinDiagnoses(named, groups);
  return {
    report: reportOf(suites, problems, legs),
    diagnosis,
    routeOf: routesOf(legs),
    commit,
    branch: mostCommon(legs.map(({ branch }) => branch)) ?? '',
    project: legs[0]?.project ?? '',
    legs: groups
      .flatMap((group) => group.legs)
      .map(({ job, matrix, ...leg }) => [job, matrix, legName({ job, matrix, ...leg })].filter(Boolean).join(', ')),
    plainSuite: plainSuiteOf(names),
    legsOf: describeLegs(suites, names),
  };
}

/** Apart from `mergeLegs`, whose scope would keep all legs in memory. */
function plainSuiteOf(names: ReadonlyMap<string, string>): (name: string) => string {
  return (name) => names.get(name) ?? name;
}

/** How the suites of a group are distinguished from those of others: by matrix, else by job. */
function labelOf({ label, job }: LegGroup, groups: readonly LegGroup[]): string {
  const others = groups.filter((group) => group.label === label);
  return others.length > 1 ? [job, label].filter((part) => part !== '').join(', ') : label || job;
}

function isShared(suite: string, groups: readonly LegGroup[]): boolean {
  const has = ({ legs }: LegGroup): boolean =>
    legs.some(({ suites }) => suites.some((each) => each.suite.name === suite));
  return groups.filter(has).length > 1;
}

function reportOf(suites: readonly SuiteReport[], problems: readonly RunProblem[], legs: readonly Leg[]): RunReport {
  const conclusion = runConclusion(suites.map((suite) => suite.conclusion));
  return {
    suites,
    totals: addTotals(suites.map(({ totals }) => totals)),
    conclusion: problems.length > 0 ? 'failure' : conclusion,
    ...(problems.length > 0 ? { problems } : {}),
    startedAt: legs.length === 0 ? 0 : Math.min(...legs.map(({ startedAt }) => startedAt)),
    durationMs: Math.max(0, ...legs.map(({ durationMs }) => durationMs)),
  };
}

/** Why legs were red beside their suites, each reason once. */
function runProblems(legs: readonly Leg[]): readonly RunProblem[] {
  const all = legs.flatMap((leg) => leg.runProblems);
  return [...new Map(all.map((problem) => [`${problem.headline}\n${problem.message}`, problem] as const)).values()];
}

/** Nothing was merged: no evidence, or none that has suites. */
function unexplained(legs: readonly Leg[], suites: readonly SuiteReport[]): readonly RunProblem[] {
  if (suites.length > 0) return [];
  const message = legs.length === 0 ? 'no job has uploaded any' : 'none of its runs has a suite';
  const remedy =
    'List the test jobs in `needs` of the merging job, run it with `if: ${{ !cancelled() }}`, and use the same `artifact-name`.';
  return [{ severity: 'error', place: 'evidence', headline: 'there is no evidence to merge', message, remedy }];
}

interface NamedGroup {
  readonly group: LegGroup;
  readonly label: string;
}

/** Diagnoses of all legs under the names of the merged run; causes are the same where their ids are. */
function joinDiagnoses(named: readonly NamedGroup[], groups: readonly LegGroup[]): RunDiagnosis {
  const diagnoses = new Map<string, Diagnosis>();
  const causes = new Map<string, Cause & { readonly failures: string[] }>();
  for (const { group, label } of named) {
    const keyIn = (key: string): string => {
      const at = key.indexOf('\n');
      const suite = key.slice(0, at);
      return isShared(suite, groups) && label !== '' ? `${suite} (${label})${key.slice(at)}` : key;
    };
    for (const { diagnosis } of group.legs) {
      for (const each of diagnosis.diagnoses) diagnoses.set(keyIn(each.key), { ...each, key: keyIn(each.key) });
      for (const cause of diagnosis.causes) {
        const known = causes.get(cause.id) ?? { ...cause, failures: [] };
        const seen = new Set(known.failures);
        for (const key of cause.failures.map(keyIn)) if (!seen.has(key)) known.failures.push(key);
        causes.set(cause.id, known);
      }
    }
  }
  const sorted = [...causes.values()].toSorted((a, b) => b.failures.length - a.failures.length);
  return { diagnoses: [...diagnoses.values()], causes: sorted, notes: [] };
}

function routesOf(legs: readonly Leg[]): (test: TestCase) => string | null {
  const routes = new Map(legs.flatMap((leg) => [...leg.routes].map(([key, route]) => [idOf(key), route] as const)));
  return (test) => (routes.size === 0 ? null : (routes.get(idOf(testKey(test))) ?? null));
}

/** Routes are the same on every leg. */
const idOf = (key: string): string => key.slice(key.indexOf('\n') + 1);
