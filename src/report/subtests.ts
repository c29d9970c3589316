import type { ReportCase } from '../model/report.js';
import { saysNothing } from './headline.js';

const isBad = ({ status }: ReportCase): boolean => status === 'failed' || status === 'error';

/** Lines of Go's runner around a test, which say nothing of why it failed. */
const FRAMING = /^[ \t]*(?:=== (?:RUN|PAUSE|CONT|NAME)|--- (?:PASS|FAIL|SKIP):).*$/gm;

/** True for a test whose report holds no word of its own. */
function isMute({ message, details }: ReportCase): boolean {
  return (message === '' || saysNothing(message)) && details.replace(FRAMING, '').trim() === '';
}

/**
 * Gives a test that failed through a subtest (`TestCart/empty` below `TestCart`, as Go names them) what its first failed
 * subtest says, so that both have one cause.
 */
export function explainParents(cases: readonly ReportCase[]): readonly ReportCase[] {
  const subtests = cases.filter((each) => isBad(each) && each.name.includes('/'));
  if (subtests.length === 0) return cases;
  const first = new Map<string, ReportCase>();
  for (const subtest of subtests) {
    const parts = subtest.name.split('/');
    for (let length = 1; length < parts.length; length += 1) {
      const key = `${subtest.suite}\n${subtest.classname}\n${parts.slice(0, length).join('/')}`;
      const known = first.get(key);
      if (known === undefined || isMute(known)) first.set(key, subtest);
    }
  }
  return cases.map((each) => {
    const reported =
      isBad(each) && isMute(each) ? first.get(`${each.suite}\n${each.classname}\n${each.name}`) : undefined;
    return reported === undefined
      ? each
      : { ...each, message: reported.message, type: reported.type, details: reported.details };
  });
}
