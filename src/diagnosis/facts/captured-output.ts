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
  return at < 0 ? { lines, captured: [] } : { lines: lines.slice(0, at), captured: lines.slice(at + 1) };
}
