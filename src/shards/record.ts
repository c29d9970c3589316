import { createHash } from 'node:crypto';
import type { Division, PlanSource, ShardRecord, SuitePart } from '../model/shard.js';
import { clipBytes } from '../text/bounds.js';
import { listOf, member, numberOf, parseJson, textOf, textsOf, type Json } from '../text/json.js';

/** Where the record is in a run directory. */
export const SHARD_FILE = 'evidence/shard.json';
const SCHEMA_VERSION = 1;
const MOST_SUITES = 200;
const MOST_SHARDS = 9999;
const NAME_BYTES = 300;
const ID_BYTES = 4000;
const DIVISIONS: readonly Division[] = ['planned', 'own', 'whole'];
const SOURCES: readonly PlanSource[] = ['timings', 'hash'];

/** A shard's record as the text of evidence/shard.json. `clean` takes secrets out of an id. */
export function renderShardRecord({ index, total, suites }: ShardRecord, clean: (id: string) => string): string {
  const parts = suites.map((part) => ({
    name: part.suite,
    division: part.division,
    plan: part.plan,
    source: part.source,
    collected: part.collected,
    collected_digest: part.collectedDigest,
    of_files: part.areFiles,
    expected_ms: Math.round(part.expectedMs),
    part: part.ids.map(clean),
  }));
  return `${JSON.stringify({ schema_version: SCHEMA_VERSION, index, total, suites: parts })}\n`;
}

/** Reads evidence/shard.json of a run of unknown origin; null when it is none. */
export function parseShardRecord(text: string): ShardRecord | null {
  const json = parseJson(text);
  const [index, total] = [numberOf(json, 'index') ?? 0, numberOf(json, 'total') ?? 0];
  const isShard = Number.isSafeInteger(index) && Number.isSafeInteger(total) && index >= 1 && index <= total;
  if (numberOf(json, 'schema_version') !== SCHEMA_VERSION || !isShard || total > MOST_SHARDS) return null;
  return { index, total, suites: listOf(json, 'suites').slice(0, MOST_SUITES).flatMap(partOf) };
}

function partOf(value: Json): readonly SuitePart[] {
  const division = DIVISIONS.find((each) => each === textOf(value, 'division'));
  const suite = clipBytes(textOf(value, 'name'), NAME_BYTES);
  if (division === undefined || suite === '') return [];
  return [
    {
      suite,
      division,
      plan: digestIn(value, 'plan'),
      source: SOURCES.find((each) => each === textOf(value, 'source')) ?? 'hash',
      collected: Math.max(0, Math.trunc(numberOf(value, 'collected') ?? 0)),
      collectedDigest: digestIn(value, 'collected_digest'),
      areFiles: member(value, 'of_files') === true,
      expectedMs: Math.max(0, numberOf(value, 'expected_ms') ?? 0),
      ids: textsOf(value, 'part').map((id) => clipBytes(id, ID_BYTES)),
    },
  ];
}

function digestIn(value: Json, name: string): string {
  return /^[\da-f]{64}$/.exec(textOf(value, name))?.[0] ?? '';
}

/** Digest of the plans of all suites of a shard: what a person compares. */
export function planOf({ suites }: Pick<ShardRecord, 'suites'>): string {
  const plans = suites.map(({ suite, plan }) => `${suite}\t${plan}`).sort();
  return createHash('sha256').update(plans.join('\n')).digest('hex');
}
