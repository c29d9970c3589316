import { decisiveAttempt, finalStateOf, isHung } from '../../verdict/final-state.js';
import { type Problem, type SuiteProblem, withReason } from '../../model/problem.js';
import type { FinalState, RunReport, SuiteReport, TestCase } from '../../model/run.js';
import type { PublishContext } from './context.js';
import { isFailing, placeView } from './tests.js';
import { didNotStart, suiteHeadline } from './suite-headline.js';
import type { ProblemView } from './view.js';
import { formatCount, formatNumber } from '../../text/format.js';

const QUOTED_LINES = 12;
const RANK = { error: 0, warning: 1, note: 2 } as const;

/** Everything that went wrong beside the tests, of the suites and of the run, the worst first. */
export function problemViews(report: RunReport, context: PublishContext): readonly ProblemView[] {
  const ofSuites = report.suites.flatMap((suite) => suiteProblems(suite, context));
  const ofRun = (report.problems ?? []).map((problem) => ({ ...runProblem(problem), headline: problem.headline }));
  return [...ofSuites, ...ofRun, ...context.problems.map(runProblem)].sort(
    (a, b) => RANK[a.severity] - RANK[b.severity],
  );
}

function runProblem(problem: Problem): ProblemView {
  return { ...plain(problem), suite: '', headline: '', progress: '', quote: '', spot: null };
}

/** The problem that names the suite's outcome carries the headline, once. */
function suiteProblems(suite: SuiteReport, context: PublishContext): readonly ProblemView[] {
  const headline = suiteHeadline(suite);
  const decisive =
    headline === null
      ? -1
      : Math.max(
          0,
          suite.problems.findIndex((p) => p.forces === suite.outcome),
        );
  const views = suite.problems.map((problem, index): ProblemView => {
    const { quote = '', at } = problem;
    const spot = at === undefined ? null : placeView(at, context);
    const message = withReason(problem);
    const base = { ...plain(problem), message, suite: suite.suite.name, headline: '', progress: '', quote, spot };
    return index === decisive ? { ...base, ...decisiveParts(suite, headline ?? '', problem), spot } : base;
  });
  if (headline === null || views.length > 0) return views;
  const bare = { severity: 'error', place: '', message: '', remedy: '', forces: null } as const;
  return [{ ...plain(bare), spot: null, suite: suite.suite.name, ...decisiveParts(suite, headline, bare) }];
}

function plain({ severity, place, message, remedy }: Problem): Problem {
  return { severity, place, message, remedy };
}

function decisiveParts(
  suite: SuiteReport,
  headline: string,
  problem: SuiteProblem,
): Pick<ProblemView, 'headline' | 'message' | 'progress' | 'quote'> {
  const isOwnWords = suite.outcome === 'crashed' && /^(?:crashed|ended with)/.test(problem.message);
  const built =
    suite.outcome === 'timeout' ||
    isOwnWords ||
    headline.endsWith(problem.message) ||
    headline.endsWith(withReason(problem)) ||
    isCut(headline, suite, problem);
  return {
    headline,
    message: built ? '' : withoutStart(problem.message, `${headline}: `),
    progress: progressOf(suite),
    quote: problem.quote ?? quoteOf(suite),
  };
}

/** True for a headline that is the start of the problem, whose quote has the rest. */
function isCut(headline: string, { suite }: SuiteReport, problem: SuiteProblem): boolean {
  const start = withoutStart(headline, `${suite.name}: `);
  return problem.quote !== undefined && start.endsWith('…') && withReason(problem).startsWith(start.slice(0, -1));
}

function withoutStart(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : text;
}

/** `61 of 76 had passed, 14 not run`. */
function progressOf(suite: SuiteReport): string {
  if (didNotStart(suite)) return 'no test ran';
  if (suite.tests.length === 0) return '';
  const states = suite.tests.map(finalStateOf);
  const of = (wanted: (state: FinalState) => boolean): number => states.filter(wanted).length;
  const passed = of((state) => state === 'passed' || state === 'flaky');
  const failing = of(isFailing);
  const missing = of((state) => state === 'not-run' || state === 'cancelled');
  const parts = [`${formatNumber(passed)} of ${formatCount(states.length, 'test')} had passed`];
  if (failing > 0) parts.push(`${formatNumber(failing)} failed`);
  if (missing > 0) parts.push(`${formatNumber(missing)} not run`);
  return parts.join(', ');
}

/** The stack of the test that hung, or the end of the trace or the output of the one that crashed. */
function quoteOf(suite: SuiteReport): string {
  const isWanted = (test: TestCase): boolean =>
    suite.outcome === 'timeout' ? isHung(test) : suite.outcome === 'crashed' && finalStateOf(test) === 'crashed';
  const test = suite.tests.find(isWanted);
  if (test === undefined) return '';
  const { details, output, message } = decisiveAttempt(test);
  const text = [details, output, message].find((candidate) => candidate.trim() !== '') ?? '';
  const ofCurrentThread = /^Current thread [^]*?(?=\n\n|$)/.exec(text.slice(0, 4000))?.[0];
  if (ofCurrentThread !== undefined) return ofCurrentThread.split('\n').slice(0, QUOTED_LINES).join('\n');
  return text.slice(-4000).trimEnd().split('\n').slice(-QUOTED_LINES).join('\n');
}
