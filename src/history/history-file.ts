// Format of the history artifact: reading and writing it, with its bounds.
import { createHash } from 'node:crypto';
import { entriesOf, member, numberOf, parseJson, textOf, type Json } from '../text/json.js';

/** A run as the history remembers it. */
export interface PastRun {
  readonly number: number;
  readonly id: number;
}

/** Stands for a run that is not known: the history of before it could not be read. */
export const UNKNOWN_RUN: PastRun = { number: 0, id: 0 };

/** A test that failed, by the run with which that began and the cause it had. */
export interface PastFailure {
  /** `UNKNOWN_RUN` when it may have begun earlier than the runs that are known. */
  readonly since: PastRun;
  /** Id of the cause; empty when nothing explained it. */
  readonly cause: string;
}

/** How many tests passed and failed in a run, and how long it took. */
export interface PastTotals extends PastRun {
  readonly passed: number;
  readonly failed: number;
  /** False when a suite broke off. */
  readonly isComplete: boolean;
  readonly durationMs: number;
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
  /** Of the last runs, this one included, the newest first. Histories of earlier versions have none. */
  readonly totals: readonly PastTotals[];
  /** For quarantined tests: how many runs in a row they have passed, at once. Histories of earlier versions have none. */
  readonly steady: ReadonlyMap<string, number>;
}

/** Size limit for writing and reading. */
export const HISTORY_BYTES = 1_048_576;
const SCHEMA_VERSION = 1;
/** Runs that are remembered. */
export const MOST_RUNS = 20;
const DIGEST = /^[\w-]{12}$/;
const CAUSE = /^[\w-]{0,64}$/;

/** Short name of a test key: 72 bits are enough to distinguish the tests of a job. */
export function testDigest(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 12);
}

/** The history as JSON; null when it is larger than the bound: a branch on which everything is broken. */
export function renderHistory({ sha, run, failing, recent, flaky, totals, steady }: History): string | null {
  const text = JSON.stringify({
    schema_version: SCHEMA_VERSION,
    sha,
    run,
    failing: Object.fromEntries(
      [...failing].map(([digest, { since, cause }]) => [digest, [since.number, since.id, cause]]),
    ),
    recent,
    flaky: Object.fromEntries(flaky),
    totals: totals.map(({ number, id, passed, failed, isComplete, durationMs }) => [
      ...[number, id, passed, failed],
      ...[isComplete ? 1 : 0, durationMs],
    ]),
    steady: Object.fromEntries(steady),
  });
  return Buffer.byteLength(text) <= HISTORY_BYTES ? `${text}\n` : null;
}

/** Reads a history; the reason, in words, for everything that is none. One wrong entry makes all of it unreliable. */
export function parseHistory(text: string): History | string {
  if (text.length > HISTORY_BYTES) return `it has more than ${HISTORY_BYTES} characters`;
  const json = parseJson(text);
  if (json === undefined) return 'it is not JSON';
  const version = numberOf(json, 'schema_version');
  if (version !== null && version > SCHEMA_VERSION)
    return `its schema version is ${version}, but this version of the action supports at most ${SCHEMA_VERSION}`;
  const run = pastRun(member(member(json, 'run'), 'number'), member(member(json, 'run'), 'id'));
  const failing = pastFailures(member(json, 'failing'));
  const recent = counts(member(json, 'recent'));
  const flaky = flakyRuns(member(json, 'flaky'));
  const totals = pastTotals(member(json, 'totals') ?? []);
  const steady = steadyRuns(member(json, 'steady') ?? {});
  if (
    version !== SCHEMA_VERSION ||
    run === null ||
    failing === null ||
    recent === null ||
    flaky === null ||
    totals === null ||
    steady === null
  )
    return 'it is not a valid history';
  const sha = textOf(json, 'sha');
  return { sha: /^[\da-f]{40,64}$/.test(sha) ? sha : '', run, failing, recent, flaky, totals, steady };
}

function pastFailures(json: Json): History['failing'] | null {
  const entries = objectEntries(json)?.map(([digest, value]) => [digest, pastFailure(value)] as const);
  return entries?.every(isRead) === true ? new Map(entries) : null;
}

function flakyRuns(json: Json): History['flaky'] | null {
  const entries = objectEntries(json)?.map(([digest, value]) => [digest, counts(value)] as const);
  return entries?.every(isRead) === true ? new Map(entries) : null;
}

function steadyRuns(json: Json): History['steady'] | null {
  const entries = objectEntries(json)?.map(([digest, value]) => [digest, isCount(value) ? value : null] as const);
  return entries?.every(isRead) === true ? new Map(entries) : null;
}

function pastTotals(json: Json): readonly PastTotals[] | null {
  if (!Array.isArray(json) || json.length > MOST_RUNS) return null;
  const totals = (json as readonly Json[]).map((row) => {
    const numbers = counts(row);
    if (numbers?.length !== 6) return null;
    const [number = 0, id = 0, passed = 0, failed = 0, complete = 0, durationMs = 0] = numbers;
    return { number, id, passed, failed, isComplete: complete === 1, durationMs };
  });
  return totals.every((row) => row !== null) ? totals : null;
}

function objectEntries(json: Json): ReturnType<typeof entriesOf> | null {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? entriesOf(json) : null;
}

/** True for an entry whose name is that of a test and whose value could be read. */
function isRead<T>(entry: readonly [string, T | null]): entry is readonly [string, T] {
  return DIGEST.test(entry[0]) && entry[1] !== null;
}

function pastFailure(value: Json): PastFailure | null {
  if (!Array.isArray(value)) return null;
  const [number, id, cause] = value as readonly Json[];
  const since = pastRun(number, id);
  return since === null || typeof cause !== 'string' || !CAUSE.test(cause) ? null : { since, cause };
}

function pastRun(number: Json, id: Json): PastRun | null {
  return isCount(number) && isCount(id) ? { number, id } : null;
}

const isCount = (value: Json): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function counts(value: Json): readonly number[] | null {
  return Array.isArray(value) && value.length <= MOST_RUNS && value.every(isCount) ? value : null;
}
