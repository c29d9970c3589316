// A leg of a merge: the evidence of one shard or matrix job, with its name in sentences.
import { forcingProblems, readRunProblems } from '../evidence/untrusted/manifest.js';
import { type EvidenceTexts, reportFromEvidence } from '../evidence/untrusted/read-evidence.js';
import type { Shared } from '../evidence/untrusted/shared-values.js';
import type { RunDiagnosis } from '../model/diagnosis.js';
import type { RunProblem } from '../model/problem.js';
import type { RunReport, SuiteReport } from '../model/run.js';
import { type Shard, shardName, type SuitePart } from '../model/shard.js';
import { parseShardRecord } from '../shards/record.js';
import { listOf, parseJson, textOf } from '../text/json.js';

/** What a shard has run of one suite, beside what it reports. */
export interface LegPart extends SuitePart {
  /** Ids of this part that the report of the shard does not have. */
  readonly unreported: readonly string[];
}

export interface LegShard extends Shard {
  readonly suites: readonly LegPart[];
}

/** One run that is merged with others: a shard, a job of a matrix, or both. */
export interface Leg {
  /** Where its evidence is, as a person finds it. */
  readonly place: string;
  readonly runId: string;
  /** Jobs that call its own, as `outer / inner`, its job, and which use of the action in it. */
  readonly job: string;
  /** Id of the job and of its check run; 0 when it is not known. */
  readonly checkRunId: number;
  /** `os=linux, shard=2`; empty without a matrix. */
  readonly matrix: string;
  /** Attempt of the workflow run; 0 outside of one. */
  readonly attempt: number;
  /** Empty when it does not say. */
  readonly commit: string;
  readonly branch: string;
  readonly project: string;
  /** Null when it ran all tests of its suites. */
  readonly shard: LegShard | null;
  readonly suites: readonly SuiteReport[];
  readonly runProblems: readonly RunProblem[];
  readonly diagnosis: RunDiagnosis;
  /** API routes by test key, of the tests that have one. */
  readonly routes: ReadonlyMap<string, string>;
  /** Paths of Playwright's blob reports in its evidence, as the first attempt of a suite left them. */
  readonly blobReports: readonly string[];
  /** What its evidence lacks, in words; empty when it is whole. */
  readonly torn: string;
  readonly startedAt: number;
  readonly durationMs: number;
}

/** A leg from its evidence; a sentence when it is none, null when it is a merged run itself. */
export function legFromEvidence(place: string, texts: EvidenceTexts, shared?: Shared): Leg | string | null {
  const read = reportFromEvidence(texts, shared);
  if (typeof read === 'string') return read;
  const { manifest, report, diagnosis, problems } = read;
  if (manifest.isMerged) return null;
  const { caller, job, step, matrix } = manifest.job;
  const shard = shardOf(texts, report);
  const lacks = [
    ...problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    ...(texts.shard !== undefined && texts.shard !== '' && shard === null ? ['shard.json cannot be read'] : []),
  ];
  return {
    ...{ place, runId: manifest.runId, matrix, shard, diagnosis },
    job: [caller, job, /^__/.test(step) ? (/_(\d{1,4})$/.exec(step)?.[1] ?? '') : step]
      .filter((part) => part !== '')
      .join(' / '),
    ...{ checkRunId: manifest.checkRunId, attempt: manifest.attempt, commit: manifest.commit },
    branch: manifest.branch,
    project: manifest.project,
    suites: report.suites.map((suite) =>
      withReported(
        suite,
        manifest.suites.find(({ name }) => name === suite.suite.name),
      ),
    ),
    runProblems: readRunProblems(texts.manifest),
    routes: read.routes,
    blobReports: report.suites.some(({ suite }) => suite.runner === 'playwright') ? blobReportsIn(texts.manifest) : [],
    torn: lacks.join('; '),
    startedAt: report.startedAt,
    durationMs: report.durationMs,
  };
}

/** Never with a name that leads out of the evidence. */
const BLOB_REPORT =
  /^(?!.*(?:^|\/)\.\.\/)artifacts\/[^/]+\/attempt-1\/files\/(?:[^/]+\/){0,20}blob-report[^/]*\/[^/]+\.zip$/;
const MOST_BLOB_REPORTS = 100;

function blobReportsIn(manifest: string): readonly string[] {
  const paths = listOf(parseJson(manifest), 'files').map((file) => textOf(file, 'path'));
  return paths.filter((path) => BLOB_REPORT.test(path)).slice(0, MOST_BLOB_REPORTS);
}

/** The shard's record. Ids of tests are those of the report, so that none is in memory twice. */
function shardOf({ shard = '' }: EvidenceTexts, { suites }: RunReport): LegShard | null {
  const record = shard === '' ? null : parseShardRecord(shard);
  if (record === null) return null;
  const parts = record.suites.map((part) => {
    const report = suites.find(({ suite }) => suite.name === part.suite);
    const known = new Map((report?.tests ?? []).map(({ id }) => [id, id] as const));
    const unreported = part.ids.filter((id) => !known.has(id));
    return { ...part, unreported, ids: part.ids.map((id) => known.get(id) ?? id) };
  });
  return { ...record, suites: parts };
}

/** A suite with the problem that its own run named it by. */
function withReported(suite: SuiteReport, reported: Parameters<typeof forcingProblems>[0] | undefined): SuiteReport {
  return reported === undefined ? suite : { ...suite, problems: forcingProblems(reported) };
}

/** What a leg is called in sentences: its shard, else its job. */
export function legName({ shard, job, matrix, place }: Leg): string {
  if (shard !== null) return shardName(shard);
  const label = legLabel(matrix);
  return [job, label].filter((part) => part !== '').join(' on ') || place;
}

/** `windows / python 3.13` of `os=windows, python=3.13`: a value that is a number needs its name. */
export function legLabel(matrix: string): string {
  return matrixEntries(matrix)
    .map(([key, value]) => (/[a-z]/i.test(value) ? value : `${key} ${value}`))
    .join(' / ');
}

/** Names and values of a described matrix. */
export function matrixEntries(matrix: string): readonly (readonly [string, string])[] {
  return matrix.split(/, (?=[\w.-]+=)/).flatMap((entry): (readonly [string, string])[] => {
    const at = entry.indexOf('=');
    return at <= 0 ? [] : [[entry.slice(0, at), entry.slice(at + 1)]];
  });
}
