import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from '@jest/globals';
import type { ParsedReport } from '../../src/model/report.js';
import { readReport } from '../../src/report/read-report.js';

/** Where the corpus of real reports lies beside a checkout; it is not part of the repository. */
export const JUNIT_CORPUS = resolve(import.meta.dirname, '../../../shared/corpus/junit');

interface Counts {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly error: number;
  readonly skipped: number;
  readonly flaky?: number;
  readonly suiteErrors?: number;
}

interface Place {
  readonly file: string;
  readonly line?: number;
}

/** What is known of one file of the corpus. */
export interface CorpusVerdict {
  /** Every element for itself. */
  readonly verdict?: Counts;
  /** Elements of one name merged, as we do for pytest. */
  readonly mergedWorstOf?: Counts;
  readonly outcome?: string;
  readonly truncated?: boolean;
  readonly wellFormed: boolean;
  readonly documents?: number;
  /** Why it is no JUnit. */
  readonly reject?: string;
  /** Totals of `declared` that are not those of the elements. */
  readonly declaredMismatch?: readonly string[];
  readonly declared?: Readonly<Record<string, number>>;
  readonly extra?: { readonly times?: readonly (number | null)[]; readonly attachments?: readonly string[] };
  readonly firstFailure?: {
    readonly suite?: string;
    readonly name: string;
    readonly classname: string;
    readonly kind: string;
    readonly origin?: Place;
    readonly testFrame?: Place;
    readonly declaredAt?: Place;
  };
}

/** File names, relative to the corpus, with their verdicts; none when there is no corpus. */
export function corpusVerdicts(): readonly (readonly [string, CorpusVerdict])[] {
  if (!existsSync(JUNIT_CORPUS)) return [];
  const text = readFileSync(join(JUNIT_CORPUS, 'expected.json'), 'utf8');
  return Object.entries(JSON.parse(text) as Readonly<Record<string, CorpusVerdict>>);
}

/** `test`, or a skip that shows in the output when there is no corpus beside the checkout. */
export const corpusTest = existsSync(JUNIT_CORPUS) ? test : test.skip;

export const readFromCorpus = (file: string): Promise<ParsedReport> =>
  readReport(createReadStream(join(JUNIT_CORPUS, file)), { name: file, place: file });
