import { dirname, join } from 'node:path';
import type { Settings, SuiteSettings } from '../../model/settings.js';
import type { Files } from '../../ports.js';
import { member, parseJson, textOf, type Json } from '../../text/json.js';
import { linesOf, onlyTool, startedScripts } from '../detect/js-scripts.js';
import type { JsTool } from '../detect/js-tools.js';
import { commandsOf, lineWithReport } from './node-line.js';
import { readScriptLine, type ScriptLine } from './script-line.js';
import { wordsOf, wrapperLength } from './words.js';

/** A script that writes a report already; a reporter for people is none. */
const WRITES_REPORT =
  /output\S{0,20}file|--json(?=\s|$)|report\S{0,30}[ =]\S{0,80}(?:json|xml|unit|tap|ctrf|allure)|QAAGENT/i;
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
export function scriptWithReport(line: string, scripts: Json, most = MOST_SCRIPTS): ReportLine | null {
  const read = readScriptLine(line);
  if (read === null) return null;
  const { name, rest, isElsewhere } = read;
  const script = textOf(scripts, name).trim();
  const inner = rest === '' && !isElsewhere ? innerScript(script, scripts) : null;
  if (inner !== null) return most === 0 ? null : scriptWithReport(script, scripts, most - 1);
  const tool = onlyTool(script, scripts);
  if (tool === null || WRITES_REPORT.test(script + rest)) return null;
  if (tool.name === 'ava' || tool.name === 'node-test')
    return rest === '' && !isElsewhere ? ownLine(tool, name, scripts) : null;
  return behindScript(tool, read, script);
}

/** npm passes on only what stands behind `--`. */
function behindScript(tool: JsTool, { line, manager, rest }: ScriptLine, script: string): ReportLine | null {
  if (manager !== 'npm' || / --( |$)/.test(line)) return lineWithReport(tool, withRun(line), script + rest);
  return rest === '' ? lineWithReport(tool, `${line} --`, script) : null;
}

/** pnpm before version 10 takes options behind `pnpm test` for its own. */
const withRun = (line: string): string =>
  line.replace(/^(pnpm(?: .{1,200})?) (?:test|t)(?= |$)/, '$1 run test').replace(/ run run /, ' run ');

/** The script that a script does nothing but start. */
function innerScript(script: string, scripts: Json): string | null {
  const [part = '', ...others] = commandsOf(script);
  const [started = null, ...more] = startedScripts(part, scripts);
  return others.length + more.length > 0 ? null : started;
}

/** Options of these tools have no place behind a script, so its own line is started where it ends with them. */
function ownLine(tool: JsTool, name: string, scripts: Json): ReportLine | null {
  const [line] = linesOf(name, scripts);
  const isWhole = line?.text !== null && textOf(scripts, `post${name}`) === '';
  return line === undefined || !isWhole ? null : lineWithReport(tool, line.own);
}
