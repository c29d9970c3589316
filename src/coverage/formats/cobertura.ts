import { type CoverageBody, FileDrafts, countIn } from '../file-coverage.js';
import { attribute, descend } from '../read-coverage.js';

const CONDITIONS = /\((\d{1,9})\/(\d{1,9})\)/;

/**
 * Reads Cobertura's XML (coverage-04.dtd), as coverage.py, istanbul, gcovr, coverlet and others write it. Several
 * classes of one file are one file. Branches come from `condition-coverage="50% (1/2)"`.
 */
export function readCobertura(coverage: unknown): CoverageBody {
  const drafts = new FileDrafts();
  for (const element of descend(coverage, 'packages', 'package', 'classes', 'class')) {
    const path = attribute(element, 'filename');
    if (path === '') continue;
    const draft = drafts.of(path);
    for (const line of descend(element, 'lines', 'line')) {
      const number = countIn(attribute(line, 'number'));
      draft.line(number, countIn(attribute(line, 'hits')));
      const [, covered = '', total = ''] = CONDITIONS.exec(attribute(line, 'condition-coverage')) ?? [];
      draft.branchOnce(number, countIn(covered), countIn(total));
    }
  }
  const sources = descend(coverage, 'sources', 'source').filter((one) => typeof one === 'string' && one.trim() !== '');
  return { sources: (sources as readonly string[]).map((one) => one.trim()), files: drafts.files };
}
