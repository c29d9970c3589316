/** One failing request of a Schemathesis check, as our driver writes it into the details of a test. */
export interface BrokenCase {
  /** `Undocumented status code`: the tool's word for the check. */
  readonly title: string;
  /** What the check says under its title, one line each, at most 40. */
  readonly lines: readonly string[];
  /** Null when nothing answered. */
  readonly status: number | null;
  /** First line of the answer; empty when it is none that a person reads. */
  readonly body: string;
  /** Verbatim: what the check says first, and the answer. */
  readonly quotes: readonly string[];
  /** The request as a command; empty when it is too long to be copied from a sentence. */
  readonly curl: string;
  /** Method that was really sent; empty when unknown. */
  readonly method: string;
}

const MAX_CASES = 5;
const MAX_CURL = 200;
const MAX_BODY = 100;
const ANSWER = /^The answer was (\d{3}):/;
const REQUEST = /^Reproduce with:/;

/** The failing requests of a check, the first that was found first. */
export function brokenCases(details: string): readonly BrokenCase[] {
  return details.slice(0, 64_000).split('\n----\n').slice(0, MAX_CASES).map(parseCase);
}

function parseCase(text: string): BrokenCase {
  const lines = text
    .split('\n')
    .map((line) => line.slice(0, 1000).trim())
    .filter((line) => line !== '');
  const request = lines.findIndex((line) => REQUEST.test(line));
  const answer = lines.findIndex((line) => ANSWER.test(line));
  const ends = [answer, request].filter((at) => at >= 0);
  const own = lines.slice(1, Math.min(41, ...ends));
  const curl = request < 0 ? '' : (lines[request + 1] ?? '');
  const body = readable(answer < 0 ? '' : (lines[answer + 1] ?? ''));
  const status = ANSWER.exec(lines[answer] ?? '')?.[1];
  return {
    title: lines[0] ?? '',
    lines: own,
    status: status === undefined ? null : Number(status),
    body,
    quotes: quotesOf(lines[0], own[0], lines[answer], body),
    curl: curl.length <= MAX_CURL && !curl.includes('`') ? curl : '',
    method: /^curl -X ([A-Z]{3,10}) /.exec(curl)?.[1] ?? '',
  };
}

const quotesOf = (...lines: readonly (string | undefined)[]): readonly string[] =>
  lines.flatMap((line) => (line === undefined || line === '' ? [] : [line.slice(0, 300)])).slice(0, 3);

const readable = (line: string): string =>
  line.length > MAX_BODY || line.startsWith('<') || REQUEST.test(line) ? '' : line;

/** The value behind a label such as `Received:` or `Documented:`; empty when the check does not say. */
export function labelled({ lines }: BrokenCase, label: string): string {
  const line = lines.find((candidate) => candidate.startsWith(`${label}:`)) ?? '';
  return line
    .slice(label.length + 1)
    .trim()
    .slice(0, 160);
}
