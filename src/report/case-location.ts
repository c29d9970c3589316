/** A file and a 1-based line as a report spells them; empty and 0 when unknown. */
export interface DeclaredPlace {
  readonly file: string;
  readonly line: number;
}

const MAX_TEXT = 20_000;

/**
 * How reporters write, into the text of a failure, where the test or the finding stands. Each pattern is linear and
 * names the groups `file` and `line`.
 */
const HEADLINES: readonly RegExp[] = [
  // Playwright: `[project] › file:line:column › title`, before 1.40 `file:line:column title` as the message
  /^ {0,4}(?:\[[^\]\n]{1,80}\] › )?(?<file>[^\s:›][^:\n›]{0,300}):(?<line>\d{1,7}):\d{1,5} › /m,
  /^(?<file>[^\s:][^:\n]{0,300}\.[cm]?[jt]sx?):(?<line>\d{1,7}):\d{1,5} /,
  // behave
  /^Location: (?<file>[^\n:]{1,300}):(?<line>\d{1,7})$/m,
  // Boost.Test
  /^- file {0,4}: (?<file>[^\n]{1,300})\n- line {0,4}: (?<line>\d{1,7})$/m,
  // UnitTest++ and MSVC: the message begins with the place
  /^(?<file>[^\s:()]{1,300}\.(?:c|cc|cpp|cxx|m|mm|h|hpp))(?:\((?=\d{1,7}\))|:)(?<line>\d{1,7})\)?(?: ?:)/,
  // GLib
  /^(?:\*\* )?[\w-]{0,60}(?:WARNING|CRITICAL|ERROR): ?(?<file>[^\s:()]{1,300}\.(?:c|cc|cpp|m)):(?<line>\d{1,7}):/m,
];
const FEATURE = /^[ \t#]{0,10}(?<file>[^\s:][^:\n]{0,300}\.feature(?:\.md)?):(?<line>\d{1,7})\b/gm;
const FINDING = /^line (?<line>\d{1,7}), col \d{1,5}, /m;

/** A line that a source file can have; 0 for everything else. */
export const validLine = (line: number): number =>
  Number.isSafeInteger(line) && line > 0 && line < 10_000_000 ? line : 0;

const placeOf = (match: RegExpMatchArray | null | undefined): DeclaredPlace | null =>
  match ? { file: match.groups?.['file'] ?? '', line: validLine(Number(match.groups?.['line'])) } : null;

/** Where the text of a failure says that its test or, for a linter, its finding in the file `suite` stands. */
export function findLocation(text: string, suite: string): DeclaredPlace | null {
  if (text === '') return null;
  const head = text.slice(0, MAX_TEXT);
  for (const pattern of HEADLINES) {
    const place = placeOf(pattern.exec(head));
    if (place !== null) return place;
  }
  const finding = suite.includes('.') ? placeOf(FINDING.exec(head)) : null;
  if (finding !== null) return { file: suite, line: finding.line };
  // Cucumber ends its trace with the scenario
  return head.includes('.feature') ? placeOf([...head.matchAll(FEATURE)].at(-1)) : null;
}
