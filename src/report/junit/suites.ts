import type { DeclaredTotals } from '../../model/report.js';
import { KeptText, type StringPool } from '../../text/bounded-text.js';
import { KEPT } from '../report-reader.js';
import type { XmlAttributes } from '../xml/attributes.js';

/** A `testsuite` or `testsuites` element that is open. */
export interface SuiteFrame {
  /** Innermost suite first, then outwards, joined by ` > `. */
  readonly path: string;
  readonly name: string;
  /** Attribute `file` of this suite or the nearest one around it. */
  readonly file: string;
  readonly declares: DeclaredMask;
  readonly isPytest: boolean;
  /** Titles of the open suites of node:test, the outermost first, joined by dots; empty in reports of other tools. */
  readonly nodeSuites: string;
  /** True when the suite counts skipped tests and neither a failure nor an error. */
  readonly countsAsSkipped: boolean;
  /** How many cases had been read when it was opened. */
  readonly firstCase: number;
  /** What the suite itself printed. */
  readonly output: KeptText;
}

const MAX_PATH = 2_000;
const SILENT = new KeptText(0);

/** The suites that are open, and the totals that they declare. */
export class JunitSuites {
  readonly #frames: SuiteFrame[] = [];
  readonly #pool: StringPool;
  readonly declared = new DeclaredTally();
  #countsOtherThings = false;

  constructor(pool: StringPool) {
    this.#pool = pool;
  }

  /** True when a writer was seen whose totals count something else than the cases that it lists. */
  get countsOtherThings(): boolean {
    return this.#countsOtherThings;
  }

  /** Takes a property of the innermost suite: QtTest, which declares its messages as errors, is known by one. */
  property(name: string): void {
    this.#countsOtherThings ||= name === 'QTestVersion';
  }

  /** The innermost suite; a nameless one outside of all. */
  get current(): SuiteFrame {
    return this.#frames.at(-1) ?? OUTSIDE;
  }

  open(element: string, attributes: XmlAttributes, firstCase: number): void {
    const parent = this.current;
    const name = this.#pool.own(attributes.get('name') ?? '');
    const isSuite = element === 'testsuite';
    this.#countsOtherThings ||= countsOtherThings(attributes);
    this.#frames.push({
      name,
      path: isSuite ? this.#pathOf(name, parent.path) : parent.path,
      file: this.#pool.own(attributes.get('file') ?? parent.file),
      declares: this.declared.add(attributes, parent.declares),
      isPytest: (isSuite && name === 'pytest') || parent.isPytest || name === 'pytest tests',
      nodeSuites: this.#pool.own(nodeSuitesOf(attributes, parent.nodeSuites, isSuite ? name : '')),
      countsAsSkipped: countsAsSkipped(attributes),
      firstCase,
      output: new KeptText(KEPT.output),
    });
  }

  /** Leaves the innermost suite and answers what it was. */
  close(): SuiteFrame {
    return this.#frames.pop() ?? OUTSIDE;
  }

  #pathOf(name: string, outer: string): string {
    const path = [name, outer].filter((part) => part !== '').join(' > ');
    return this.#pool.own(path.slice(0, MAX_PATH));
  }
}

/** node:test writes a host and the number of disabled tests, and neither a time of day nor a number of the suite. */
function nodeSuitesOf(attributes: XmlAttributes, outer: string, name: string): string {
  const has = (attribute: string): boolean => attributes.get(attribute) !== undefined;
  const isNode = has('disabled') && has('hostname') && !has('timestamp') && !has('id');
  return isNode
    ? [outer, name]
        .filter((part) => part !== '')
        .join('.')
        .slice(0, MAX_PATH)
    : '';
}

const OUTSIDE: SuiteFrame = {
  path: '',
  name: '',
  file: '',
  declares: 0,
  isPytest: false,
  nodeSuites: '',
  countsAsSkipped: false,
  firstCase: 0,
  output: SILENT,
};

const KEYS = ['tests', 'failures', 'errors', 'skipped'] as const;

/** Which totals a suite or one around it declares, as bits; see `DeclaredTally.add`. */
export type DeclaredMask = number;

/** A count from an attribute; null when it is none. mocha's `skipped="-2"` is none. */
function countOf(text: string | undefined): number | null {
  const count = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isSafeInteger(count) && count >= 0 ? count : null;
}

/**
 * Whether the totals of a suite are no number of cases: Catch2 declares assertions, node-tap each level of subtests, and
 * mocha-junit-reporter, in the manner of Ant, pending tests that it leaves out.
 */
function countsOtherThings(attributes: XmlAttributes): boolean {
  if (attributes.get('hostname') === 'tbd' || attributes.get('name') === 'TAP Tests') return true;
  const has = (name: string): boolean => attributes.get(name) !== undefined;
  return has('package') && has('id') && !has('skipped');
}

function countsAsSkipped(attributes: XmlAttributes): boolean {
  const [failures, errors, skipped] = ['failures', 'errors', 'skipped'].map((key) => countOf(attributes.get(key)));
  return failures === 0 && errors === 0 && (skipped ?? 0) > 0;
}

/** Sums the totals that suites declare: of each, those of the outermost suites that declare it. */
class DeclaredTally {
  readonly #totals: (number | null)[] = [null, null, null, null];

  get totals(): DeclaredTotals {
    const [tests = null, failures = null, errors = null, skipped = null] = this.#totals;
    return { tests, failures, errors, skipped };
  }

  /** Takes the attributes of a suite and what the suites around it declare; answers what is declared inside it. */
  add(attributes: XmlAttributes, around: DeclaredMask): DeclaredMask {
    let mask = around;
    for (const [index, key] of KEYS.entries()) {
      const count = countOf(attributes.get(key));
      if (count === null || (around & (1 << index)) !== 0) continue;
      this.#totals[index] = count + (this.#totals[index] ?? 0);
      mask |= 1 << index;
    }
    return mask;
  }
}
