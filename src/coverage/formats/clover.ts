import { type CoverageBody, FileDrafts, countIn } from '../file-coverage.js';
import { attribute, children, descend } from '../read-coverage.js';

/**
 * Reads Clover's XML, as OpenClover, PHPUnit and istanbul write it. Lines of type `method` are declarations, not
 * statements. Branches come from the file's totals: what `truecount` and `falsecount` mean differs between writers.
 */
export function readClover(coverage: unknown): CoverageBody {
  const drafts = new FileDrafts();
  const projects = children(coverage, 'project');
  const files = [...projects, ...descend(coverage, 'project', 'package')].flatMap((one) => children(one, 'file'));
  for (const file of files) {
    const path = attribute(file, 'path') || attribute(file, 'name');
    if (path === '') continue;
    const draft = drafts.of(path);
    for (const line of children(file, 'line'))
      if (attribute(line, 'type') !== 'method')
        draft.line(countIn(attribute(line, 'num')), countIn(attribute(line, 'count')));
    const metrics = children(file, 'metrics')[0];
    draft.branchOnce(
      0,
      countIn(attribute(metrics, 'coveredconditionals')),
      countIn(attribute(metrics, 'conditionals')),
    );
  }
  return { sources: [], files: drafts.files };
}
