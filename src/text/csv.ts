/** A row that is longer is no row of a report: a stray quote has swallowed what follows. */
const MAX_ROW_CHARS = 1 << 20;
const QUOTED = /"((?:[^"]|"")*)"/y;

/** True when an odd number of quotes leaves a cell open. */
function opensCell(line: string): boolean {
  let open = false;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) open = !open;
  return open;
}

/** The cells of one row by RFC 4180; a quote inside a cell that did not begin with one is a character. */
function cellsOf(row: string, delimiter: string): readonly string[] {
  if (!row.includes('"')) return row.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  while (at <= row.length) {
    QUOTED.lastIndex = at;
    const quoted = QUOTED.exec(row);
    const end = row.indexOf(delimiter, quoted === null ? at : QUOTED.lastIndex);
    const stop = end < 0 ? row.length : end;
    cells.push(quoted === null ? row.slice(at, stop) : (quoted[1] ?? '').replaceAll('""', '"'));
    at = stop + 1;
  }
  return cells;
}

/**
 * Cuts text that comes in pieces into rows of CSV; cells in quotes may hold line breaks. Memory is bounded, and time is
 * linear in the text. A row that a stray quote opens and nothing closes is handed on without cells; the lines after it
 * are rows again.
 */
export class CsvRows {
  readonly #delimiter: string;
  readonly #take: (cells: readonly string[]) => void;
  #rest = '';
  /** Lines of a row whose last cell is still open. */
  #open: string[] = [];
  #openChars = 0;

  constructor(delimiter: string, take: (cells: readonly string[]) => void) {
    this.#delimiter = delimiter;
    this.#take = take;
  }

  write(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = (lines.pop() ?? '').slice(0, MAX_ROW_CHARS);
    for (const line of lines) this.#line(line);
  }

  /** Takes what is left; true when it ended inside a row, as every writer ends a row by a line break. */
  end(): boolean {
    const left = this.#rest;
    this.#rest = '';
    if (left !== '') this.#line(left);
    while (this.#open.length > 1) this.#giveUp();
    return left !== '' || this.#open.length > 0;
  }

  #line(line: string): void {
    const isOpen = opensCell(line) !== this.#open.length > 0;
    if (!isOpen && this.#open.length === 0) {
      this.#row(line);
      return;
    }
    this.#open.push(line);
    this.#openChars += line.length + 1;
    if (!isOpen) this.#row(this.#close().join('\n'));
    else if (this.#openChars > MAX_ROW_CHARS) this.#giveUp();
  }

  #close(): readonly string[] {
    const lines = this.#open;
    this.#open = [];
    this.#openChars = 0;
    return lines;
  }

  #giveUp(): void {
    const [, ...lines] = this.#close();
    this.#take([]);
    for (const line of lines) this.#line(line);
  }

  #row(row: string): void {
    const whole = row.endsWith('\r') ? row.slice(0, -1) : row;
    if (whole !== '') this.#take(cellsOf(whole, this.#delimiter));
  }
}
