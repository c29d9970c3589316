import type { ReportBody } from '../report-reader.js';
import type { ReportInProgress, ReportRead } from '../report-reader.js';

/** Reads one format that goes line by line. */
export interface LineDialect {
  readonly take: (line: string) => void;
  /** `torn` says that the stream ended before its writer did. */
  readonly finish: () => ReportBody & { readonly torn: boolean };
}

/** Longer lines are cut; a test that prints a megabyte without a line break keeps its head. */
const MAX_LINE_CHARS = 1 << 20;

/** Cuts text into lines of bounded length and hands them to a dialect. */
export class LineReport implements ReportInProgress {
  readonly #dialect: LineDialect;
  #rest = '';

  constructor(dialect: LineDialect) {
    this.#dialect = dialect;
  }

  write(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = (lines.pop() ?? '').slice(0, MAX_LINE_CHARS);
    for (const line of lines) this.#dialect.take(line.slice(0, MAX_LINE_CHARS).replace(/\r$/, ''));
  }

  end(): ReportRead {
    if (this.#rest !== '') this.#dialect.take(this.#rest);
    const { torn, ...body } = this.#dialect.finish();
    return { body, root: '', torn, repaired: false };
  }
}
