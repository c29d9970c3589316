import { wordsOf } from './words.js';

/** A line that starts one script of package.json. */
export interface ScriptLine {
  readonly line: string;
  readonly manager: string;
  /** Name of the script. */
  readonly name: string;
  /** What follows the name, options of the manager left out. */
  readonly rest: string;
  /** Folder that the line enters; empty for none. */
  readonly folder: string;
  /** Name or folder of the package of the workspace; empty for that of the folder. */
  readonly workspace: string;
  /** True when the package is not that of the suite's folder. */
  readonly isElsewhere: boolean;
}

const FOLDER_OPTION = /^(?:--prefix|-C|--dir|--cwd)$/;
const WORKSPACE_OPTION = /^(?:-w|--workspace|--filter|-F)$/;
/** Options that start the script of many packages, each of which would need a report of its own. */
const MANY = /^(?:-r|--recursive|-ws|--workspaces|--if-present|--parallel|-A|--all)$/;
const QUIET = /^(?:--silent|-s)$/;
/** Values that choose by a pattern, or packages that depend on each other. */
const SEVERAL = /[*!{[]|\.{3}/;
const SHORT: Readonly<Record<string, string>> = { t: 'test', tst: 'test' };

/** `npm test`, `pnpm --filter web run unit`, `npm run unit -w api -- --coverage`; null for any other line. */
export function readScriptLine(line: string): ScriptLine | null {
  const [manager = '', ...words] = wordsOf(line) ?? [];
  if (!/^(?:npm|pnpm|yarn|bun)$/.test(manager)) return null;
  const options = optionsOf(words);
  if (options === null) return null;
  const { folder, workspace } = options.place;
  const script = scriptOf(manager, options.others);
  if (script === null) return null;
  return { line: line.trim(), manager, ...script, folder, workspace, isElsewhere: folder !== '' || workspace !== '' };
}

/** The script that the words of a package manager start, and what they pass to it. */
function scriptOf(manager: string, words: readonly string[]): Pick<ScriptLine, 'name' | 'rest'> | null {
  const isRun = /^run(?:-script)?$/.test(words[0] ?? '');
  const [written = '', ...after] = isRun ? words.slice(1) : words;
  // `bun test` is a test runner of its own.
  if (!/^\w[\w:.-]{0,79}$/.test(written) || (manager === 'bun' && !isRun)) return null;
  const rest = after.map((word) => ` ${word}`).join('');
  return { name: isRun ? written : (SHORT[written] ?? written), rest: rest === ' --' ? '' : rest };
}

interface Options {
  readonly place: { readonly folder: string; readonly workspace: string };
  readonly others: readonly string[];
}

/** Options of the manager that say which package is meant, before `--`; null when several may be. */
function optionsOf(words: readonly string[]): Options | null {
  const place = { folder: '', workspace: '' };
  const others: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') return { place, others: [...others, ...words.slice(at)] };
    if (MANY.test(word)) return null;
    const [option = '', written] = word.split('=', 2);
    const key = keyOf(option, words, at);
    if (key === null) {
      if (!QUIET.test(word)) others.push(word);
      continue;
    }
    if (written === undefined) at += 1;
    const value = written ?? words[at] ?? '';
    if (place[key] !== '' || SEVERAL.test(value)) return null;
    place[key] = value;
  }
  return { place, others };
}

/** What an option names; `yarn workspace NAME` is an option as well. */
function keyOf(option: string, words: readonly string[], at: number): 'folder' | 'workspace' | null {
  if (FOLDER_OPTION.test(option)) return 'folder';
  return WORKSPACE_OPTION.test(option) || (option === 'workspace' && at === 0 && words.length > 2) ? 'workspace' : null;
}
