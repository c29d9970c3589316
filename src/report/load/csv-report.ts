import { CsvRows } from '../../text/csv.js';
import type { ReportBody } from '../report-reader.js';
import type { ReportInProgress, ReportRead } from '../report-reader.js';

/** The text in a column of one row; empty when the row has no such column. */
export type CsvCell = (column: string) => string;

/** How the rows of a file came to their end. */
export interface CsvEnd {
  /** The file ends inside a row. */
  readonly torn: boolean;
  /** Rows before the last that have another number of cells than the head. */
  readonly broken: number;
}

/** Reads one kind of CSV whose first row names the columns. */
export interface CsvDialect {
  readonly take: (cell: CsvCell) => void;
  /** `torn` says whether something is missing at the end. */
  readonly finish: (end: CsvEnd) => ReportBody & { readonly torn: boolean };
}

/** Hands each row of a CSV with named columns to `take`, a row of another width left out; see `CsvEnd` for the rest. */
export class NamedRows {
  readonly #rows: CsvRows;
  readonly #take: (cell: CsvCell) => void;
  #columns: ReadonlyMap<string, number> | null = null;
  #cells: readonly string[] = [];
  #broken = 0;
  #isLastBroken = false;

  constructor(delimiter: string, take: (cell: CsvCell) => void) {
    this.#take = take;
    this.#rows = new CsvRows(delimiter, (cells) => this.#row(cells));
  }

  write(text: string): void {
    this.#rows.write(text);
  }

  end(): CsvEnd {
    const torn = this.#rows.end() || this.#isLastBroken;
    return { torn, broken: this.#broken - (this.#isLastBroken ? 1 : 0) };
  }

  #row(cells: readonly string[]): void {
    if (this.#columns === null) {
      this.#columns = new Map(cells.map((name, at) => [name.trim(), at] as const));
      return;
    }
    this.#isLastBroken = cells.length !== this.#columns.size;
    if (this.#isLastBroken) {
      this.#broken += 1;
      return;
    }
    this.#cells = cells;
    this.#take(this.#cell);
  }

  readonly #cell: CsvCell = (column) => this.#cells[this.#columns?.get(column) ?? -1] ?? '';
}

/** A load tool's CSV that is being read. */
export class CsvReport implements ReportInProgress {
  readonly #dialect: CsvDialect;
  readonly #rows: NamedRows;

  constructor(dialect: CsvDialect, delimiter = ',') {
    this.#dialect = dialect;
    this.#rows = new NamedRows(delimiter, (cell) => dialect.take(cell));
  }

  write(text: string): void {
    this.#rows.write(text);
  }

  end(): ReportRead {
    const { torn, ...body } = this.#dialect.finish(this.#rows.end());
    return { body, root: '', torn, repaired: false };
  }
}
