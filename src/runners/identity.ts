import type { ReportCase } from '../model/report.js';
import type { Identity } from './runner.js';

/** Equal for the same test in two reports of one tool. */
export function keyOfCase({ classname, name }: ReportCase): string {
  return `${classname}\n${name}`;
}

/** CTest's name of a suite in a project without a dashboard. */
const NAMELESS_SUITE = '(empty)';

/** Id of a case when nothing but its report is known: classname and name, without saying the same thing twice. */
export function identifyCase({ suite, classname, name, file, line }: ReportCase): Identity {
  const owner = classname !== '' && classname !== name ? classname : suite === NAMELESS_SUITE ? '' : suite;
  const id = name.startsWith(owner) ? name : name === '' ? owner : [owner, name].join(' › ');
  return { id: id === '' ? 'unnamed test' : id, file, line };
}
