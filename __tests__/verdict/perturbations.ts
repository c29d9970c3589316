/** A pseudo-random sequence of a seed: the same numbers everywhere. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761 + 1) >>> 0;
  }

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * count);
  }

  pick<T>(values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0];
  }
}

export type Status = 'passed' | 'failed' | 'error' | 'skipped';

/** One report file of a suite: what really happened. */
export interface TrueReport {
  readonly name: string;
  readonly tests: readonly { readonly name: string; readonly status: Status }[];
}

/** Reports on disk after a perturbation. */
export interface Perturbed {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** True when results, or the certainty of them, got lost, so that nobody can call the suite green. */
  readonly isLossy: boolean;
  /** Milliseconds by which all files are older than the job; absent for fresh ones. */
  readonly ageMs?: number;
}

/** One to three reports with one to eight tests; half of the suites have a test that fails. */
export function trueReports(dice: Dice): readonly TrueReport[] {
  const isRed = dice.below(2) === 0;
  const reports = Array.from({ length: 1 + dice.below(3) }, (_, file) => ({
    name: `r${file}.xml`,
    tests: Array.from({ length: 1 + dice.below(8) }, (_, at) => {
      const status: Status = dice.below(8) === 0 && at > 0 ? 'skipped' : 'passed';
      return { name: `test ${at}`, status };
    }),
  }));
  if (!isRed) return reports;
  const chosen = dice.below(reports.length);
  const status = dice.pick<Status>(['failed', 'error']);
  return reports.map((report, at) =>
    at === chosen ? { ...report, tests: [...report.tests, { name: 'the bad one', status }] } : report,
  );
}

const CHILD: Readonly<Record<Status, string>> = {
  passed: '',
  failed: '<failure message="no">E   assert 1 == 2</failure>',
  error: '<error message="setup broke">E   KeyError</error>',
  skipped: '<skipped message="not here"/>',
};

/** A report as tools write it, with its totals or without. */
function render({ tests }: TrueReport, withTotals: boolean): string {
  const of = (status: Status): number => tests.filter((each) => each.status === status).length;
  const totals = withTotals
    ? ` tests="${tests.length}" failures="${of('failed')}" errors="${of('error')}" skipped="${of('skipped')}"`
    : '';
  const cases = tests.map(
    ({ name, status }) =>
      `    <testcase classname="shop.Cart" name="${name}" time="0.01">${CHILD[status]}</testcase>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n  <testsuite name="shop"${totals}>\n${cases.join('')}  </testsuite>\n</testsuites>\n`;
}

type Change = (reports: readonly TrueReport[], dice: Dice) => Perturbed;

const rendered = (reports: readonly TrueReport[], withTotals = true): Record<string, string> =>
  Object.fromEntries(reports.map((report) => [report.name, render(report, withTotals)]));

/** Changes the text of one report. */
function changed(
  reports: readonly TrueReport[],
  dice: Dice,
  isLossy: boolean,
  change: (text: string) => string | Uint8Array,
  withTotals = true,
): Perturbed {
  const files: Record<string, string | Uint8Array> = rendered(reports, withTotals);
  const name = reports[dice.below(reports.length)]?.name ?? '';
  files[name] = change(String(files[name]));
  return { files, isLossy };
}

/** Cuts within the tests: what follows the last of them is only closed elements. */
function cut(text: string, dice: Dice): string {
  const start = text.indexOf('<testcase');
  return text.slice(0, start + dice.below(text.lastIndexOf('</testsuite>') - start));
}

function flipped(text: string, dice: Dice): Uint8Array {
  const bytes = Buffer.from(text);
  const at = dice.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(7));
  return bytes;
}

const UNKNOWN_CHILD = '<exploded message="?"/>';

/** Everything that a run of a suite may do to its reports on their way to us, by name. */
export const PERTURBATIONS: Readonly<Record<string, Change>> = {
  nothing: (reports) => ({ files: rendered(reports), isLossy: false }),
  'no totals': (reports) => ({ files: rendered(reports, false), isLossy: false }),
  'a report is missing': (reports, dice) => {
    const files = rendered(reports);
    const [gone] = Object.keys(files).slice(dice.below(reports.length));
    return { files: Object.fromEntries(Object.entries(files).filter(([name]) => name !== gone)), isLossy: true };
  },
  'a report has another name': (reports, dice) => {
    const files = rendered(reports);
    const [moved = ''] = Object.keys(files).slice(dice.below(reports.length));
    return {
      files: Object.fromEntries(
        Object.entries(files).map(([name, text]) => [name === moved ? `x-${name}` : name, text]),
      ),
      isLossy: true,
    };
  },
  'a report is cut off': (reports, dice) => changed(reports, dice, true, (text) => cut(text, dice)),
  'a report without totals is cut off': (reports, dice) =>
    changed(reports, dice, true, (text) => cut(text, dice), false),
  'a report is empty': (reports, dice) => changed(reports, dice, true, () => dice.pick(['', ' \n', '\0\0\0'])),
  'a report is an error page': (reports, dice) =>
    changed(reports, dice, true, () => '<html><body>502 Bad Gateway</body></html>'),
  'a report lists no test': (reports, dice) =>
    changed(reports, dice, true, (text) => text.replace(/ *<testcase[^]*<\/testcase>\n/, '')),
  'a report hides its failures and declares them': (reports, dice) =>
    changed(reports, dice, false, (text) => text.replace(/<(failure|error)[^]*?<\/\1>/g, '')),
  'a test has an unknown result': (reports, dice) =>
    changed(reports, dice, true, (text) => text.replace('></testcase>', `>${UNKNOWN_CHILD}</testcase>`)),
  'a bit of a report is flipped': (reports, dice) => changed(reports, dice, false, (text) => flipped(text, dice)),
  'a bit of a report without totals is flipped': (reports, dice) =>
    changed(reports, dice, false, (text) => flipped(text, dice), false),
  'a log surrounds a report': (reports, dice) =>
    changed(reports, dice, false, (text) => `Starting 3 workers\n${text}\nDone.\n`),
  'a report is UTF-16': (reports, dice) =>
    changed(reports, dice, false, (text) =>
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le')]),
    ),
  'the reports are those of an earlier job': (reports) => ({
    files: rendered(reports),
    isLossy: true,
    ageMs: 3_600_000,
  }),
};
