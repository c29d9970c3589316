const PYTHON_CAUSE = /^\s*The above exception was the direct cause/;
const JVM_CAUSE =
  /^\s*(?:Caused by|Wrapped by|\[cause\]|cause|Root cause|Inner(?:Exception)?|---> ?|nested exception is):?\s*(.{1,500})$/;
const RAISED =
  /^(?:E {1,8})?((?:[A-Za-z_][\w$]*[.$\\:]{1,2})*(?:[A-Za-z_]\w*)??(?:Error|Exception|Failure|Empty|Timeout|Exit|NotFound|DoesNotExist|Warning))(?: \[\w+\])?(?:: ?(.{0,500}))?$/;

/** One exception of a chain. */
export interface Raised {
  readonly type: string;
  readonly headline: string;
}

function parseRaised(text: string): Raised | null {
  const match = RAISED.exec(
    text
      .trim()
      .replace(/[,{]+$/, '')
      .trim(),
  );
  return match ? { type: match[1] ?? '', headline: (match[2] ?? '').trim() } : null;
}

/** Python prints the root first: the exception raised before the first "direct cause". */
function pythonRoot(lines: readonly string[]): Raised | null {
  const end = lines.findIndex((line) => PYTHON_CAUSE.test(line));
  if (end < 0) return null;
  for (const line of lines.slice(0, end).reverse()) {
    const raised = /^(?:E {1,8})?\S/.test(line) ? parseRaised(line) : null;
    if (raised) return raised;
  }
  return null;
}

/** Everybody else prints the root last. */
function lastCause(lines: readonly string[]): Raised | null {
  for (const line of lines.slice(0, 2_000).reverse()) {
    const text = JVM_CAUSE.exec(line)?.[1];
    const raised = text === undefined ? null : parseRaised(text);
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
  return pythonRoot(lines) ?? nested(message) ?? lastCause(lines);
}
