import type { ReportCase, ReportSuiteError } from '../../model/report.js';
import { buildCase } from './build-case.js';
import { CaseChildren } from './case-elements.js';
import { type CaseHead, caseHead } from './case-elements.js';
import { ClassPlaces } from './location.js';
import { JunitSuites } from './suites.js';
import { type KeptText, StringPool, TextBudget } from '../../text/bounded-text.js';
import { type CaseContext, ResultDraft } from './case-elements.js';
import { mergePytestCases } from './pytest-cases.js';
import type { ReportBody } from '../report-reader.js';
import type { XmlAttributes } from '../xml/attributes.js';
import type { ElementContent } from '../xml/element-stack.js';
import type { XmlHandler } from '../xml/tokenizer.js';

const RESULTS = new Set(['failure', 'error']);
const TRIES = new Set(['rerunFailure', 'rerunError', 'flakyFailure', 'flakyError']);
const SKIPS = new Set(['skipped', 'skip', 'disabled', 'ignored', 'warning']);
const OUTPUTS = new Set(['system-out', 'system-err']);
/** Children of a case that say nothing about its result. */
const FACTS = new Set([
  ...['properties', 'time', 'duration', 'description', 'attachments', 'attachment', 'stackTrace', 'metadata', 'steps'],
  ...['step', 'tags', 'tag', 'traits', 'trait', 'categories', 'category', 'links', 'link', 'parameters', 'parameter'],
  ...['arguments', 'argument', 'output', 'stdout', 'stderr', 'logs', 'log', 'file', 'line', 'assertions', 'benchmark'],
]);
const MAX_SUITE_ERRORS = 1_000;

/**
 * Reads every dialect of JUnit XML. Suites nest at any depth, test cases may stand anywhere, attributes are evidence
 * only. A case that the end of the file cuts off is kept when its failure or skip had begun; either way it is counted as lost.
 */
export class JunitReader implements XmlHandler {
  readonly #context: CaseContext;
  readonly #suites: JunitSuites;
  readonly #cases: ReportCase[] = [];
  readonly #suiteErrors: ReportSuiteError[] = [];
  #case: CaseHead | null = null;
  #children: CaseChildren | null = null;
  #result: ResultDraft | null = null;
  #target: Pick<KeptText, 'add'> | null = null;
  #lost = 0;
  #listedBad = 0;
  #sawPytest = false;

  constructor(maxKeptChars: number) {
    this.#context = {
      pool: new StringPool(),
      files: new StringPool(),
      places: new ClassPlaces(),
      budget: new TextBudget(maxKeptChars),
    };
    this.#suites = new JunitSuites(new StringPool());
  }

  /** What was read so far. */
  finish(): ReportBody {
    return {
      format: 'junit',
      cases: this.#sawPytest ? mergePytestCases(this.#cases) : this.#cases,
      suiteErrors: this.#suiteErrors,
      declared: this.#suites.declared.totals,
      listedBad: this.#listedBad,
      countsOtherThings: this.#sawPytest || this.#suites.countsOtherThings,
      lost: this.#lost,
      shortened: this.#context.budget.refused,
    };
  }

  readonly open = (name: string, attributes: XmlAttributes): ElementContent => {
    if (name === 'testcase') return this.#openCase(attributes);
    if (name === 'testsuite' || name === 'testsuites') return this.#openSuite(name, attributes);
    if (RESULTS.has(name)) return this.#openResult(name, attributes);
    if (OUTPUTS.has(name)) return this.#openOutput();
    if (name === 'property') return this.#openProperty(attributes);
    return this.#case === null ? 'elements' : this.#openInCase(name, attributes);
  };

  readonly text = (piece: string): void => {
    this.#target?.add(piece);
  };

  readonly close = (name: string, torn: boolean): void => {
    if (name === 'testcase') this.#closeCase(torn);
    else if (name === 'testsuite' || name === 'testsuites') this.#closeSuite();
    else if (RESULTS.has(name) || TRIES.has(name) || SKIPS.has(name)) this.#closeResult();
    else if (this.#result !== null) this.#result.text.add('\n');
    else this.#target = null;
  };

  #openSuite(name: string, attributes: XmlAttributes): ElementContent {
    this.#closeCase(true);
    this.#suites.open(name, attributes, this.#cases.length);
    this.#sawPytest ||= this.#suites.current.isPytest;
    return 'elements';
  }

  #openCase(attributes: XmlAttributes): ElementContent {
    this.#closeCase(true);
    this.#case = caseHead(attributes, this.#suites.current, this.#context);
    return 'elements';
  }

  #openResult(name: string, attributes: XmlAttributes): ElementContent {
    this.#result = new ResultDraft(name, attributes);
    this.#target = this.#result.text;
    return 'text';
  }

  #openInCase(name: string, attributes: XmlAttributes): ElementContent {
    if (name === 'stackTrace' && this.#result !== null) return 'text';
    const isTry = TRIES.has(name);
    if (!isTry && !SKIPS.has(name)) return this.#openFact(name);
    this.#openResult(name, attributes);
    return isTry ? 'mixed' : 'text';
  }

  #openFact(name: string): ElementContent {
    if (this.#result === null && !FACTS.has(name)) this.#inside().unknown = name;
    return 'elements';
  }

  #openOutput(): ElementContent {
    if (this.#result === null) this.#target = this.#case === null ? this.#suites.current.output : this.#inside().output;
    return 'text';
  }

  #openProperty(attributes: XmlAttributes): ElementContent {
    const name = attributes.get('name') ?? '';
    const value = attributes.get('value');
    if (this.#case === null) this.#suites.property(name);
    if (this.#case === null || name === '') return 'elements';
    const children = this.#inside();
    let text = value ?? '';
    children.property(name, text);
    this.#target = value === undefined ? { add: (piece) => children.property(name, (text += piece)) } : null;
    return 'text';
  }

  #inside(): CaseChildren {
    this.#children ??= new CaseChildren();
    return this.#children;
  }

  #closeResult(): void {
    const draft = this.#result;
    this.#result = null;
    this.#target = null;
    if (draft === null) return;
    const result = draft.finish(this.#context);
    if (!SKIPS.has(result.element)) this.#listedBad += 1;
    if (this.#case !== null) this.#inside().result(result, draft.place);
    else if (this.#suiteErrors.length < MAX_SUITE_ERRORS)
      this.#suiteErrors.push({
        suite: this.#suites.current.path,
        message: result.message,
        type: result.type,
        details: result.details,
      });
  }

  #closeCase(torn: boolean): void {
    const head = this.#case;
    const children = this.#children;
    this.#case = null;
    this.#children = null;
    this.#target = null;
    if (head === null) return;
    if (torn) this.#lost += 1;
    if (!torn || children?.isDecided === true) this.#cases.push(buildCase(head, children, this.#context));
  }

  /** A suite of one test often keeps that test's output for itself (Bazel, QtTest). */
  #closeSuite(): void {
    this.#closeCase(true);
    const { output, firstCase } = this.#suites.close();
    const only = this.#cases[firstCase];
    if (output.length === 0 || only === undefined || this.#cases.length !== firstCase + 1) return;
    if (only.output === '' && only.status !== 'passed')
      this.#cases[firstCase] = { ...only, output: this.#context.budget.keep(output.toString()) };
  }
}
