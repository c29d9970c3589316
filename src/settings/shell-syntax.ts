/** What of a line only a shell understands, where no shell runs it: null when there is none. */
export function shellSyntax(line: string): string | null {
  const { text, open } = unquoted(line);
  if (open !== null) return open;
  return text.split(/\s+/).find((word) => OPERATOR.test(word) || VARIABLE.test(word)) ?? null;
}

/** Operators that stand as a word of their own, or that a redirection begins with. */
const OPERATOR = /^(?:\|\|?|&&?|;|<|[012&]?>>?.{0,400})$|^[^\s;[]{0,400};$/;
/** A variable or a substitution, alone or as the value of an option. */
const VARIABLE = /^(?:--?[\w-]{1,80}=)?(?:\$(?!\{\{)[A-Za-z_{(]|`)/;

/** A line without what stands in its quotes, and the quote that no other closes. */
function unquoted(line: string): { readonly text: string; readonly open: string | null } {
  let text = '';
  let open: string | null = null;
  for (const character of line) {
    if (open === character) open = null;
    else if (open === null && /["']/.test(character)) open = character;
    if (open === null) text += character;
  }
  return { text, open };
}
