import { finalStateOf } from '../execution/final-state.js';
import type { RunReport } from '../model/run.js';
import { renderCtrf } from '../publish/ctrf.js';
import { renderHtmlReport } from '../publish/html-report.js';
import { renderMarkdownReport } from '../publish/markdown-report.js';
import type { ReportView } from '../publish/view.js';
import { renderJunit } from '../report/junit-writer.js';
import type { Assessment } from './assess.js';

/** Everything that is rendered into the run directory, by path; what grows with every test comes in pieces, once. */
export function renderFiles(
  view: ReportView,
  report: RunReport,
  { diagnosis, calls, findings }: Assessment,
): Readonly<Record<string, string | Iterable<string>>> {
  return {
    'report.md': renderMarkdownReport(view),
    'report.html': renderHtmlReport(view, report, findings),
    'junit.xml': renderJunit(report, finalStateOf),
    'ctrf.json': renderCtrf(report, diagnosis, view.context),
    ...(calls.length === 0 ? {} : { 'evidence/model-calls.json': `${JSON.stringify(calls, null, 2)}\n` }),
  };
}
