import { JunitReader } from './junit-reader.js';
import { NunitDialect } from './nunit-reader.js';
import { CaseMaker } from './plain-case.js';
import type { ReportInProgress, ReportRead, XmlReader } from './report-in-progress.js';
import { TrxDialect } from './trx-reader.js';
import type { XmlAttributes } from './xml-attributes.js';
import type { ElementContent } from './xml-stack.js';
import { XmlRecordReader } from './xml-records.js';
import { XmlTokenizer } from './xml.js';
import { XunitNetDialect } from './xunit-net-reader.js';

const JUNIT_ELEMENTS = new Set(['testsuites', 'testsuite', 'testcase']);

/** Reads XML and lets the first element that a reader knows choose the reader; elements around it do not matter. */
export class XmlReport implements ReportInProgress {
  readonly #maxKeptChars: number;
  readonly #tokenizer: XmlTokenizer;
  #reader: XmlReader | null = null;
  #root = '';

  constructor(maxKeptChars: number) {
    this.#maxKeptChars = maxKeptChars;
    this.#tokenizer = new XmlTokenizer({
      open: (name, attributes) => this.#open(name, attributes),
      text: (piece) => this.#reader?.text(piece),
      close: (name, torn) => this.#reader?.close(name, torn),
    });
  }

  write(text: string): void {
    this.#tokenizer.write(text);
  }

  end(): ReportRead {
    const { torn, repaired } = this.#tokenizer.end();
    return { body: this.#reader?.finish() ?? null, root: this.#root, torn, repaired };
  }

  #open(name: string, attributes: XmlAttributes): ElementContent {
    if (this.#root === '') this.#root = name;
    this.#reader ??= this.#readerFor(name);
    return this.#reader?.open(name, attributes) ?? 'elements';
  }

  #readerFor(name: string): XmlReader | null {
    if (JUNIT_ELEMENTS.has(name)) return new JunitReader(this.#maxKeptChars);
    const make = new CaseMaker(this.#maxKeptChars);
    if (name === 'TestRun') return new XmlRecordReader(new TrxDialect(make));
    if (name === 'test-run' || name === 'test-results') return new XmlRecordReader(new NunitDialect(make));
    return name === 'assemblies' || name === 'assembly' ? new XmlRecordReader(new XunitNetDialect(make)) : null;
  }
}
