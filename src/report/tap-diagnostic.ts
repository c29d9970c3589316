import { firstLine } from '../model/text.js';

/** What a TAP diagnostic tells beside its text. */
export interface TapDiagnostic {
  readonly message: string;
  readonly durationMs: number | null;
  readonly file: string;
  readonly line: number;
}

const MEMBER = /^ {0,8}(?:error|message): *(.*)$/m;
const BLOCK = /^[|>][-+]?$/;
const DURATION = /^ {0,8}duration_ms: *([\d.]{1,20})$/m;
const LOCATION = /^ {0,8}(?:location|at): *['"]?(?:file:\/\/)?([^'"\n]{1,400}?):(\d{1,7})(?::\d{1,7})?['"]?$/m;
/** Perl's Test::More. */
const FAILED_AT = /^ {0,8}(?:Failed test [^\n]{0,300}\n {0,8})?at ([^\n]{1,300}) line (\d{1,7})\.?$/m;
const FILE = /^ {0,8}(?:file|fileName): *['"]?([^'"\n]{1,400}?)['"]?$/m;
const LINE = /^ {0,8}(?:line|lineNumber): *(\d{1,7})$/m;

const unquoted = (text: string): string => text.trim().replace(/^(['"])(.*)\1$/, '$2');

function messageIn(text: string): string {
  const match = MEMBER.exec(text);
  if (!match) return '';
  const value = match[1] ?? '';
  return BLOCK.test(value.trim()) ? firstLine(text.slice(match.index + match[0].length)) : unquoted(value);
}

/** Reads message, duration and place out of the YAML block or the comments behind a test point. */
export function tapDiagnostic(text: string): TapDiagnostic {
  const place = LOCATION.exec(text) ?? FAILED_AT.exec(text);
  const duration = DURATION.exec(text)?.[1];
  return {
    message: messageIn(text),
    durationMs: duration === undefined ? null : Number(duration),
    file: place?.[1] ?? FILE.exec(text)?.[1] ?? '',
    line: Number(place?.[2] ?? LINE.exec(text)?.[1] ?? 0),
  };
}
