import type { CaseStatus, ReportCase, ReportSuiteError } from '../../model/report.js';
import { KeptText } from '../../text/bounded-text.js';
import { firstLine } from '../../text/bounds.js';
import type { CaseMaker } from '../case-builder.js';
import { KEPT, NOTHING_DECLARED, type ReportBody } from '../report-reader.js';
import type { LineDialect } from './line-report.js';
import { formatCount } from '../../text/format.js';

const PLAN = /^1\.\.(\d{1,9})(?:\s{0,20}#\s{0,20}(.*))?$/;
const BAIL = /^Bail out!(.*)$/;
const FOOTER = /^# time=[\d.]{1,20}ms$/;
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
    else if (bail) this.#suiteError(`Bail out! ${(bail[1] ?? '').trim()}`.trim());
    else if (depth === 0 && FOOTER.test(content)) this.#endWithoutPlan();
    else if (content.startsWith('#')) this.#point?.diagnostic.add(`${content.replace(/^# ?/, '')}\n`);
  }

  /** node-tap's file of raw results has no plan at the top; its summary ends it. */
  #endWithoutPlan(): void {
    const [top] = this.#levels;
    if (top !== undefined) top.planned ??= top.points;
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

  /** A point that ends subtests repeats their verdict: it counts by itself only when none of them says why it failed. */
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
    const reported = inner.some(({ points }) => points > 0) && (!bad || inner.some((one) => one.bad > 0));
    this.#point = reported ? null : point;
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
    if (planned !== null && planned !== points)
      this.#suiteError(`planned ${formatCount(planned, 'test')}, ran ${points}`, title);
  }

  #suiteError(message: string, suite = ''): void {
    this.#suiteErrors.push({ suite, message: this.#make.try('error', message).message, type: '', details: '' });
  }
}

const newLevel = (title: string): Level => ({ title, planned: null, points: 0, bad: 0 });

/** One `ok` or `not ok` line and what follows it. */
export interface TapPoint {
  readonly name: string;
  readonly status: CaseStatus;
  /** Words behind SKIP or TODO. */
  readonly reason: string;
  readonly todo: boolean;
  readonly suite: string;
  /** Collects the lines of the diagnostic. */
  readonly diagnostic: KeptText;
}

const POINT = /^(not )?ok\b(?: {1,20}(\d{1,9}))?(?: {0,20}-)? {0,20}(.*)$/;
const DIRECTIVE = /(?:^|\s)#\s{0,20}(SKIP|TODO)\w{0,5}:?(?:\s([^]*))?$/i;

/** True for a test point, `ok` or `not ok`. */
function isTapPoint(content: string): boolean {
  return POINT.test(content);
}

/** A failure that was announced by TODO is skipped, as its writer means it. */
function statusOf(failed: boolean, word: string): CaseStatus {
  if (word === 'skip' || (word === 'todo' && failed)) return 'skipped';
  return failed ? 'failed' : 'passed';
}

/** Reads a test point of a subtest with this path. */
function tapPoint(content: string, suite: string): TapPoint {
  const [, not, number = '', description = ''] = POINT.exec(content) ?? [];
  const directive = DIRECTIVE.exec(description);
  const [, kind = '', reason = ''] = directive ?? [];
  const word = kind.toLowerCase();
  const title = directive === null ? description : description.slice(0, directive.index);
  return {
    name: title.replaceAll('\\#', '#').trim() || `test ${number}`.trim(),
    status: statusOf(not !== undefined, word),
    reason: reason.trim() === '' ? word : reason.trim(),
    todo: word === 'todo',
    suite,
    diagnostic: new KeptText(KEPT.details),
  };
}

/** What a TAP diagnostic reports beside its text. */
export interface TapDiagnostic {
  readonly message: string;
  readonly durationMs: number | null;
  readonly file: string;
  readonly line: number;
}

const MEMBER = /^ {0,8}(?:error|message): *(.*)$/m;
const BLOCK = /^[|>][-+]?$/;
const DURATION = /^ {0,8}duration_ms: *([\d.]{1,20})$/m;
const LOCATION = /^ {0,8}(?:location|at): *['"]?(?:file:\/\/)?([^'"\n]{1,400}?):(\d{1,7})(?::\d{1,7})?['"]?$/m;
/** Perl's Test::More. */
const FAILED_AT = /^ {0,8}(?:Failed test [^\n]{0,300}\n {0,8})?at ([^\n]{1,300}) line (\d{1,7})\.?$/m;
const FILE = /^ {0,8}(?:file|fileName): *['"]?([^'"\n]{1,400}?)['"]?$/m;
const LINE = /^ {0,8}(?:line|lineNumber): *(\d{1,7})$/m;

const unquoted = (text: string): string => text.trim().replace(/^(['"])(.*)\1$/, '$2');

/** What was compared, as ava and node-tap show it: one line of each side. */
const DIFFERENCES: readonly RegExp[] = [
  /'Difference \(- actual, \+ expected\):': \|-?\n {0,12}- (?<actual>[^\n]{1,200})\n {0,12}\+ (?<expected>[^\n]{1,200})(?:\n(?! {0,12}[-+] )|$)/,
  /^ {0,12}--- expected\n {0,12}\+\+\+ actual\n {0,12}@@[^\n]{0,40}\n {0,12}-(?<expected>[^\n]{1,200})\n {0,12}\+(?<actual>[^\n]{1,200})(?:\n(?! {0,12}[-+ ])|$)/m,
];
const ASSERTION = /^ {0,8}assertion: *['"]?(t\.\w{1,40}\(\))['"]?$/m;

function messageIn(text: string): string {
  const match = MEMBER.exec(text);
  const value = match?.[1] ?? '';
  const block = BLOCK.test(value.trim()) ? firstLine(text.slice((match?.index ?? 0) + (match?.[0].length ?? 0))) : null;
  const message = block ?? unquoted(value);
  if (message !== '') return message;
  const groups = DIFFERENCES.map((difference) => difference.exec(text)?.groups).find((found) => found !== undefined);
  if (groups !== undefined) return `expected ${groups['expected'] ?? ''}, got ${groups['actual'] ?? ''}`;
  const assertion = ASSERTION.exec(text)?.[1];
  return assertion === undefined ? '' : `${assertion} failed`;
}

/** Reads message, duration and place out of the YAML block or the comments behind a test point. */
function tapDiagnostic(text: string): TapDiagnostic {
  const place = LOCATION.exec(text) ?? FAILED_AT.exec(text);
  const duration = DURATION.exec(text)?.[1];
  return {
    message: messageIn(text),
    durationMs: duration === undefined ? null : Number(duration),
    file: place?.[1] ?? FILE.exec(text)?.[1] ?? '',
    line: Number(place?.[2] ?? LINE.exec(text)?.[1] ?? 0),
  };
}
