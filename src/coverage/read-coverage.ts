import { parseString } from 'xml2js';
import type { Problem } from '../model/problem.js';
import { listOf, member, parseJson, textOf } from '../text/json.js';
import type { CoverageBody } from './file-coverage.js';
import { readClover } from './formats/clover.js';
import { readCobertura } from './formats/cobertura.js';
import { readCoveragePy } from './formats/coverage-py.js';
import { readJacoco } from './formats/jacoco.js';
import { readLcov } from './formats/lcov.js';

export type CoverageFormat = 'cobertura' | 'jacoco' | 'clover' | 'lcov' | 'coverage-py';

/** One coverage report, read. `format` is null when it is none that is known; then there are no files. */
export interface CoverageReport extends CoverageBody {
  readonly format: CoverageFormat | null;
  /** The report's own name, for records. */
  readonly place: string;
  readonly problems: readonly Problem[];
}

/** A larger report is not read. */
export const MOST_COVERAGE_BYTES = 64 * 1024 * 1024;
const FORMATS = 'Supported formats: Cobertura, JaCoCo, Clover, lcov and coverage.py JSON.';

/**
 * Reads a coverage report of any known format, recognized by its content. Whatever the text is, this returns: a report that
 * is broken is an error, a file that is something else a note.
 */
export function readCoverage(text: string, place: string): CoverageReport {
  const { problem = null, ...body } = fromText(text);
  return { ...NOTHING, ...body, place, problems: problem === null ? [] : [{ place, ...problem }] };
}

/** What there is to say of a report that is larger than `MOST_COVERAGE_BYTES`. */
export function tooLarge(place: string): CoverageReport {
  const { problem } = broken('the coverage report is larger than 64 MB', 'Write one lcov file per package.');
  return { ...NOTHING, place, problems: [{ place, ...problem }] };
}

type Trouble = Omit<Problem, 'place'>;
type Known = CoverageBody & { readonly format: CoverageFormat };
type Reading = (Known & { readonly problem?: Trouble }) | { readonly problem: Trouble };

const NOTHING = { format: null, sources: [], files: [] } as const;

function broken(
  message: string,
  remedy = 'Check how the report was written. A program that is killed leaves an incomplete file.',
) {
  return { problem: { severity: 'error', message, remedy } } as const;
}

function foreign(message: string) {
  return { problem: { severity: 'note', message, remedy: FORMATS } } as const;
}

function fromText(text: string): Reading {
  const head = text.slice(0, 4096).trimStart();
  if (head === '') return broken('the coverage report is empty');
  if (head.startsWith('<')) return fromXml(text);
  return head.startsWith('{') ? fromJson(text) : fromLines(text);
}

function fromXml(text: string): Reading {
  const { root, message } = parseXml(text);
  const coverage = member(root, 'coverage');
  const report = member(root, 'report');
  if (message !== '') return broken(`the XML cannot be read: ${message}`);
  if (report !== undefined && children(report, 'counter').length > 0)
    return { format: 'jacoco', ...readJacoco(report) };
  if (children(coverage, 'project').length > 0) return { format: 'clover', ...readClover(coverage) };
  if (attribute(coverage, 'line-rate') !== '' || children(coverage, 'packages').length > 0)
    return { format: 'cobertura', ...readCobertura(coverage) };
  return foreign('the XML is not a coverage report');
}

/** Parses at once; the callback of the library is called before it returns, and DTDs are not followed. */
/** The library's time for a declaration it does not know grows with the square of its length. */
const DECLARATION = /<!(?!--|\[CDATA\[|DOCTYPE[^>[]{0,1000}>)/;

function parseXml(text: string): { readonly root: unknown; readonly message: string } {
  if (DECLARATION.test(text)) return { root: undefined, message: 'it has a declaration that no coverage tool writes' };
  let outcome: { readonly root: unknown; readonly message: string } = { root: undefined, message: 'it is empty' };
  try {
    parseString(text, { async: false }, (error, root: unknown) => {
      // A second call reads text after a mistake that was already reported.
      if (outcome.message === 'it is empty')
        outcome = { root, message: error === null ? '' : (error.message.split('\n')[0] ?? '') };
    });
  } catch (error) {
    return { root: undefined, message: error instanceof Error ? error.message : 'not XML' };
  }
  return outcome;
}

function fromJson(text: string): Reading {
  const value = parseJson(text);
  if (value === undefined) return broken('the JSON cannot be read');
  const isCoveragePy = member(value, 'meta') !== undefined && member(value, 'files') !== undefined;
  return isCoveragePy
    ? { format: 'coverage-py', ...readCoveragePy(value) }
    : foreign('the JSON is not a coverage report');
}

function fromLines(text: string): Reading {
  if (!/^SF:/m.test(text)) return foreign('the text is not a coverage report');
  const isWhole = Math.max(text.lastIndexOf('\nSF:'), 0) < text.lastIndexOf('\nend_of_record');
  return { format: 'lcov', ...readLcov(text), ...(isWhole ? {} : broken('the lcov report ends in the middle')) };
}

/** Child elements of one name; an element is `{ $: attributes, child: [element] }`, or its text alone. */
export function children(element: unknown, name: string): readonly unknown[] {
  return listOf(element, name);
}

/** An attribute; empty when there is none. */
export function attribute(element: unknown, name: string): string {
  return textOf(member(element, '$'), name);
}

/** Elements at the end of a path of names: `descend(report, 'packages', 'package')`. */
export function descend(element: unknown, ...names: readonly string[]): readonly unknown[] {
  return names.reduce<readonly unknown[]>((all, name) => all.flatMap((one) => children(one, name)), [element]);
}
