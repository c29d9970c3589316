import { boundedLines } from '../../locate/text-lines.js';

/** A failure's text in two classes of evidence. */
export interface FailureText {
  /** The failure itself. */
  readonly lines: readonly string[];
  /** What programs printed meanwhile. */
  readonly captured: readonly string[];
}

const CAPTURED =
  /^(?:-{3,} ?(?:system-(?:out|err)|Captured (?:stdout|stderr|log)\b.*) ?-{3,}|-+ ?Captured .{1,60}-+|System(?:\.| )(?:Out|Error|Err):?|Standard (?:Output|Error)(?: Messages)?:|(?:stdout|stderr):$|Captured logging:|Browser logs:|={3,} ?(?:stdout|stderr) ?={3,})/i;
const NOISE =
  /^(?:=== (?:RUN|PAUSE|CONT|NAME)\b|[ \t]*\[\.\.\. \d+ lines cut \.\.\.\]$|\.\.\. \[\d+ characters cut\] \.\.\.$)/;

/** Splits a failure's details at the first captured section; drops lines that only say that a test is running. */
export function evidenceOf(details: string): FailureText {
  const lines = boundedLines(details).filter((line) => !NOISE.test(line));
  const at = lines.findIndex((line) => CAPTURED.test(line));
  return at < 0 ? { lines, captured: [] } : { lines: lines.slice(0, at), captured: lines.slice(at) };
}

const SHOWN_ERROR = /stderr=b?(?:'([^'\n]{1,300})'|"([^"\n]{1,300})")/;
const TELLS = /error|fail|fatal|exception|cannot|not found|denied|invalid|missing|warn/i;
const SECTION = /^(?:-{3,} ?Captured (?:stderr|err)\b.*-{3,}|System\.? ?Err(?:or)?:?|Standard Error.{0,12}|stderr:)$/i;

/** The telling line that a program wrote to its error output, when the failure shows it; empty when it does not. */
export function writtenToStderr(facts: { readonly text: string; readonly captured: string }): string {
  const shown = SHOWN_ERROR.exec(facts.text);
  const lines = (shown?.[1] ?? shown?.[2] ?? '').split('\\n');
  const captured = facts.captured.split('\n');
  const from = captured.findLastIndex((line) => SECTION.test(line));
  const printed = from < 0 ? [] : captured.slice(from + 1);
  const all = [...lines, ...printed].map((line) => line.trim()).filter((line) => line !== '' && !/^-{3,}/.test(line));
  const line = all.findLast((text) => TELLS.test(text)) ?? all.at(-1) ?? '';
  return line.replace(/["`]/g, "'").slice(0, 120);
}
