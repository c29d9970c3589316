import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CATEGORIES, type Category, type Diagnosis, type Failure } from '../../src/model/diagnosis.js';

/** One labelled failure of the corpus. */
export interface LabelledFailure {
  readonly id: string;
  readonly runner: string;
  readonly source: string;
  readonly name: string;
  readonly type: string;
  readonly outcome: string;
  readonly message: string;
  readonly output: string;
  readonly category: Category;
  readonly kind: string;
  readonly root_cause: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly also_plausible: readonly string[];
  readonly cluster: string;
  /** The list of real reports has these too: run, identity and element as JUnit has them. */
  readonly run?: string;
  readonly system_out: string;
  readonly classname: string;
  readonly tname: string;
  readonly tfile: string;
  readonly tag: string;
  /** The two values of a comparison as a person reads the test; empty where nothing plain is compared. */
  readonly actual: string;
  readonly expected: string;
}

/** A share with its counts. */
export interface Share {
  readonly hits: number;
  readonly of: number;
}

export interface CategoryScore {
  readonly category: Category;
  readonly labelled: number;
  readonly precision: number;
  readonly recall: number;
}

export interface CorpusScore {
  readonly strict: Share;
  readonly lenient: Share;
  readonly categories: readonly CategoryScore[];
  readonly locationExact: Share;
  /** A place was named, and it is in another file than the labelled one. */
  readonly wrongFile: Share;
  readonly clusterPrecision: Share;
  readonly clusterRecall: Share;
  /** Strict and lenient by confidence class: the measured meaning of high, medium and low. */
  readonly byConfidence: Readonly<Record<string, { readonly strict: Share; readonly lenient: Share }>>;
  readonly missed: readonly string[];
}

const TEXT_ONLY = { system_out: '', classname: '', tname: '', tfile: '', tag: 'failure', actual: '', expected: '' };

/** Rows of a corpus file, or null when the corpus is not on this machine. */
export function readCorpus(path: string): readonly LabelledFailure[] | null {
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => ({ ...TEXT_ONLY, ...(JSON.parse(line) as LabelledFailure) }));
}

/** What the pipeline would hand to the diagnosis for a row: message, class and body of a JUnit failure. */
export function failureOf(row: LabelledFailure): Failure {
  return {
    key: row.id,
    suite: row.runner,
    runner: row.runner,
    testId: row.name,
    name: row.name,
    classname: '',
    file: '',
    line: 0,
    message: row.message,
    type: row.type,
    details: row.output,
    output: '',
    passedOnRetry: row.outcome === 'flaky',
    timedOut: false,
  };
}

const share = (flags: readonly boolean[]): Share => ({ hits: flags.filter(Boolean).length, of: flags.length });
const baseName = (path: string | null | undefined): string => basename((path ?? '').replaceAll('\\', '/'));

interface Pair {
  readonly row: LabelledFailure;
  readonly diagnosis: Diagnosis;
}

const isStrict = ({ row, diagnosis }: Pair): boolean => row.category === diagnosis.category;
const isLenient = (pair: Pair): boolean => isStrict(pair) || pair.row.also_plausible.includes(pair.diagnosis.category);

function categoryScore(category: Category, pairs: readonly Pair[]): CategoryScore {
  const labelled = pairs.filter(({ row }) => row.category === category);
  const said = pairs.filter(({ diagnosis }) => diagnosis.category === category);
  const both = labelled.filter(isStrict).length;
  return {
    category,
    labelled: labelled.length,
    precision: both / Math.max(1, said.length),
    recall: both / Math.max(1, labelled.length),
  };
}

/** Failures of one run: the prefix of the id, or the issue thread they come from. */
const runOf = (row: LabelledFailure): string =>
  row.run ?? (/^(?:gh|fr|fx)-/.test(row.id) ? row.source : (row.id.split('-')[0] ?? ''));

function clusterPairs(pairs: readonly Pair[]): readonly { readonly same: boolean; readonly said: boolean }[] {
  const out: { same: boolean; said: boolean }[] = [];
  for (const [at, a] of pairs.entries()) {
    for (const b of pairs.slice(0, at)) {
      if (runOf(a.row) !== runOf(b.row)) continue;
      out.push({ same: a.row.cluster === b.row.cluster, said: a.diagnosis.causeKey === b.diagnosis.causeKey });
    }
  }
  return out;
}

function byConfidence(pairs: readonly Pair[]): CorpusScore['byConfidence'] {
  const classes = ['high', 'medium', 'low'].map((confidence) => {
    const members = pairs.filter(({ diagnosis }) => diagnosis.confidence === confidence);
    return [confidence, { strict: share(members.map(isStrict)), lenient: share(members.map(isLenient)) }] as const;
  });
  return Object.fromEntries(classes);
}

/** Scores diagnoses against labels; both in the same order. */
export function scoreCorpus(rows: readonly LabelledFailure[], diagnoses: readonly Diagnosis[]): CorpusScore {
  const pairs = rows.flatMap((row, at) => (diagnoses[at] ? [{ row, diagnosis: diagnoses[at] }] : []));
  const located = pairs.filter(({ row }) => (row.line ?? 0) > 0);
  const sameFile = ({ row, diagnosis }: Pair): boolean => baseName(row.file) === baseName(diagnosis.place?.file);
  const clusters = clusterPairs(pairs);
  return {
    strict: share(pairs.map(isStrict)),
    lenient: share(pairs.map(isLenient)),
    categories: CATEGORIES.map((category) => categoryScore(category, pairs)),
    locationExact: share(located.map((pair) => sameFile(pair) && pair.row.line === pair.diagnosis.place?.line)),
    wrongFile: share(located.map((pair) => pair.diagnosis.place !== null && !sameFile(pair))),
    clusterPrecision: share(clusters.filter(({ said }) => said).map(({ same }) => same)),
    clusterRecall: share(clusters.filter(({ same }) => same).map(({ said }) => said)),
    byConfidence: byConfidence(pairs),
    missed: pairs
      .filter((pair) => !isStrict(pair))
      .map(({ row, diagnosis }) => `${row.id}: ${row.category} -> ${diagnosis.category} (${diagnosis.rule})`),
  };
}

export const ratio = ({ hits, of }: Share): number => (of === 0 ? 1 : hits / of);
