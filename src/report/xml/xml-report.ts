import { JunitReader } from '../junit/junit-reader.js';
import { NunitDialect } from '../formats/dotnet/nunit.js';
import { CaseMaker } from '../case-builder.js';
import type { ReportInProgress, ReportRead, XmlReader } from '../report-reader.js';
import { RunSummaryDialect } from '../formats/run-summary.js';
import { TrxDialect } from '../formats/dotnet/trx.js';
import type { XmlAttributes } from './attributes.js';
import { XmlRecordReader } from './records.js';
import type { ElementContent } from './element-stack.js';
import { XmlTokenizer } from './tokenizer.js';
import { XunitNetDialect } from '../formats/dotnet/xunit-net.js';

type MakeReader = (maxKeptChars: number) => XmlReader;

const junit: MakeReader = (maxKeptChars) => new JunitReader(maxKeptChars);
const trx: MakeReader = (maxKeptChars) => new XmlRecordReader(new TrxDialect(new CaseMaker(maxKeptChars)));
const nunit: MakeReader = (maxKeptChars) => new XmlRecordReader(new NunitDialect(new CaseMaker(maxKeptChars)));
const xunitNet: MakeReader = (maxKeptChars) => new XmlRecordReader(new XunitNetDialect(new CaseMaker(maxKeptChars)));

const runSummary: MakeReader = () => new XmlRecordReader(new RunSummaryDialect());

/** Readers by the elements that a document of theirs can begin with. */
const READERS: ReadonlyMap<string, MakeReader> = new Map([
  ['testsuites', junit],
  ['testsuite', junit],
  ['testcase', junit],
  ['TestRun', trx],
  ['test-run', nunit],
  ['test-results', nunit],
  ['assemblies', xunitNet],
  ['assembly', xunitNet],
  ['failsafe-summary', runSummary],
  ['testng-results', runSummary],
]);

/**
 * Reads XML and lets the first element that a reader knows choose the reader. What stands around its documents, console
 * output for instance, does not matter.
 */
export class XmlReport implements ReportInProgress {
  readonly #maxKeptChars: number;
  readonly #tokenizer: XmlTokenizer;
  #reader: XmlReader | null = null;
  #root = '';
  /** Elements of the reader's document that are open. */
  #depth = 0;

  constructor(maxKeptChars: number) {
    this.#maxKeptChars = maxKeptChars;
    this.#tokenizer = new XmlTokenizer({
      open: (name, attributes) => this.#open(name, attributes),
      text: (piece) => this.#reader?.text(piece),
      close: (name, torn) => this.#close(name, torn),
    });
  }

  write(text: string): void {
    this.#tokenizer.write(text);
  }

  end(): ReportRead {
    const { torn, cut, repaired, swallowed } = this.#tokenizer.end();
    const body = this.#reader?.finish() ?? null;
    return { body, root: this.#root, torn: torn || (cut && body === null), repaired, swallowed };
  }

  #open(name: string, attributes: XmlAttributes): ElementContent {
    if (this.#root === '') this.#root = name;
    const make = this.#depth === 0 ? READERS.get(name) : undefined;
    if (this.#depth === 0 && make === undefined) return 'noise';
    this.#reader ??= make?.(this.#maxKeptChars) ?? null;
    this.#depth += 1;
    return this.#reader?.open(name, attributes) ?? 'noise';
  }

  #close(name: string, torn: boolean): void {
    this.#depth -= 1;
    this.#reader?.close(name, torn);
  }
}
