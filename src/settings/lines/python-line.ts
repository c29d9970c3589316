import { parseArgsStringToArgv } from 'string-argv';
import type { LongForm } from './expand-line.js';
import { isAssignment, needsShell } from './words.js';

const TOOL = /^(?<folder>\S*[\\/])?(?<tool>pytest|py\.test|behave)(?:\.exe)?$/;
const INTERPRETER = /^(?:\S*[\\/])?(?:python|pypy|py)[\d.]*(?:\.exe)?$/;
/** Programs that start another one in an environment of Python, on a screen, or within a limit. */
const LAUNCHER =
  /^(?:uv|uvx|poetry|pipenv|pdm|hatch|rye|pixi|conda|mamba|micromamba|xvfb-run|dbus-run-session|timeout|nice|stdbuf|pipx)$/;
/** Words of a launcher that are neither an option nor the value of one. */
const PART = /^(?:run|tool|coverage|\d+[smhd]?)$/;

/** A line that starts pytest or Behave, by whatever starts Python in the project; null for any other. */
export function pythonLine(
  words: readonly string[],
  withPath: (runner: string, rest: string) => LongForm,
): LongForm | null {
  const { env, rest } = leadingVariables(words);
  const at = rest.findIndex((word) => TOOL.test(word));
  const groups = TOOL.exec(rest[at] ?? '')?.groups;
  if (groups === undefined || words.some(needsShell)) return null;
  const { folder = '', tool = '' } = groups;
  const before = rest.slice(0, at);
  if (!isLaunch(before) || (folder !== '' && before.length > 0)) return null;
  // A tool named by its path runs with the interpreter beside it.
  const python = folder === '' ? withoutModuleFlag(before).join(' ') : `${folder}python`;
  return {
    ...withPath(tool === 'behave' ? 'behave' : 'pytest', rest.slice(at + 1).join(' ')),
    ...(python === '' ? {} : { python }),
    ...(Object.keys(env).length === 0 ? {} : { env }),
  };
}

/** `A=b`, `env A=b`: variables of the suite. */
export function leadingVariables(words: readonly string[]): {
  readonly env: Readonly<Record<string, string>>;
  readonly rest: readonly string[];
} {
  const start = words[0] === 'env' && isAssignment(words[1] ?? '') ? 1 : 0;
  let end = start;
  while (isAssignment(words[end] ?? '')) end += 1;
  const env = words.slice(start, end).map((word) => {
    const [text = ''] = parseArgsStringToArgv(word);
    const sign = text.indexOf('=');
    return [text.slice(0, sign), text.slice(sign + 1)] as const;
  });
  return { env: Object.fromEntries(env), rest: words.slice(end) };
}

/** True when these words start a program of Python: every word is a part of the launcher, an option or the value of one. */
function isLaunch(words: readonly string[]): boolean {
  const [program] = words;
  if (program === undefined) return true;
  const isCoverage = /^(?:\S*[\\/])?coverage$/.test(program);
  if (!LAUNCHER.test(program) && !INTERPRETER.test(program) && !isCoverage) return false;
  if ((INTERPRETER.test(program) || isCoverage) && words.at(-1) !== '-m') return false;
  return words.every((word, at) => at === 0 || isPlain(word, words[at - 1] ?? ''));
}

function isPlain(word: string, before: string): boolean {
  if (/["']/.test(word)) return false;
  return word.startsWith('-') || before.startsWith('-') || PART.test(word) || INTERPRETER.test(word);
}

/** The interpreter alone where `-m` follows it directly, as `python` of a suite names it. */
function withoutModuleFlag(words: readonly string[]): readonly string[] {
  const isLast = words.at(-1) === '-m';
  const isAlone = INTERPRETER.test(words.at(-2) ?? '') || /^(?:\S*[\\/])?coverage$/.test(words[0] ?? '');
  return isLast && isAlone ? words.slice(0, -1) : words;
}
