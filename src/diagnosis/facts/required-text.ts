/** A step of a pattern: a plain character, or what breaks a run of them. */
const STEP = /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[kpP][<{][^>}]{1,80}[>}]|[^])|\[(?:\\[^]|[^\]\\])*\]|[^]/y;
const QUANTIFIER = /(?:[*?]|\+|\{\d+(?:,\d*)?\})\??/y;
const MIN_CHARS = 3;

/** The last position of a group that begins at `from`. */
function endOfGroup(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length;) {
    const step = stepAt(source, at);
    if (step === '(') depth += 1;
    if (step === ')') depth -= 1;
    if (depth === 0) return at;
    at += step.length;
  }
  return source.length;
}

function stepAt(source: string, at: number): string {
  STEP.lastIndex = at;
  return STEP.exec(source)?.[0] ?? '';
}

function quantifierAt(source: string, at: number): string {
  QUANTIFIER.lastIndex = at;
  return QUANTIFIER.exec(source)?.[0] ?? '';
}

/** The character that a step always stands for; empty for a class, an assertion or a group. */
function plainOf(step: string): string {
  if (step.length === 1) return '^$.()|'.includes(step) ? '' : step;
  return /^\\[^\w\s]$/.test(step) ? step.slice(1) : '';
}

/**
 * The longest run of plain characters that every match of a pattern contains; empty when there is none worth a search.
 * Text inside of groups does not count, and a pattern of alternatives has no such text.
 */
export function requiredText({ source, flags }: RegExp): string {
  const runs: string[] = [];
  let run = '';
  for (let at = 0; at < source.length;) {
    const step = stepAt(source, at);
    if (step === '|') return '';
    const end = step === '(' ? endOfGroup(source, at) + 1 : at + step.length;
    const quantifier = quantifierAt(source, end);
    const plain = plainOf(step);
    const isOptional = /^(?:[*?]|\{0)/.test(quantifier);
    if (!isOptional) run += plain;
    if (plain === '' || quantifier !== '') {
      runs.push(run);
      run = '';
    }
    at = end + quantifier.length;
  }
  const longest = [...runs, run].reduce((best, each) => (each.length > best.length ? each : best), '');
  if (longest.length < MIN_CHARS) return '';
  return flags.includes('i') ? '' : longest;
}

const known = new Map<RegExp, string>();

/**
 * The match of a pattern in a text. A pattern that begins with a class or a choice is tried at each character; here the
 * text that all its matches contain is looked for first, which costs a tenth. For patterns that are constants.
 */
export function execIfThere(pattern: RegExp, text: string): RegExpExecArray | null {
  const required = known.get(pattern) ?? requiredText(pattern);
  known.set(pattern, required);
  return text.includes(required) ? pattern.exec(text) : null;
}
