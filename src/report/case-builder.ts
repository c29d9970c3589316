import type { CaseStatus, ReportCase, ReportedTry } from '../model/report.js';
import { firstLine } from '../text/bounds.js';
import { KeptText, StringPool, TextBudget, cleanName, ownString, readableText } from '../text/bounded-text.js';
import { DEFAULT_MAX_KEPT_CHARS, KEPT } from './report-reader.js';
import { validLine } from './case-location.js';

/** A case as a format other than JUnit reports it; what it does not report is left out. */
export interface PlainCase {
  readonly name: string;
  readonly status: CaseStatus;
  /** A word for the status that the format does not document. */
  readonly unknown?: string | undefined;
  readonly suite?: string | undefined;
  readonly classname?: string | undefined;
  readonly file?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
  readonly durationMs?: number | null | undefined;
  readonly message?: string | undefined;
  readonly type?: string | undefined;
  readonly details?: string | undefined;
  readonly output?: string | undefined;
  readonly tries?: readonly ReportedTry[] | undefined;
  readonly properties?: Readonly<Record<string, string>> | undefined;
  readonly attachments?: readonly string[] | undefined;
}

/** What the word for a status means in a format; a word that the format does not document is an error that quotes it. */
export function statusOf(
  known: ReadonlyMap<string, CaseStatus>,
  word: string,
): { readonly status: CaseStatus; readonly unknown?: string } {
  const status = known.get(word);
  return status === undefined ? { status: 'error', unknown: word } : { status };
}

const NOTHING: readonly never[] = [];
const NO_PROPERTIES: Readonly<Record<string, string>> = {};

/** The head and tail of a text, readable. */
function boundedText(text: string, maxChars: number): string {
  if (text.length <= maxChars) return readableText(text);
  const kept = new KeptText(maxChars);
  kept.add(text);
  return kept.toString();
}

/** Message and trace together, nothing when there is no trace: the message alone is reported elsewhere. */
export function traceOf(message: string, trace: string): string {
  return trace.trim() === '' ? '' : [message, trace].filter((text) => text !== '').join('\n');
}

function unknownMessage(word: string | undefined): string {
  return word === undefined ? '' : `the report has an unknown status for this test: "${cleanName(word.slice(0, 60))}"`;
}

/** Turns what other formats report into cases of the model, with the bounds that hold for JUnit. */
export class CaseMaker {
  readonly pool = new StringPool();
  readonly budget: TextBudget;

  constructor(maxKeptChars = DEFAULT_MAX_KEPT_CHARS) {
    this.budget = new TextBudget(maxKeptChars);
  }

  /** A try with its texts bounded. */
  try(status: CaseStatus, message = '', details = '', type = ''): ReportedTry {
    return { status, ...this.#texts(message, details), type: this.pool.own(type) };
  }

  /** A case with its texts bounded; a missing message is the first line of the details. */
  case(plain: PlainCase): ReportCase {
    const own = (text: string | undefined): string => this.pool.own(text ?? '');
    const { durationMs = null } = plain;
    return {
      suite: own(plain.suite),
      name: ownString(cleanName(plain.name)),
      classname: own(plain.classname),
      status: plain.status,
      file: own(plain.file),
      line: validLine(plain.line ?? 0),
      durationMs: durationMs !== null && durationMs >= 0 ? durationMs : null,
      ...this.#texts(unknownMessage(plain.unknown) || (plain.message ?? ''), plain.details ?? ''),
      type: own(plain.type),
      output: this.budget.keep(boundedText(plain.output ?? '', KEPT.output)),
      tries: plain.tries ?? NOTHING,
      properties: plain.properties ?? NO_PROPERTIES,
      attachments: plain.attachments ?? NOTHING,
    };
  }

  #texts(message: string, details: string): { readonly message: string; readonly details: string } {
    const all = details === '' && message.length > KEPT.message ? message : details;
    const text = boundedText(all, KEPT.details).trimEnd();
    const headline = readableText(message.slice(0, KEPT.message)).trim();
    return { message: this.budget.keep(headline === '' ? firstLine(text) : headline), details: this.budget.keep(text) };
  }
}
