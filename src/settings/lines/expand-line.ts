import { parseArgsStringToArgv } from 'string-argv';
import { isCommand, toolLine, type LineOfTool } from './known-commands.js';
import { bareNodeLine, nodeLine } from './node-line.js';
import { leadingVariables, pythonLine } from './python-line.js';
import { isAssignment, needsShell, wordsOf, wrapperLength } from './words.js';

/** A suite in long form, keys as they are written. */
export type LongForm = Record<string, unknown>;

/** Runners whose line may hold what only a shell can do. */
const TEST_TOOLS = new Set(['pytest', 'behave', 'playwright']);

/**
 * A line as a mapping, or null when its first word starts nothing that is known. `runner path args` means that runner;
 * a command line means itself: `uv run pytest tests`, `A=b python -m pytest`, `npx playwright test`, `jest src`, `npm test`.
 */
export function expandShorthand(line: string, isRunner: (word: string) => boolean): LongForm | null {
  const trimmed = line.trim();
  const runner = trimmed.split(/\s/, 1)[0] ?? '';
  const rest = trimmed.slice(runner.length).trim();
  if (runner === 'command') return { runner, run: rest };
  if (runner === 'junit') return { runner, report: rest.split(/\s+/) };
  const words = wordsOf(trimmed);
  if (isRunner(runner) && !(TEST_TOOLS.has(runner) && hasPatterns(words)))
    return runner === 'playwright' ? withPath(runner, rest.replace(/^test(?= |$)/, '')) : withPath(runner, rest);
  if (words === null) return shellLine(trimmed, isRunner);
  return simpleLine(words, isRunner);
}

/** True for a line that only patterns of file names hand to a shell; one with operators is refused. */
const hasPatterns = (words: readonly string[] | null): boolean =>
  words?.some((word) => needsShell(word) && !word.includes('$')) ?? false;

/** A line that starts one program. */
function simpleLine(words: readonly string[], isRunner: (word: string) => boolean): LongForm | null {
  const known = pythonLine(words, withPath) ?? playwrightLine(words);
  if (known !== null) return known;
  const tool = reportingLine(words);
  if (tool !== null) return { runner: 'command', ...tool };
  const at = wrapperLength(words);
  const bare = words.slice(at);
  const first = bare[0] ?? '';
  const isKnown = isCommand(words) || isCommand(bare) || (at > 0 && isRunner(first));
  return isKnown || TEST_TOOLS.has(first) ? { runner: 'command', run: words.join(' ') } : null;
}

/** A line of several commands. Each of them that tests gets what makes it write a report, when no two would write the same one. */
function shellLine(line: string, isRunner: (word: string) => boolean): LongForm | null {
  const parts = line.split(' && ').map((text) => ({ text, words: wordsOf(text) }));
  const tools = parts.map(({ words }) => (words === null ? null : reportingLine(words)));
  const [tool, ...others] = tools.filter((each) => each !== null);
  // No shell runs pytest or Behave: the operators are refused.
  if (startsPython(parts[0]?.words ?? [])) return { runner: 'pytest' };
  if (tool === undefined || parts.some(({ words }) => words === null))
    return tool !== undefined || startsCommand(line, isRunner) ? { runner: 'command', run: line } : null;
  const reports = [tool, ...others].map(({ run }) => /\$QAAGENT_REPORT_DIR[^"\s]*/.exec(run)?.[0] ?? '');
  if (new Set(reports).size < reports.length) return { runner: 'command', run: line };
  const joined = (key: 'run' | 'rerun'): string => parts.map(({ text }, at) => tools[at]?.[key] ?? text).join(' && ');
  // Paths of tests and reports start at the suite's folder, which `cd` leaves.
  const isInFolder = parts.every(({ words }) => words?.[0] !== 'cd');
  const named = [tool, ...others].flatMap((each) => each.report ?? []);
  const report = named.map((path) => (isInFolder || typeof path !== 'string' ? path : anywhere(path)));
  const canRerun = others.length === 0 && tool.rerun !== undefined && (isInFolder || !tool.rerun.includes('{files}'));
  return {
    runner: 'command',
    run: joined('run'),
    ...(canRerun ? { rerun: joined('rerun') } : {}),
    ...(report.length === 0 ? {} : { report }),
  };
}

const startsPython = (words: readonly string[]): boolean => pythonLine(words, withPath) !== null;

/** True for a line that begins with a program that is known, a variable, or a group of commands. */
function startsCommand(line: string, isRunner: (word: string) => boolean): boolean {
  const words = line.split(/\s+/);
  const first = words[0] ?? '';
  return isCommand(words) || isAssignment(first) || isRunner(first) || /^[({!]/.test(line);
}

const anywhere = (path: string): string => (path.startsWith('**') ? path : `**/${path.replace(/^\.\//, '')}`);

/** A command that starts a tool of which only its report gives results; null for any other. */
function reportingLine(words: readonly string[]): LineOfTool | null {
  const at = wrapperLength(words);
  return nodeLine(words) ?? toolLine(words.slice(0, at).join(' '), words.slice(at).join(' '));
}

/** `npx playwright test e2e`, `PWDEBUG=1 yarn playwright test`. */
function playwrightLine(words: readonly string[]): LongForm | null {
  const { env, rest } = leadingVariables(words);
  const test = /^playwright +test(?= |$)/.exec(bareNodeLine(rest));
  if (test === null || wrapperLength(rest) > 0 || words.some(needsShell)) return null;
  const found = withPath('playwright', bareNodeLine(rest).slice(test[0].length).trim());
  return Object.keys(env).length === 0 ? found : { ...found, env };
}

function withPath(runner: string, rest: string): LongForm {
  const [path, ...args] = parseArgsStringToArgv(rest);
  if (path === undefined) return { runner };
  return path.startsWith('-') ? { runner, args: [path, ...args] } : { runner, path, args };
}
