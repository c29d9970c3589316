import { JS_TOOLS, type JsTool } from '../detect/js-tools.js';
import type { LineOfTool } from './known-commands.js';
import { namedReport } from './named-report.js';
import { afterOptions, partsOf, wordsOf, wrapperLength } from './words.js';

/** Words by which the package managers of Node start a program of a package. */
const STARTERS: Readonly<Record<string, readonly string[]>> = {
  npx: [],
  bunx: [],
  npm: ['exec', 'x'],
  bun: ['x', 'run'],
  pnpm: ['exec', 'dlx', 'run'],
  yarn: ['run', 'exec', 'dlx'],
};
const BY_ITSELF = new Set(['npx', 'bunx', 'pnpm', 'yarn']);

/** A line without what stands before the program of a package: variables, wrappers, `npx --yes`, `pnpm exec`. */
export function bareNodeLine(words: readonly string[]): string {
  return words
    .slice(programAt(words))
    .join(' ')
    .replace(/^(?:\.\/)?node_modules\/\.bin\//, '');
}

/** The commands of a script, each without what stands before its program where that is a test tool. */
export function commandsOf(script: string): readonly string[] {
  return partsOf(script).map(commandOf);
}

/** A part of a script without what stands before its program, where that is a test tool. */
export function commandOf(part: string): string {
  const words = wordsOf(part) ?? part.trim().split(/\s+/);
  const bare = bareNodeLine(words);
  const isTool = /^playwright(?= |$)/.test(bare) || JS_TOOLS.some(({ command }) => command.test(bare));
  return isTool ? bare : words.slice(wrapperLength(words)).join(' ');
}

function programAt(words: readonly string[]): number {
  let at = wrapperLength(words);
  const starter = words[at] ?? '';
  const verbs = STARTERS[starter];
  if (verbs === undefined) return at;
  at = afterOptions(words, at + 1);
  const hasVerb = verbs.includes(words[at] ?? '');
  if (!hasVerb && !BY_ITSELF.has(starter)) return wrapperLength(words);
  const program = hasVerb ? afterOptions(words, at + 1) : at;
  return program + wrapperLength(words.slice(program));
}

/** A line that starts a test tool of Node, with what makes it write a report; null for any other. */
export function nodeLine(words: readonly string[]): LineOfTool | null {
  const bare = bareNodeLine(words);
  const tool = JS_TOOLS.find(({ command }) => command.test(bare));
  if (tool === undefined) return null;
  const run = startable(words);
  return namedReport(run) ?? lineWithReport(tool, run, bare);
}

/** The line so that a shell finds its program, and npm takes no option of it for one of its own. */
function startable(words: readonly string[]): string {
  const start = wrapperStart(words);
  const program = words[start] ?? '';
  if (program === 'npm' && !words.includes('--')) return words.toSpliced(start + 2, 0, '--').join(' ');
  const isFound = /^(npx|bunx|npm|bun|pnpm|yarn|node)$/.test(program) || program.includes('node_modules');
  return isFound ? words.join(' ') : words.toSpliced(start, 0, 'npx').join(' ');
}

/** Wrappers that are packages themselves are started by `npx` as well. */
function wrapperStart(words: readonly string[]): number {
  const packaged = words.findIndex((word) => /^(c8|nyc|cross-env|cross-env-shell)$/.test(word));
  const at = wrapperLength(words);
  return packaged >= 0 && packaged < at ? packaged : at;
}

/**
 * A line that starts a tool of JavaScript, with the options that make a report, and the same for a rerun. `script` is
 * what the line starts in the end, when it is a script of package.json.
 */
export function lineWithReport(
  tool: JsTool,
  line: string,
  script = line,
): { readonly run: string; readonly rerun?: string } {
  // Options of Node's own runner stand before its files.
  const isNode = tool.name === 'node-test';
  const options = missingOptions(tool.options, script);
  const run = isNode ? line.replace(/--test(?=\s|$)/, options) : `${line} ${options}`;
  const after = tool.name === 'ava' ? ' | tee "$QAAGENT_REPORT_DIR/ava.tap"' : '';
  const namesFiles = isNode && !run.endsWith(options);
  if (tool.rerun === undefined || namesFiles) return { run: run + after };
  return { run: run + after, rerun: `${run} ${tool.rerun}${after}` };
}

/** vitest and jest refuse options that are there twice. */
function missingOptions(options: string, script: string): string {
  const own = script.slice(Math.max(0, script.search(/\bvitest(?=\s|$)/)));
  const withoutRun = /\s(run|--run)(?=\s|$)/.test(own) ? options.replace(/^--run /, '') : options;
  return /\s--ci(?=\s|$)/.test(script) ? withoutRun.replace(/^--ci /, '') : withoutRun;
}
