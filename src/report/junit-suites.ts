import type { XmlAttributes } from './xml-attributes.js';
import { type DeclaredMask, DeclaredTally } from './declared-tally.js';
import { KeptText, type StringPool } from './kept-text.js';
import { KEPT } from './report-options.js';

/** A `testsuite` or `testsuites` element that is open. */
export interface SuiteFrame {
  /** Innermost suite first, then outwards, joined by ` > `. */
  readonly path: string;
  readonly name: string;
  /** Attribute `file` of this suite or the nearest one around it. */
  readonly file: string;
  readonly declares: DeclaredMask;
  readonly isPytest: boolean;
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

  constructor(pool: StringPool) {
    this.#pool = pool;
  }

  /** The innermost suite; a nameless one outside of all. */
  get current(): SuiteFrame {
    return this.#frames.at(-1) ?? OUTSIDE;
  }

  open(element: string, attributes: XmlAttributes, firstCase: number): void {
    const parent = this.current;
    const name = this.#pool.own(attributes.get('name') ?? '');
    const isSuite = element === 'testsuite';
    this.#frames.push({
      name,
      path: isSuite ? this.#pathOf(name, parent.path) : parent.path,
      file: this.#pool.own(attributes.get('file') ?? parent.file),
      declares: this.declared.add(attributes, parent.declares),
      isPytest: (isSuite && name === 'pytest') || parent.isPytest || name === 'pytest tests',
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

const OUTSIDE: SuiteFrame = {
  path: '',
  name: '',
  file: '',
  declares: 0,
  isPytest: false,
  firstCase: 0,
  output: SILENT,
};
