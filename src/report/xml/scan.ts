// Character tests and searches for the XML tokenizer.
/** Character codes of the marks that end names and tags. */
export const MARK = { blank: 32, slash: 47, less: 60, equals: 61, greater: 62, question: 63 } as const;

/** True for the blanks of XML and every control character, which no name can hold. */
export const isBlank = (code: number): boolean => code <= MARK.blank;

/** True for letters, `_`, `:` and everything beyond ASCII. */
export function startsName(code: number): boolean {
  const letter = code | 32;
  return (letter >= 97 && letter <= 122) || code === 95 || code === 58 || code > 127;
}

/** Index after the blanks that start at `at`. */
export function afterBlanks(text: string, at: number): number {
  let index = at;
  while (index < text.length && isBlank(text.charCodeAt(index))) index += 1;
  return index;
}

/** Index after the name that starts at `at`: the first blank, `=`, `>`, `/` or `<`. */
export function afterName(text: string, at: number): number {
  let index = at;
  for (; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isBlank(code) || code === MARK.slash || (code >= MARK.less && code <= MARK.greater)) break;
  }
  return index;
}

/** Index behind a declaration with its quoted strings and internal subset; -1 when it has not ended. */
export function afterDeclaration(text: string, at: number): number {
  let depth = 0;
  let quote = '';
  for (let index = at; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '[') depth += 1;
    else if (char === ']') depth -= 1;
    else if (char === '>' && depth <= 0) return index + 1;
  }
  return -1;
}

/** Name without its namespace prefix. */
export function localName(name: string): string {
  const colon = name.lastIndexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
