import { join } from 'node:path';
import type { Settings, SuiteSettings } from '../model/settings.js';
import type { Files } from '../ports.js';
import { member, parseJson, textOf, type Json } from '../text/json.js';
import { commandsOf, JS_TOOLS, type JsTool } from './detect/js-tools.js';
import { lineWithReport } from './shorthand.js';

/** `npm test`, `pnpm run unit`, `npm run unit -- --coverage`; what follows has no operator of the shell. */
const SCRIPT_LINE = /^(npm|pnpm|yarn)( +run)? +([\w:.-]{1,80})((?: +[^\s&|;<>]+)*)$/;
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
  if (suite.rerun !== null || suite.files !== undefined || !SCRIPT_LINE.test(suite.run.trim())) return suite;
  const manifest = parseJson((await files.readTextIfExists(join(suite.workingDirectory, 'package.json'))) ?? '');
  const line = scriptWithReport(suite.run.trim(), member(manifest, 'scripts'));
  return line === null ? suite : { ...suite, rerun: null, ...line };
}

type ReportLine = ReturnType<typeof lineWithReport>;

/** The line with the options of the tool that its script starts last; null when that is not exactly one known tool. */
export function scriptWithReport(line: string, scripts: Json): ReportLine | null {
  const [, manager, , name = '', rest = ''] = SCRIPT_LINE.exec(line) ?? [];
  const script = textOf(scripts, name).trim();
  const inner = rest === '' ? innerScript(script) : null;
  if (inner !== null) return inner === name ? null : scriptWithReport(script, scripts);
  const tool = onlyTool(script, scripts);
  if (tool === null || /report|output|--json/i.test(script + rest)) return null;
  if (tool.name === 'ava' || tool.name === 'node-test') return rest === '' ? ownLine(tool, name, scripts) : null;
  if (manager !== 'npm') return lineWithReport(tool, line, script + rest);
  // npm passes on only what stands behind `--`.
  if (rest !== '') return rest.trim().startsWith('-- ') ? lineWithReport(tool, line, script + rest) : null;
  return lineWithReport(tool, `${line} --`, script);
}

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
  const isAlone = tool.command.test(script) && commandsOf(script).length === 1;
  const hasHooks = [`pre${name}`, `post${name}`].some((hook) => textOf(scripts, hook) !== '');
  if (!isAlone || hasHooks) return null;
  return lineWithReport(tool, tool.name === 'ava' ? `npx ${script}` : script);
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
