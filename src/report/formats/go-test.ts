import type { CaseStatus, ReportCase, ReportSuiteError } from '../../model/report.js';
import { numberOf, textOf } from '../../text/json.js';
import { parseJson } from '../../text/json.js';
import { KeptText } from '../../text/bounded-text.js';
import { joinReruns } from '../go-reruns.js';
import type { LineDialect } from './line-report.js';
import type { CaseMaker } from '../case-builder.js';
import { NOTHING_DECLARED, type ReportBody } from '../report-reader.js';
import { KEPT } from '../report-reader.js';

const END: ReadonlyMap<string, CaseStatus> = new Map([
  ['pass', 'passed'],
  ['fail', 'failed'],
  ['skip', 'skipped'],
  ['bench', 'passed'],
]);
/** Lines that say again what the events say. */
const FRAMING =
  /^\s*(?:=== (?:RUN|PAUSE|CONT|NAME)|--- (?:PASS|FAIL|SKIP|BENCH):|PASS$|FAIL$|FAIL\t|ok {2}\t|exit status \d)/;
const LOGGED = /^\s+\S{1,300}\.go:\d{1,7}: (.*)$/;

/** A test or, without a name, a package that has started and not ended. */
interface Running {
  readonly packageName: string;
  readonly test: string;
  readonly output: KeptText;
}

const keyOf = (packageName: string, test: string): string => `${packageName}\n${test}`;

/** Words of a line that says what is wrong; `t.Log` and `t.Error` look alike. */
const TELLING =
  /\b(?:want(?:ed)?|expect(?:ed)?|got|error|fail(?:ed|ure)?|unexpected|mismatch|not equal|differ)\b|[!=]=|: .{0,200}\bnil\b/i;

/** What a person reads first: the panic, else the last line that says what is wrong, else the last one at all. */
function headlineOf(text: string): string {
  const lines = text.split('\n', 500);
  const panic = lines.find((line) => line.startsWith('panic: '));
  if (panic !== undefined) return panic;
  const logged = lines.flatMap((line) => LOGGED.exec(line)?.[1] ?? []);
  return logged.findLast((line) => TELLING.test(line)) ?? logged.at(-1) ?? '';
}

function deathOf(suite: string, test: string): ReportSuiteError {
  const message = `the test binary died in ${test}; tests after it did not run`;
  return { suite, message, type: '', details: '', diedIn: test };
}

/** Reads `go test -json`: tests and subtests with their output, and packages that failed outside of any test. */
export class GoTestReader implements LineDialect {
  readonly #make: CaseMaker;
  readonly #running = new Map<string, Running>();
  readonly #builds = new Map<string, KeptText>();
  readonly #cases: ReportCase[] = [];
  readonly #suiteErrors: ReportSuiteError[] = [];
  readonly #badPackages = new Set<string>();
  /** How often a package has ended when each case was reported: a rerun starts it again. */
  readonly #runs = new Map<ReportCase, number>();
  readonly #ended = new Map<string, number>();
  /** Packages whose test binary came to its own end: it says PASS or FAIL on a line by itself. */
  readonly #closed = new Set<string>();

  constructor(make: CaseMaker) {
    this.#make = make;
  }

  readonly take = (line: string): void => {
    const event = line.startsWith('{') ? parseJson(line) : undefined;
    const action = textOf(event, 'Action');
    if (action === 'build-output') this.#build(textOf(event, 'ImportPath')).add(textOf(event, 'Output'));
    const packageName = textOf(event, 'Package');
    if (packageName === '') return;
    const test = textOf(event, 'Test');
    const running = this.#start(packageName, test);
    if (action === 'output') this.#print(running, textOf(event, 'Output'));
    const status = END.get(action);
    if (status === undefined) return;
    this.#running.delete(keyOf(packageName, test));
    const seconds = numberOf(event, 'Elapsed');
    if (test === '') this.#endPackage(running, status, textOf(event, 'FailedBuild'));
    else this.#endTest(running, status, seconds === null ? null : seconds * 1_000);
  };

  readonly finish = (): ReportBody & { readonly torn: boolean } => {
    const unfinished = [...this.#running.values()];
    return {
      format: 'go-test-json',
      cases: joinReruns(this.#cases, this.#runs),
      suiteErrors: this.#suiteErrors,
      declared: NOTHING_DECLARED,
      lost: unfinished.filter(({ test }) => test !== '').length,
      shortened: this.#make.budget.refused,
      torn: unfinished.length > 0,
    };
  };

  #start(packageName: string, test: string): Running {
    const key = keyOf(packageName, test);
    const known = this.#running.get(key);
    if (known !== undefined) return known;
    const started = { packageName, test, output: new KeptText(KEPT.details) };
    this.#running.set(key, started);
    return started;
  }

  #build(importPath: string): KeptText {
    const [packageName = ''] = importPath.split(' ');
    const known = this.#builds.get(packageName) ?? new KeptText(KEPT.details);
    this.#builds.set(packageName, known);
    return known;
  }

  #print({ output, packageName, test }: Running, text: string): void {
    if (test === '' && /^(?:PASS|FAIL)\s*$/.test(text)) this.#closed.add(packageName);
    if (!FRAMING.test(text)) output.add(text);
  }

  #endTest({ packageName, test, output }: Running, status: CaseStatus, durationMs: number | null): void {
    const text = output.toString();
    const bad = status === 'failed';
    if (bad) this.#badPackages.add(packageName);
    const reported = this.#make.case({
      name: test,
      classname: packageName,
      suite: packageName,
      status,
      durationMs,
      message: status === 'passed' ? '' : headlineOf(text),
      details: bad || status === 'skipped' ? text : '',
      output: status === 'passed' ? text : '',
    });
    this.#cases.push(reported);
    this.#runs.set(reported, this.#ended.get(packageName) ?? 0);
  }

  /** The test in which a package died, if it did: one that never ended, else the last that failed; empty without tests. */
  #lastTest(packageName: string): string {
    const open = [...this.#running.values()].findLast((each) => each.packageName === packageName && each.test !== '');
    const cases = this.#cases.filter(({ classname }) => classname === packageName);
    return open?.test ?? (cases.findLast(({ status }) => status === 'failed') ?? cases.at(-1))?.name ?? '';
  }

  /** Tests that never ended are what the package died in: a panic, a timeout, os.Exit. */
  #endPackage({ packageName, output }: Running, status: CaseStatus, failedBuild: string): void {
    const text = [output.toString(), this.#builds.get(failedBuild.split(' ')[0] ?? '')?.toString() ?? '']
      .join('\n')
      .trim();
    const last = this.#lastTest(packageName);
    for (const running of [...this.#running.values()]) {
      if (running.packageName !== packageName || running.test === '') continue;
      this.#running.delete(keyOf(packageName, running.test));
      running.output.add(`\n${text}`);
      this.#endTest(running, 'failed', null);
    }
    this.#ended.set(packageName, (this.#ended.get(packageName) ?? 0) + 1);
    if (status !== 'failed') return;
    if (last !== '' && !this.#closed.has(packageName)) this.#suiteErrors.push(deathOf(packageName, last));
    if (this.#badPackages.has(packageName)) return;
    const { message, details } = this.#make.try(
      'error',
      '',
      text === '' ? 'the package failed outside any test' : text,
    );
    this.#suiteErrors.push({ suite: packageName, message, type: '', details });
  }
}
