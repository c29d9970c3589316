import type { SuiteProblem } from '../../model/problem.js';
import type { SuiteSettings } from '../../model/settings.js';
import { LOCUST_FAILURES } from '../../report/load/locust.js';
import type { UnmatchedReport } from '../attempt/find-reports.js';
import type { AttemptOutput } from '../results/attempt-output.js';

type Reads = Pick<AttemptOutput, 'reports' | 'unmatched'>;

const WHY: Readonly<Record<UnmatchedReport['why'], (pattern: string) => string>> = {
  missing: (pattern) => `left no report (${pattern})`,
  untouched: (pattern) => `left no report (${pattern}): the file was written before the command ran`,
  old: (pattern) => `has a report that is older than this job (${pattern}): no step of the job wrote it`,
};

const REMEDY: Readonly<Record<UnmatchedReport['why'], string>> = {
  missing: 'Correct `report` of the suite. To allow a missing report, write `{ path: ..., optional: true }`.',
  untouched: 'Make the command write the report, or remove the old file before the command runs.',
  old: 'Remove the file before the tests run. To use a report of an earlier job, write `{ path: ..., any-age: true }`.',
};

/** Patterns of `report` that gave nothing to read: each an error, a note when it is optional. */
export function unmatchedReports(suite: SuiteSettings, { reports, unmatched = [] }: Reads): readonly SuiteProblem[] {
  const optional = 'optional' in suite ? (suite.optional ?? []) : [];
  // A suite that may have no report at all is skipped then, and not one without tests.
  const isSkipped = reports.length === 0 && unmatched.every(({ pattern }) => optional.includes(pattern));
  return unmatched.map(({ pattern, why }): SuiteProblem => {
    const problem = { place: suite.name, message: WHY[why](pattern) };
    if (optional.includes(pattern))
      return { ...problem, severity: 'note', remedy: '', forces: isSkipped ? 'skipped' : null };
    return { ...problem, severity: 'error', remedy: REMEDY[why], forces: 'report-error' };
  });
}

/**
 * Reports without a single test beside reports with tests. A pattern none of whose files has a test is an error as
 * `no-tests` decides; one empty file among several of a pattern is a warning.
 * Locust's file of failures is empty when there were none.
 */
export function emptyReports(suite: SuiteSettings, { reports }: Reads): readonly SuiteProblem[] {
  if (!reports.some(({ report }) => report.cases.length > 0)) return [];
  const isEmpty = ({ report }: AttemptOutput['reports'][number]): boolean =>
    report.format !== LOCUST_FAILURES && report.cases.length + report.suiteErrors.length + report.problems.length === 0;
  return reports.filter(isEmpty).map((empty): SuiteProblem => {
    const others = reports.filter(({ pattern }) => pattern === empty.pattern);
    const isNamed = empty.pattern !== undefined && others.every(isEmpty);
    const message = `has a report without a test (${empty.name})`;
    const remedy = 'Find out why its tool found no test.';
    return isNamed
      ? { severity: 'error', place: suite.name, message, remedy, forces: 'no-tests' }
      : { severity: 'warning', place: suite.name, message, remedy, forces: null };
  });
}

/** How the tools that need no more than an option write their report. */
const OPTIONS: Readonly<Record<string, string>> = {
  pytest: '`--junitxml="$QAAGENT_REPORT_DIR/junit.xml"`',
  vitest: '`--reporter=default --reporter=junit --outputFile.junit="$QAAGENT_REPORT_DIR/junit.xml"`',
  jest: '`--json --outputFile="$QAAGENT_REPORT_DIR/jest.json"`',
  mocha: '`--reporter json --reporter-option output="$QAAGENT_REPORT_DIR/mocha.json"`',
  phpunit: '`--log-junit "$QAAGENT_REPORT_DIR/phpunit.xml"`',
  rspec: '`--format RspecJunitFormatter --out "$QAAGENT_REPORT_DIR/rspec.xml"`',
};

/** Programs behind which the variables of a suite do not reach its tools, or many tools start, and what to do there. */
const STARTERS: readonly (readonly [line: RegExp, remedy: string])[] = [
  [
    /(?:^|\s)(?:docker|docker-compose|podman|nerdctl)\s/,
    "The tests run in a container, which has none of this step's variables. Mount a folder of the workspace, let the tests write JUnit XML into it, and name the file in `report` of the suite.",
  ],
  [
    /(?:^|\s)(?:turbo|nx|lerna|rush|moon)\s|(?:^|\s)(?:pnpm (?:-r|--recursive)|yarn workspaces)\s|\s--workspaces(?=\s|$)/,
    'The line starts the tests of several packages. Leave `suites` out to run each package that is found as a suite, or write one suite for each package.',
  ],
  [
    /(?:^|\s)cargo nextest\s/,
    'Write `[profile.default.junit]` with `path = "junit.xml"` into .config/nextest.toml, and `report: target/nextest/default/junit.xml` in the suite.',
  ],
  [
    /(?:^|\s)tox(?=\s|$)/,
    'tox hides variables from what it starts: write `pass_env = PYTHONPATH, PYTEST_*, QAAGENT_*` below `[testenv]` of tox.ini, or let the tests write JUnit XML and name it in `report` of the suite.',
  ],
];

const ENDED_EARLY =
  'The command ended before it wrote its report, or writes it elsewhere: look for a call in the tests, or in what they import, that ends the process (`exit`).';

/** What to do about a command without a report, by what starts the tool, or by the tool that its line or its output names. */
export function reportRemedy(line: string, output: string): string {
  const starter = STARTERS.find(([pattern]) => pattern.test(line));
  if (starter !== undefined) return starter[1];
  const names = Object.keys(OPTIONS);
  const tool = [line, output].map((text) => names.find((name) => new RegExp(`\\b${name}\\b`).test(text)));
  const [name = tool[1]] = tool;
  if (/QAAGENT_REPORT_DIR|--json\b|--log-junit|--outputFile/.test(line)) return ENDED_EARLY;
  return name === undefined
    ? 'Correct `report` of the suite, or make the command write JUnit XML into $QAAGENT_REPORT_DIR.'
    : `Add ${OPTIONS[name] ?? ''} to ${name}, or set \`report\` of the suite to the file that it writes.`;
}
