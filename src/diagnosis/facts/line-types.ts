import type { Frame } from '../../locate/frame.js';

/**
 * What a line of a failure is. Hosts, values and comparisons are read from `message`, `diff` and `call-log` lines, the
 * request and the failing expression also from `source` lines; `library` and `help` lines are never read for them.
 */
export type LineType = 'message' | 'frame' | 'source' | 'library' | 'diff' | 'call-log' | 'help';

/** End of a block in pytest's long style: the place below the source it belongs to. */
const BLOCK_END = /^(?:[A-Za-z]:)?[^\s:][^:"'|>]{0,500}\.pyx?:\d{1,7}:(?: [\w.]{0,200})?$/;
const SEPARATOR = /^(?:_ ){3,}_?$|^(?:During handling of|The above exception was)/;
const PYTEST_MESSAGE = /^\s{0,2}E(?: |$)/;
const CODE_FRAME = /^\s{0,12}>?\s{0,8}\d{1,6} ?[|│]|^\s{0,12}[|│]\s{1,200}\^|^\s{1,200}[\^~]{1,200}\s*$/;
const CALL_LOG = /^\s{0,12}(?:Call log:|=+ logs =+)/;
const DIFF_LINE = /^(?:\s{0,8}E?\s{0,8}[-+?] |@@ )/;
/** Advice and links that tools add to every failure of a kind. */
const HELP =
  /^\s*(?:[-*•>] )?(?:\(?Background on this error|For (?:further|more) information|For documentation|(?:Learn|Read) more|More info(?:rmation)?\b|See (?:also |the (?:docs|documentation)|https?:)|Documentation:|note: run with|Hint: |Common situations why|If this is a long-running test|Add a timeout value to this test|When Cypress detects uncaught errors|This behavior can be configured|Set debug in\b|- you (?:don't|forgot|have)\b|- your (?:web )?server|\(?https?:\/\/\S{1,300}\)?$|https:\/\/on\.cypress\.io|Trace ID: |For guidance|# see |Please see logs and check configuration$)/i;

/** True for advice and links of a tool, which are about the kind of error and not about this one. */
export function isHelp(line: string): boolean {
  return HELP.test(line);
}

/** Marks the source that pytest prints above a place, or below `file.py:9: in name`. */
class SourceBlocks {
  readonly types: (LineType | null)[];
  #from = 0;

  constructor(
    private readonly lines: readonly string[],
    private readonly frames: ReadonlyMap<number, Frame>,
  ) {
    this.types = lines.map(() => null);
  }

  mark(): readonly (LineType | null)[] {
    for (const [at, line] of this.lines.entries()) {
      const frame = this.frames.get(at);
      if (SEPARATOR.test(line)) this.#from = at + 1;
      else if (frame?.family === 'python') this.#place(at, frame);
    }
    return this.types;
  }

  #place(at: number, frame: Frame): void {
    const type = frame.vendor ? 'library' : 'source';
    if (BLOCK_END.test(this.lines[at] ?? '')) {
      this.#fill(this.#from, at, type);
      this.#from = at + 1;
      return;
    }
    let end = at + 1;
    while (end < this.lines.length && this.#isBelow(end)) end += 1;
    this.#fill(at + 1, end, type);
    this.#from = end;
  }

  #isBelow(at: number): boolean {
    const line = this.lines[at] ?? '';
    return /^\s{4}/.test(line) && !PYTEST_MESSAGE.test(line) && !this.frames.has(at) && !SEPARATOR.test(line);
  }

  #fill(from: number, to: number, type: LineType): void {
    for (let at = from; at < to; at++)
      if (!PYTEST_MESSAGE.test(this.lines[at] ?? '') && !this.frames.has(at)) this.types[at] = type;
  }
}

/** The type of each line; `frames` are those of the same lines. */
export function lineTypes(lines: readonly string[], frames: readonly Frame[]): readonly LineType[] {
  const places = new Map(frames.map((frame) => [frame.at, frame]));
  const sources = new SourceBlocks(lines, places).mark();
  let isLogged = false;
  return lines.map((line, at) => {
    if (CALL_LOG.test(line)) isLogged = true;
    else if (isLogged && !/^\s*(?:- |\d+ × |=)/.test(line)) isLogged = false;
    const known = sources[at];
    if (known) return known;
    if (places.has(at)) return 'frame';
    if (isHelp(line)) return 'help';
    if (isLogged) return 'call-log';
    if (CODE_FRAME.test(line)) return 'source';
    return DIFF_LINE.test(line) ? 'diff' : 'message';
  });
}
