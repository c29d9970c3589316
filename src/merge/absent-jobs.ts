import type { RunProblem } from '../model/problem.js';
import type { ListedJob } from '../model/publication.js';
import { groupLegs } from './group-legs.js';
import { type Leg, matrixEntries } from './leg.js';

/** A job that the merging job needs, as the workflow file has it. */
export interface NeededJob {
  readonly id: string;
  /** Matches the names under which GitHub lists it: its name with the values of its matrix. */
  readonly pattern: RegExp;
  /** Name of its step that uses this action; null when it has none, or is a workflow of its own. */
  readonly step: string | null;
}

const NAMED = 5;

/**
 * Jobs that should have left evidence and did not: jobs that the merging job needs and that use this action, and jobs
 * whose siblings in a matrix have left evidence. Shards that are missed by their number are not named again.
 */
export function absentJobs(
  listed: readonly ListedJob[],
  legs: readonly Leg[],
  needed: readonly NeededJob[],
): readonly RunProblem[] {
  const familyOf = (name: string): string => needed.find(({ pattern }) => pattern.test(name))?.id ?? baseOf(name);
  const nameOfLeg = namesOf(listed);
  const names = legs.map((leg) => nameOfLeg(leg));
  const covered = new Set(names.filter((name) => name !== null));
  const families = new Set([...covered].map(familyOf));
  for (const { id, step } of needed) if (step !== null) families.add(id);
  const stepOf = (job: ListedJob): string | null => needed.find(({ id }) => id === familyOf(job.name))?.step ?? null;
  const absent = latest(listed).filter(
    (job) => !covered.has(job.name) && families.has(familyOf(job.name)) && isExpected(job, stepOf(job)),
  );
  const unnamed = distinct(legs.filter((_, at) => names[at] === null));
  const unexplained = withoutShards(absent, legs, (leg) => familyOf(nameOfLeg(leg) ?? ''), familyOf);
  return unexplained.length > unnamed ? [problemOf(unexplained, unnamed)] : [];
}

/** The name under which GitHub lists the job of a leg; null when none is like it. */
function namesOf(listed: readonly ListedJob[]): (leg: Leg) => string | null {
  const byId = new Map(listed.map(({ id, name }) => [id, name] as const));
  const known = new Set(listed.map(({ name }) => name));
  return ({ checkRunId, job, matrix }) => {
    const values = matrixEntries(matrix).map(([, value]) => value);
    const usual = values.length === 0 ? job : `${job} (${values.join(', ')})`;
    return byId.get(checkRunId) ?? (known.has(usual) ? usual : null);
  };
}

/** What the jobs of a matrix have in common: `test` of `test (linux, 2)`. */
function baseOf(name: string): string {
  const values = name.endsWith(')') ? name.indexOf(' (') : -1;
  return values < 0 ? name : name.slice(0, values);
}

/** Each job once, as it ended in the last attempt that has it. */
function latest(listed: readonly ListedJob[]): readonly ListedJob[] {
  return [...new Map(listed.map((job) => [job.name, job] as const)).values()];
}

/** A job that was skipped, or that ended well without its step, has nothing to leave. */
function isExpected({ conclusion, skippedSteps }: ListedJob, step: string | null): boolean {
  if (conclusion === 'skipped') return false;
  return conclusion !== 'success' || step === null || !skippedSteps.includes(step);
}

function distinct(legs: readonly Leg[]): number {
  return new Set(legs.map(({ job, matrix }) => `${job}\n${matrix}`)).size;
}

/** Without jobs of which as many shards are missing as there are jobs: these are named by their number. */
function withoutShards(
  absent: readonly ListedJob[],
  legs: readonly Leg[],
  familyOfLeg: (leg: Leg) => string,
  familyOf: (name: string) => string,
): readonly ListedJob[] {
  const missing = new Map<string, number>();
  for (const group of groupLegs(legs)) {
    const [first] = group.legs;
    if (first === undefined || first.shard === null) continue;
    const family = familyOfLeg(first);
    const count = first.shard.total - group.legs.length;
    missing.set(family, (missing.get(family) ?? 0) + count);
  }
  return absent.filter(({ name }) => {
    const family = familyOf(name);
    const siblings = absent.filter((other) => familyOf(other.name) === family);
    return siblings.length > (missing.get(family) ?? 0);
  });
}

/** `unnamed`: legs that belong to some of these jobs, though nothing shows to which. */
function problemOf(absent: readonly ListedJob[], unnamed: number): RunProblem {
  const names = absent.slice(0, NAMED).map(({ name }) => name);
  const more = absent.length > NAMED ? ` and ${absent.length - NAMED} more` : '';
  const common = { severity: 'error', place: 'expected-jobs', remedy: REMEDY } as const;
  if (unnamed > 0) {
    const headline = `${absent.length - unnamed} of these jobs left no evidence: ${names.join(', ')}${more}`;
    return { ...common, headline, message: 'their names do not identify them' };
  }
  const [only] = absent;
  if (only !== undefined && absent.length === 1)
    return { ...common, headline: `job ${only.name} left no evidence`, message: END[only.conclusion] };
  const ends = absent.slice(0, NAMED).map(({ name, conclusion }) => `${name}: ${END[conclusion]}`);
  const headline = `${absent.length} jobs left no evidence: ${names.join(', ')}${more}`;
  return { ...common, headline, message: `${ends.join('; ')}${more}` };
}

const REMEDY = 'Run it again with "Re-run failed jobs", or set `expected-jobs`.';

const END: Readonly<Record<ListedJob['conclusion'], string>> = {
  none: 'it has not ended: add it to `needs` of the merging job',
  skipped: 'it was skipped',
  success: 'it succeeded, but did not upload any',
  cancelled: 'it was cancelled before it uploaded any',
  failure: 'it failed before it uploaded any',
};

/** A merge that has fewer jobs than a user expects. */
export function tooFewJobs(legs: readonly Leg[], expected: number): readonly RunProblem[] {
  const count = groupLegs(legs).reduce((sum, group) => sum + group.legs.length, 0);
  if (count >= expected) return [];
  const headline = `${count} of ${expected} expected jobs left evidence`;
  const message = 'the others did not upload any';
  return [{ severity: 'error', place: 'expected-jobs', headline, message, remedy: REMEDY }];
}
