// Words of a command line as a shell reads them, and paths as an operating system spells them.
import { dirname, posix, win32 } from 'node:path';

/** A shell whose quoting a command line needs. */
export type Shell = 'posix' | 'powershell';

/** One word of a command line, quoted only where the shell would read more into it. */
export function shellWord(text: string, shell: Shell = 'posix'): string {
  // zsh takes an equals sign in front for the path of a program.
  const isPlain = shell === 'posix' ? /^(?!=)[\w@%+=:,./-]+$/.test(text) : /^[\w+=:./\\-]+$/.test(text);
  return isPlain ? text : quoteWord(text, shell);
}

/** One word in single quotes, whatever it holds. */
export function quoteWord(text: string, shell: Shell = 'posix'): string {
  return `'${text.replaceAll("'", shell === 'posix' ? String.raw`'\''` : "''")}'`;
}

const QUOTED = /'[^']*'|"(?:[^"\\]|\\.)*"|\\./g;
/** Commands of a POSIX shell that act on the shell itself. */
const BUILT_IN = /^\s*(?:\.|cd|eval|exec|exit|export|popd|pushd|set|source|ulimit|umask|unset)(?=\s|$)/;

/** Whether a line of a POSIX shell is more than one simple command, or one that changes the shell: its folder, its variables, its options. */
export function changesShell(line: string): boolean {
  return BUILT_IN.test(line) || /[;&|]/.test(line.replace(QUOTED, 'word'));
}

/** The line in a subshell of its own. Two brackets in a row would be arithmetic, and a comment would hide the closing one. */
export function subshell(line: string): string {
  const comment = /\s#[^]*$/.exec(line.replace(QUOTED, (word) => '_'.repeat(word.length)));
  const command = comment === null ? line : line.slice(0, comment.index);
  return command.startsWith('(') ? `( ${command} )` : `(${command})`;
}

/** The rules for paths of the system that an absolute folder is of: a drive or a network share is one of Windows. */
export function pathsOf(folder: string): typeof posix {
  return /^(?:[A-Za-z]:[\\/]|\\\\)/.test(folder) ? win32 : posix;
}

/** The folder and those above it, up to the workspace; up to the root for a folder outside of it. */
export function foldersUpTo(workspace: string, folder: string): readonly string[] {
  const folders = [folder];
  for (let at = folder; at !== workspace && at !== dirname(at); at = dirname(at)) folders.push(dirname(at));
  return folders;
}

/** The path of a `file:` address; every other text as it is. */
export function pathOfAddress(text: string): string {
  if (!/^file:\/\//i.test(text)) return text;
  const path = text.slice('file://'.length).replace(/^\/(?=[A-Za-z]:)/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    // A name with a percent sign that nobody encoded.
    return path;
  }
}
