import type { Cause, RunDiagnosis } from '../model/diagnosis.js';
import type { RunReport } from '../model/run.js';

/** What went wrong in two or three sentences, for people who read one line of a manifest. Causes are untrusted text. */
export function runSummary(report: RunReport, { causes }: RunDiagnosis): readonly string[] {
  const [largest] = causes;
  if (largest === undefined) return [];
  const { failed, errors, flaky, total } = report.totals;
  const failing = failed + errors;
  const lead =
    failing === 0
      ? `All of ${total} tests ended well, ${flaky} of them only on another try.`
      : `${failing} of ${total} tests failed for ${counted(causes.length, 'cause')}.`;
  const most = `The largest is ${largest.category}: ${largest.rootCause} (${counted(largest.failures.length, 'test')}).`;
  const next = largest.suggestion === '' ? '' : ` ${largest.suggestion}`;
  return [`${lead} ${most}${next}`, ...causes.map(causeLine)];
}

function causeLine({ category, rootCause, failures }: Cause): string {
  return `${category}: ${rootCause} (${counted(failures.length, 'test')})`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
