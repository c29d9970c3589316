// Format of the history artifact: reading and writing it, with its bounds.
import { createHash } from 'node:crypto';
import { entriesOf, listOf, member, numberOf, textOf, type Json } from '../text/json.js';

/** A run as the history remembers it. */
export interface PastRun {
  readonly number: number;
  readonly id: number;
}

/** A test that failed, by the run with which that began and the cause it had. */
export interface PastFailure {
  readonly since: PastRun;
  /** Id of the cause; empty when nothing explained it. */
  readonly cause: string;
}

/** What one job of one branch knows of its runs. Tests go by `testDigest`, so that no name of a test is stored. */
export interface History {
  readonly sha: string;
  readonly run: PastRun;
  readonly failing: ReadonlyMap<string, PastFailure>;
  /** Numbers of the last runs, this one included, the newest first. */
  readonly recent: readonly number[];
  /** For tests that were flaky lately: the numbers of those runs. */
  readonly flaky: ReadonlyMap<string, readonly number[]>;
}

/** Size limit for writing and reading. */
export const HISTORY_BYTES = 1_048_576;
const SCHEMA_VERSION = 1;
const DIGEST = /^[\w-]{12}$/;
const CAUSE = /^[\w-]{0,64}$/;

/** Short name of a test key: 72 bits are enough to distinguish the tests of a job. */
export function testDigest(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 12);
}

/** The history as JSON; null when it is larger than the bound: a branch on which everything is broken. */
export function renderHistory({ sha, run, failing, recent, flaky }: History): string | null {
  const text = JSON.stringify({
    schema_version: SCHEMA_VERSION,
    sha,
    run,
    failing: Object.fromEntries(
      [...failing].map(([digest, { since, cause }]) => [digest, [since.number, since.id, cause]]),
    ),
    recent,
    flaky: Object.fromEntries(flaky),
  });
  return Buffer.byteLength(text) <= HISTORY_BYTES ? `${text}\n` : null;
}

/** Reads a history; null for everything that is none, or that a later version has written. */
export function parseHistory(text: string): History | null {
  const json = parsed(text);
  const run = pastRun(numberOf(member(json, 'run'), 'number'), numberOf(member(json, 'run'), 'id'));
  if (numberOf(json, 'schema_version') !== SCHEMA_VERSION || run === null) return null;
  const sha = textOf(json, 'sha');
  return {
    sha: /^[\da-f]{40,64}$/.test(sha) ? sha : '',
    run,
    failing: new Map(entriesOf(member(json, 'failing')).flatMap(pastFailure)),
    recent: counts(listOf(json, 'recent')),
    flaky: new Map(
      entriesOf(member(json, 'flaky')).flatMap(([digest, runs]) =>
        DIGEST.test(digest) && Array.isArray(runs) ? [[digest, counts(runs)]] : [],
      ),
    ),
  };
}

function parsed(text: string): Json {
  if (text.length > HISTORY_BYTES) return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function pastFailure([digest, value]: readonly [string, Json]): readonly (readonly [string, PastFailure])[] {
  if (!DIGEST.test(digest) || !Array.isArray(value)) return [];
  const [number, id, cause] = value as readonly Json[];
  const since = pastRun(number, id);
  if (since === null) return [];
  return [[digest, { since, cause: typeof cause === 'string' && CAUSE.test(cause) ? cause : '' }]];
}

function pastRun(number: Json, id: Json): PastRun | null {
  return isCount(number) && isCount(id) ? { number, id } : null;
}

const isCount = (value: Json): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const counts = (values: readonly Json[]): readonly number[] => values.filter(isCount).slice(0, 20);
