import type { ReportCase, ReportSuiteError } from '../model/report.js';
import type { LineDialect } from './line-report.js';
import type { CaseMaker } from './plain-case.js';
import { NOTHING_DECLARED, type ReportBody } from './report-body.js';
import { tapDiagnostic } from './tap-diagnostic.js';
import { type TapPoint, isTapPoint, tapPoint } from './tap-point.js';

const PLAN = /^1\.\.(\d{1,9})(?:\s*#\s*(.*))?$/;
const BAIL = /^Bail out!\s*(.*)$/;
const SUBTEST = /^# Subtest: (.*)$/;
const INDENT = 4;

/** One level of subtests. */
interface Level {
  /** Title of the subtest, empty at the top. */
  readonly title: string;
  planned: number | null;
  points: number;
  bad: number;
}

/** Reads the Test Anything Protocol, versions 12 to 14, with subtests and YAML diagnostics. */
export class TapReader implements LineDialect {
  readonly #make: CaseMaker;
  readonly #levels: Level[] = [newLevel('')];
  readonly #cases: ReportCase[] = [];
  readonly #suiteErrors: ReportSuiteError[] = [];
  #point: TapPoint | null = null;
  #inYaml = false;

  constructor(make: CaseMaker) {
    this.#make = make;
  }

  readonly take = (raw: string): void => {
    const content = raw.trimStart();
    const depth = Math.min(Math.floor((raw.length - content.length) / INDENT), 50);
    if (this.#point !== null && (this.#inYaml || content === '---')) this.#takeYaml(raw, content);
    else if (isTapPoint(content)) this.#takePoint(content, depth);
    else this.#takeOther(content.trimEnd(), depth);
  };

  readonly finish = (): ReportBody & { readonly torn: boolean } => {
    this.#endPoint();
    const [top = newLevel('')] = this.#levels;
    this.#checkPlan(top);
    return {
      format: 'tap',
      cases: this.#cases,
      suiteErrors: this.#suiteErrors,
      declared: NOTHING_DECLARED,
      lost: 0,
      shortened: this.#make.budget.refused,
      torn: (top.planned === null && this.#suiteErrors.length === 0) || this.#levels.length > 1,
    };
  };

  #takeYaml(raw: string, content: string): void {
    this.#inYaml = content.trimEnd() !== '...';
    if (this.#inYaml && content !== '---') this.#point?.diagnostic.add(`${raw}\n`);
  }

  #takeOther(content: string, depth: number): void {
    const plan = PLAN.exec(content);
    const subtest = SUBTEST.exec(content);
    const bail = BAIL.exec(content);
    if (plan) this.#plan(depth, Number(plan[1]));
    else if (subtest) this.#openSubtest(depth, subtest[1] ?? '');
    else if (bail) this.#suiteError(`Bail out! ${bail[1] ?? ''}`.trim());
    else if (content.startsWith('#')) this.#point?.diagnostic.add(`${content.replace(/^# ?/, '')}\n`);
  }

  /** Older writers indent the title as far as the subtest, newer ones as far as the point that will end it. */
  #openSubtest(depth: number, title: string): void {
    this.#openTo(this.#levels.length <= depth ? depth : depth + 1, title);
  }

  #plan(depth: number, planned: number): void {
    this.#openTo(depth, '');
    const level = this.#levels[depth];
    if (level !== undefined) level.planned = planned;
  }

  /** Opens levels up to this depth; the innermost gets the title. */
  #openTo(depth: number, title: string): void {
    if (this.#levels.length <= depth) this.#endPoint();
    while (this.#levels.length <= depth) this.#levels.push(newLevel(this.#levels.length === depth ? title : ''));
  }

  /** A point that ends subtests repeats their verdict: it counts by itself only when none of them tells why it failed. */
  #takePoint(content: string, depth: number): void {
    this.#endPoint();
    this.#openTo(depth, '');
    const inner = this.#levels.length > depth + 1 ? this.#levels.splice(depth + 1) : [];
    const point = tapPoint(content, this.#path());
    const level = this.#levels[depth] ?? newLevel('');
    level.points += 1;
    const bad = point.status === 'failed';
    if (bad) level.bad += 1;
    inner.forEach((one) => this.#checkPlan(one));
    const told = inner.some(({ points }) => points > 0) && (!bad || inner.some((one) => one.bad > 0));
    this.#point = told ? null : point;
  }

  #path(): string {
    const titles = this.#levels.map(({ title }) => title).filter((title) => title !== '');
    return titles.toReversed().join(' > ');
  }

  #endPoint(): void {
    const point = this.#point;
    this.#point = null;
    this.#inYaml = false;
    if (point === null) return;
    const details = point.diagnostic.toString();
    const { message, durationMs, file, line } = tapDiagnostic(details);
    this.#cases.push(
      this.#make.case({
        name: point.name,
        classname: point.suite,
        suite: point.suite,
        status: point.status,
        ...{ durationMs, file, line },
        message: point.status === 'skipped' ? point.reason : point.status === 'failed' ? message : '',
        type: point.todo ? 'todo' : '',
        details: point.status === 'failed' ? details : '',
        output: point.todo ? details : '',
      }),
    );
  }

  #checkPlan({ title, planned, points }: Level): void {
    if (planned !== null && planned !== points) this.#suiteError(`planned ${planned} tests, ran ${points}`, title);
  }

  #suiteError(message: string, suite = ''): void {
    this.#suiteErrors.push({ suite, message: this.#make.try('error', message).message, type: '', details: '' });
  }
}

const newLevel = (title: string): Level => ({ title, planned: null, points: 0, bad: 0 });
