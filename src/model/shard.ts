// A shard, and the part of the tests that it runs.
/** One of several jobs that run a part of every suite each. */
export interface Shard {
  /** From 1 to `total`. */
  readonly index: number;
  readonly total: number;
}

export const SHARD_UNITS = ['auto', 'test', 'class', 'file'] as const;

/** What stays together on one shard; `auto` is what the runner itself keeps together. */
export type ShardUnit = (typeof SHARD_UNITS)[number];

/**
 * How a suite is divided: its tests (or files) by a plan that every shard computes alike, by the tool itself, or not at
 * all: then it runs as a whole on one shard.
 */
export type Division = 'planned' | 'own' | 'whole';

/** What decided where a unit of tests runs. */
export type PlanSource = 'timings' | 'hash';

/** What one shard runs of one suite, and how to know that all shards together run all of it. */
export interface SuitePart {
  readonly suite: string;
  readonly division: Division;
  /** Digest of the plan: which test runs on which shard. Equal on every shard; empty when the tool divides the suite. */
  readonly plan: string;
  readonly source: PlanSource;
  /** Number of tests (or files) of the whole suite, and the digest of their ids in any order. */
  readonly collected: number;
  readonly collectedDigest: string;
  /** Ids of this shard's part, in the order in which they run: those of tests, or files of a command. */
  readonly ids: readonly string[];
  /** True when `ids` are files, which are not the ids of tests. */
  readonly areFiles: boolean;
  /** Expected duration of this part; 0 when no durations are known. */
  readonly expectedMs: number;
}

/** What one shard has run. */
export interface ShardRecord extends Shard {
  readonly suites: readonly SuitePart[];
}

/** `shard 2 of 4`. */
export function shardName({ index, total }: Shard): string {
  return `shard ${index} of ${total}`;
}
