import type { SuiteProblem } from '../model/problem.js';
import type { AttemptFacts } from './attempt-problems.js';
import { loadProblems } from './load-problems.js';
import { hasSession, isFinished } from './witness.js';

/** What is wrong with the reports of an attempt: none, none of load where limits ask, broken, suite-level errors. */
export function reportProblems(facts: AttemptFacts): readonly SuiteProblem[] {
  const none = missing(facts);
  const unjudged = none.length > 0 ? [] : loadProblems(facts.suite, facts.witness);
  return [...none, ...unjudged, ...broken(facts), ...suiteErrors(facts)];
}

/** A tool that tells us itself may do without a report; one that only its report speaks for may not. */
function missing({ suite, prepared, witness, tests }: AttemptFacts): readonly SuiteProblem[] {
  if (witness.reports.length > 0 || tests.length > 0) return [];
  if (hasSession(witness.events)) return [];
  const isEventTool = prepared.witness === 'events';
  const searched = 'report' in suite && suite.report.length > 0 ? suite.report.join(', ') : '$QAAGENT_REPORT_DIR';
  const message = isEventTool ? 'told nothing of its tests and left no report' : `left no report (${searched})`;
  const remedy = isEventTool
    ? 'See the output of the suite.'
    : 'Correct `report` of the suite, or let the command write JUnit XML into $QAAGENT_REPORT_DIR.';
  return [{ severity: 'error', place: suite.name, message, remedy, forces: 'report-error' }];
}

function broken({ suite, prepared, witness }: AttemptFacts): readonly SuiteProblem[] {
  // A runner that we had to end, or whose events are complete, may leave half a report without any loss.
  const spoken = prepared.witness === 'events' && isFinished(witness.events);
  return witness.reports.flatMap(({ name, report }) =>
    report.problems.map((problem): SuiteProblem => {
      const isFatal = problem.severity === 'error' && !spoken;
      const severity = problem.severity === 'error' && spoken ? 'warning' : problem.severity;
      return {
        ...problem,
        severity,
        place: suite.name,
        message: named(name, problem.message),
        forces: isFatal ? 'report-error' : null,
      };
    }),
  );
}

function named(name: string, message: string): string {
  return message.includes(name) ? message : `${name}: ${message}`;
}

function suiteErrors({ suite, witness }: AttemptFacts): readonly SuiteProblem[] {
  return witness.reports.flatMap(({ report }) =>
    report.suiteErrors.map((error): SuiteProblem => {
      const message = [error.suite, error.message].filter((part) => part !== '').join(': ');
      return {
        severity: 'error',
        place: suite.name,
        message,
        remedy: 'See the report in the evidence.',
        forces: 'error',
      };
    }),
  );
}
