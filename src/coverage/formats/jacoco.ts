import { type CoverageBody, FileDrafts, countIn } from '../file-coverage.js';
import { attribute, children } from '../read-coverage.js';

const MAX_GROUPS = 20;

/**
 * Reads JaCoCo's XML (report.dtd 1.1). Lines count bytecode instructions, so a line ran when one of its instructions
 * did. Paths are package and file name; modules (groups) may nest.
 */
export function readJacoco(report: unknown): CoverageBody {
  const drafts = new FileDrafts();
  readGroup(report, drafts, 0);
  return { sources: [], files: drafts.files };
}

function readGroup(group: unknown, drafts: FileDrafts, depth: number): void {
  if (depth > MAX_GROUPS) return;
  for (const inner of children(group, 'group')) readGroup(inner, drafts, depth + 1);
  for (const folder of children(group, 'package'))
    for (const file of children(folder, 'sourcefile')) readFile(attribute(folder, 'name'), file, drafts);
}

function readFile(folder: string, file: unknown, drafts: FileDrafts): void {
  const draft = drafts.of([folder, attribute(file, 'name')].filter((part) => part !== '').join('/'));
  for (const line of children(file, 'line')) {
    const count = (name: string): number => countIn(attribute(line, name));
    draft.line(count('nr'), count('ci') > 0 ? 1 : 0);
    draft.branchOnce(count('nr'), count('cb'), count('mb') + count('cb'));
  }
}
