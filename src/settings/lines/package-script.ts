import { dirname, join } from 'node:path';
import type { Settings, SuiteSettings } from '../../model/settings.js';
import type { Files } from '../../ports.js';
import { member, parseJson, textOf, type Json } from '../../text/json.js';
import { JS_TOOLS, type JsTool } from '../detect/js-tools.js';
import { commandsOf, lineWithReport, nodeLine } from './node-line.js';
import { readScriptLine, type ScriptLine } from './script-line.js';
import { wordsOf, wrapperLength } from './words.js';

/** A part of a script that starts other scripts. */
const STARTS_SCRIPT =
  /^(?:(?:npm|pnpm|yarn)(?: +run)? +([\w:.-]{1,80})$|(?:turbo|nx|lerna|wireit|run-[sp]|npm-run-all2?|concurrently)\b)/;
const MOST_SCRIPTS = 20;

/**
 * Gives suites that start one script of package.json the options that make the tool in it write a report. A script that
 * starts several tools, or writes a report already, stays as it is.
 */
export async function withScriptReports(settings: Settings, files: Files): Promise<Settings> {
  const suites = await Promise.all(settings.suites.map((suite) => understandScript(suite, files)));
  return { ...settings, suites };
}

async function understandScript(suite: SuiteSettings, files: Files): Promise<SuiteSettings> {
  if (suite.runner !== 'command' || suite.detected || suite.report.length > 0) return suite;
  if (suite.rerun !== null || suite.files !== undefined) return suite;
  const asked = partOfLine(suite.run);
  if (asked === null) return suite;
  const { before, entered, script } = asked;
  const base = join(suite.workingDirectory, entered);
  const folder = await folderOfPackage(script, base, files);
  const manifest =
    folder === null ? null : parseJson((await files.readTextIfExists(join(folder, 'package.json'))) ?? '');
  const found = manifest === null ? null : scriptWithReport(script.line, member(manifest, 'scripts'));
  if (found === null) return suite;
  // Paths of tests start at the suite's folder, which is not that of the package.
  const rerun = found.rerun === undefined || folder !== suite.workingDirectory ? null : before + found.rerun;
  return { ...suite, run: before + found.run, rerun };
}

interface PartOfLine {
  /** What stands before the script: other commands, variables. */
  readonly before: string;
  /** The folder that a command before it enters; empty for none. */
  readonly entered: string;
  readonly script: ScriptLine;
}

/** The last command of a line, when it starts a script: only that one can be given options. */
function partOfLine(line: string): PartOfLine | null {
  const parts = line.split(' && ');
  const earlier = parts.slice(0, -1).map(wordsOf);
  const moves = earlier.filter((part) => part === null || part[0] === 'cd');
  const words = wordsOf(parts.at(-1) ?? '') ?? [];
  const at = wrapperLength(words);
  const script = readScriptLine(words.slice(at).join(' '));
  const entered = moves.length === 0 ? '' : (moves[0]?.[1] ?? '');
  if (script === null || moves.length > 1 || moves.includes(null) || /["'$~]/.test(entered)) return null;
  const before =
    [...parts.slice(0, -1), ''].join(' && ') +
    words
      .slice(0, at)
      .map((word) => `${word} `)
      .join('');
  return { before, entered, script };
}

/** The folder of the package whose script a line starts; null when that cannot be known. */
async function folderOfPackage({ folder, workspace }: ScriptLine, base: string, files: Files): Promise<string | null> {
  const start = join(base, folder);
  if (workspace === '') return folder === '' ? base : start;
  if (await files.exists(join(start, workspace, 'package.json'))) return join(start, workspace);
  const manifests = await files.glob(['**/package.json', '!**/node_modules/**'], start);
  for (const path of manifests) {
    const name = textOf(parseJson((await files.readTextIfExists(path)) ?? ''), 'name');
    if (name === workspace) return dirname(path);
  }
  return null;
}

type ReportLine = ReturnType<typeof lineWithReport>;

/** The line with the options of the tool that its script starts last; null when that is not exactly one known tool. */
export function scriptWithReport(line: string, scripts: Json): ReportLine | null {
  const read = readScriptLine(line);
  if (read === null) return null;
  const { manager, name, rest, isElsewhere } = read;
  const script = textOf(scripts, name).trim();
  const inner = rest === '' && !isElsewhere ? innerScript(script) : null;
  if (inner !== null) return inner === name ? null : scriptWithReport(script, scripts);
  const tool = onlyTool(script, scripts);
  if (tool === null || writesReport(script + rest)) return null;
  if (tool.name === 'ava' || tool.name === 'node-test')
    return rest === '' && !isElsewhere ? ownLine(tool, name, scripts) : null;
  if (manager !== 'npm' || / --( |$)/.test(line)) return lineWithReport(tool, line, script + rest);
  // npm passes on only what stands behind `--`.
  return rest === '' ? lineWithReport(tool, `${line} --`, script) : null;
}

const writesReport = (text: string): boolean => /report|output|--json/i.test(text);

/** The script that a script does nothing but start. */
function innerScript(script: string): string | null {
  const [part = '', ...others] = commandsOf(script);
  return others.length > 0 ? null : (STARTS_SCRIPT.exec(part)?.[1] ?? null);
}

/** The tool that a script starts last, when it starts no other. */
function onlyTool(script: string, scripts: Json): JsTool | null {
  const [tool, ...others] = toolsIn(script, scripts, MOST_SCRIPTS) ?? [];
  const last = commandsOf(script).at(-1) ?? '';
  return tool !== undefined && others.length === 0 && tool.command.test(last) ? tool : null;
}

/** Options of these tools have no place behind a script, so its line is started itself where npm adds nothing to it. */
function ownLine(tool: JsTool, name: string, scripts: Json): ReportLine | null {
  const script = textOf(scripts, name).trim();
  const hasHooks = [`pre${name}`, `post${name}`].some((hook) => textOf(scripts, hook) !== '');
  const words = wordsOf(script);
  if (words === null || hasHooks || !commandsOf(script).every((part) => tool.command.test(part))) return null;
  const { run, rerun } = nodeLine(words) ?? {};
  return run === undefined ? null : { run, ...(rerun === undefined ? {} : { rerun }) };
}

/** Every test tool that a script starts, also by other scripts; null when that cannot be known. */
function toolsIn(script: string, scripts: Json, most: number): readonly JsTool[] | null {
  const found: JsTool[] = [];
  for (const part of commandsOf(script)) {
    const tool = JS_TOOLS.find(({ command }) => command.test(part));
    if (tool !== undefined) found.push(tool);
    else if (/^playwright\b/.test(part)) return null;
    const starts = tool === undefined ? STARTS_SCRIPT.exec(part) : null;
    if (starts === null) continue;
    const inner = starts[1] === undefined || most === 0 ? null : toolsIn(textOf(scripts, starts[1]), scripts, most - 1);
    if (inner === null) return null;
    found.push(...inner);
  }
  return found;
}
