import { withoutEnd } from '../../text/bounds.js';

const PYTHON_CAUSE = /^\s*The above exception was the direct cause/;
const CAUSE =
  /^[\s|+-]{0,40}(?:(?:Caused by|Wrapped by|\[cause\]|cause|Root cause|Inner ?(?:Exception)?|nested exception is)(?!\w):?\s*|-{3,40}>? ?(?=[^\s-]\S{0,200}(?:Exception|Error) ?: ))+(.{0,500})$/;
const RAISED =
  /^(?:E\s{1,200})?(?:\([^)]{1,80}\) )?((?:[A-Za-z_][\w$]*[.$\\:]{1,2})*(?:[A-Za-z_]\w*)??(?:Error|Exception|Failure|Empty|Timeout|Exit|NotFound|DoesNotExist|Warning|ECONN\w+|E[A-Z]{4,15}))(?: \[\w+\])?(?: ?: ?(.{0,500}))?$/;
const NUMBERED_CAUSE = /^\s{1,12}(?:\d{1,3}: )?(\S.{0,400})$/;
const GROUP = /^\s*\+-\+-{3,} 1 -{3,}/;

/** One exception of a chain. */
export interface Raised {
  readonly type: string;
  readonly headline: string;
}

function parseRaised(text: string): Raised | null {
  const match = RAISED.exec(withoutEnd(text.trim(), ',{').trim());
  return match ? { type: match[1] ?? '', headline: (match[2] ?? '').trim() } : null;
}

/** Python prints the root first: the exception raised before the first "direct cause". */
function pythonRoot(lines: readonly string[]): Raised | null {
  const end = lines.findIndex((line) => PYTHON_CAUSE.test(line));
  if (end < 0) return null;
  const raised = lines.slice(0, end).filter((line) => /^(?:E\s{1,200})?\S/.test(line));
  for (const line of raised.reverse()) {
    const found = parseRaised(line);
    if (found) return found;
  }
  return null;
}

/** The first member of an exception group, which Python draws as a tree. */
function groupMember(lines: readonly string[]): Raised | null {
  const at = lines.findIndex((line) => GROUP.test(line.replace(/^E\s/, '')));
  if (at < 0) return null;
  for (const line of lines.slice(at + 1)) {
    const text = line.replace(/^E\s/, '').replace(/^[\s|]+/, '');
    if (/^\+-{3,}/.test(text)) return null;
    const raised = /^\S/.test(text) && !/^File "/.test(text) ? parseRaised(text) : null;
    if (raised) return raised;
  }
  return null;
}

/** Ruby, PHP and Rust print the cause below its label: a class and its text, or numbered sentences, the root last. */
function below(lines: readonly string[], at: number): Raised | null {
  const after = lines.slice(at + 1, at + 12);
  const first = after.find((line) => line.trim() !== '') ?? '';
  const typed = parseRaised(first.replace(/:$/, ''));
  if (typed) {
    const next = (after[after.indexOf(first) + 1] ?? '').trim();
    return typed.headline === '' && /:$/.test(first.trim()) ? { ...typed, headline: next } : typed;
  }
  const end = after.findIndex((line) => line.trim() !== '' && !NUMBERED_CAUSE.test(line));
  const causes = after.slice(0, end < 0 ? after.length : end).filter((line) => line.trim() !== '');
  const root = NUMBERED_CAUSE.exec(causes.at(-1) ?? '')?.[1] ?? '';
  return root === '' || /^at /.test(root) ? null : { type: '', headline: root };
}

/** Everybody else prints the root last. */
function lastCause(lines: readonly string[]): Raised | null {
  const near = lines.slice(0, 2_000);
  for (let at = near.length - 1; at >= 0; at--) {
    const text = CAUSE.exec(near[at] ?? '')?.[1];
    if (text === undefined) continue;
    const plain = withoutEnd(text, ' \t\r\n-');
    const raised = plain === '' ? below(near, at) : parseRaised(plain);
    if (raised) return raised;
  }
  return null;
}

/** RMI and old Spring wrap in the message itself: `X; nested exception is: <newline> java.lang.Y: text`. */
function nested(message: readonly string[]): Raised | null {
  const at = message.findIndex((line) => /nested exception is:?\s*$/.test(line));
  return at < 0 ? null : parseRaised(message[at + 1] ?? '');
}

/** The innermost cause a trace shows, or null. "During handling of" is no cause: there the last exception counts. */
export function chainOf(lines: readonly string[], message: readonly string[]): Raised | null {
  return pythonRoot(lines) ?? groupMember(lines) ?? nested(message) ?? lastCause(message) ?? lastCause(lines);
}
