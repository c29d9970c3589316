import { entriesOf, listOf, member } from '../../text/json.js';
import { type CoverageBody, type FileDraft, FileDrafts } from '../file-coverage.js';

/** Reads what `coverage json` writes (coverage.py, formats 2 and 3). It says whether a line ran, not how often. */
export function readCoveragePy(report: unknown): CoverageBody {
  const drafts = new FileDrafts();
  for (const [path, file] of entriesOf(member(report, 'files'))) {
    const draft = drafts.of(path);
    for (const line of numbers(listOf(file, 'executed_lines'))) draft.line(line, 1);
    for (const line of numbers(listOf(file, 'missing_lines'))) draft.line(line, 0);
    readBranches(listOf(file, 'executed_branches'), 1, draft);
    readBranches(listOf(file, 'missing_branches'), 0, draft);
  }
  return { sources: [], files: drafts.files };
}

/** A branch is `[from, to]`; leaving the function is a negative `to`. */
function readBranches(branches: readonly unknown[], covered: number, draft: FileDraft): void {
  for (const branch of branches)
    if (Array.isArray(branch)) for (const from of numbers(branch.slice(0, 1))) draft.branch(from, covered, 1);
}

const numbers = (values: readonly unknown[]): readonly number[] =>
  values.filter((value): value is number => typeof value === 'number');
