import { JunitReader } from './junit-reader.js';
import type { ReportBody } from './report-body.js';
import type { ReadingEnd } from './report-problems.js';
import type { XmlAttributes } from './xml-attributes.js';
import type { ElementContent } from './xml-stack.js';
import { type XmlHandler, XmlTokenizer } from './xml.js';

/** Reads one XML dialect of test results. */
export interface XmlReader extends XmlHandler {
  finish(): ReportBody;
}

/** A report that is being read: takes text, then tells what it was. */
export interface ReportInProgress {
  write(text: string): void;
  end(): ReportRead;
}

/** `body` is null when nothing in the document was a test result; `root` is then what it is instead. */
export interface ReportRead extends Omit<ReadingEnd, 'tooLarge'> {
  readonly body: ReportBody | null;
  readonly root: string;
}

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
    return JUNIT_ELEMENTS.has(name) ? new JunitReader(this.#maxKeptChars) : null;
  }
}
