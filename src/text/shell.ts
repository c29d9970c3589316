/** A shell whose quoting a command line needs. */
export type Shell = 'posix' | 'powershell';

/** One word of a command line, quoted only where the shell would read more into it. */
export function shellWord(text: string, shell: Shell = 'posix'): string {
  const isPlain = shell === 'posix' ? /^[\w@%+=:,./-]+$/.test(text) : /^[\w+=:./\\-]+$/.test(text);
  return isPlain ? text : quoteWord(text, shell);
}

/** One word in single quotes, whatever it holds. */
export function quoteWord(text: string, shell: Shell = 'posix'): string {
  return `'${text.replaceAll("'", shell === 'posix' ? String.raw`'\''` : "''")}'`;
}
