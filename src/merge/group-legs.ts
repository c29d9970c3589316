import { type Leg, legLabel, matrixEntries } from './leg.js';

/** Legs that together are one run of all tests: the shards of one job, or a job that ran all of them. */
export interface LegGroup {
  readonly job: string;
  /** What distinguishes it from other groups: `windows / python 3.13`; empty without a matrix. */
  readonly label: string;
  /** The latest attempt of each leg, by shard. */
  readonly legs: readonly Leg[];
  /** Legs of which the evidence is there more than once in the same attempt, whichever that is. */
  readonly copies: readonly Leg[];
  /** Earlier attempts of the legs, the oldest first. */
  readonly earlier: readonly Leg[];
}

/**
 * Puts together what belongs together: shards whose jobs differ in their shard alone. Of the attempts of a job that was run
 * again the latest counts; earlier ones are kept for what failed in them.
 */
export function groupLegs(legs: readonly Leg[]): readonly LegGroup[] {
  const shardKeys = findShardKeys(legs);
  const groups = new Map<string, Leg[]>();
  for (const leg of legs) listIn(groups, groupKey(leg, shardKeys)).push(leg);
  return [...groups.values()].map((members) => groupOf(members, shardKeys));
}

function groupOf(members: readonly Leg[], shardKeys: ReadonlyMap<string, string>): LegGroup {
  const byLeg = new Map<string, Leg[]>();
  for (const leg of members) listIn(byLeg, legKey(leg)).push(leg);
  const [kept, copies, earlier]: [Leg[], Leg[], Leg[]] = [[], [], []];
  for (const runs of byLeg.values()) {
    const sorted = runs.toSorted((a, b) => a.attempt - b.attempt);
    const latest = sorted.at(-1);
    if (latest === undefined) continue;
    kept.push(latest);
    // Of an earlier attempt as well: nothing shows which of two equal jobs ran again.
    copies.push(...sorted.filter(({ attempt }, at) => at + 1 < sorted.length && attempt === sorted[at + 1]?.attempt));
    earlier.push(...sorted.filter(({ attempt }) => attempt < latest.attempt));
  }
  const [first] = members;
  return {
    job: first?.job ?? '',
    label: first === undefined ? '' : legLabel(withoutShard(first, shardKeys)),
    legs: kept.sort((a, b) => (a.shard?.index ?? 0) - (b.shard?.index ?? 0)),
    ...{ copies, earlier },
  };
}

/** The same for all attempts of one job. */
function legKey({ job, matrix, shard, runId }: Leg): string {
  if (job === '' && shard === null) return runId;
  return [job, matrix, shard === null ? '' : `${shard.index}/${shard.total}`].join('\n');
}

function groupKey(leg: Leg, shardKeys: ReadonlyMap<string, string>): string {
  // Shards without a matrix are jobs of their own: what they are called shows nothing.
  if (leg.shard !== null && leg.matrix === '') return 'shards';
  return [legKey({ ...leg, matrix: '', shard: null }), withoutShard(leg, shardKeys)].join('\n');
}

function withoutShard({ job, matrix, shard }: Leg, shardKeys: ReadonlyMap<string, string>): string {
  const key = shard === null ? undefined : shardKeys.get(job);
  const entries = matrixEntries(matrix).filter(([name]) => name !== key);
  return entries.map(([name, value]) => `${name}=${value}`).join(', ');
}

/** For each job the key of its matrix that numbers its shards: its value is the shard in every leg. */
function findShardKeys(legs: readonly Leg[]): ReadonlyMap<string, string> {
  const candidates = new Map<string, readonly string[]>();
  for (const leg of legs) {
    const { shard, job } = leg;
    if (shard === null) continue;
    const isShard = (value: string): boolean => [`${shard.index}`, `${shard.index}/${shard.total}`].includes(value);
    const own = matrixEntries(leg.matrix).flatMap(([name, value]) => (isShard(value) ? [name] : []));
    candidates.set(job, candidates.get(job)?.filter((name) => own.includes(name)) ?? own);
  }
  const preferred = (names: readonly string[]): string | undefined =>
    names.find((name) => /shard/i.test(name)) ?? names.at(-1);
  return new Map(
    [...candidates].flatMap(([job, names]) => {
      const name = preferred(names);
      return name === undefined ? [] : [[job, name] as const];
    }),
  );
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
