import { entriesOf, textOf, type Json } from '../../text/json.js';
import { commandOf, commandsOf } from '../lines/node-line.js';
import { partsOf } from '../lines/words.js';
import { JS_TOOLS, withLauncher, type JsTool } from './js-tools.js';

/** A test tool that a script of package.json starts. */
export interface ScriptLine {
  readonly tool: JsTool;
  /** The script whose text starts the tool. */
  readonly script: string;
  /** The text of the script when options can be added behind it: the tool comes last and is the only one. */
  readonly text: string | null;
  /** The part of the script that starts the tool, as a line of its own. */
  readonly own: string;
}

/** A part of a script that starts other scripts of the same package. */
const STARTS_SCRIPT = /^(?:npm|pnpm|yarn|bun)(?: +run)? +([\w:.-]{1,80})$/;
/** `run-s lint test:*`, `concurrently "npm:test:*"`: the names of scripts are words. */
const STARTS_SCRIPTS = /^(?:run-[sp]|npm-run-all2?|concurrently)\b(.*)$/;
/** Programs that start scripts of other packages, or tasks that are not scripts. */
const STARTS_PACKAGES =
  /^(?:(?:turbo|nx|lerna|wireit|rush|lage|moon)\b|(?:npm|pnpm|yarn)\b.*(?: -r\b| --recursive\b| -ws\b| -w\b| --workspaces?\b| --filter\b| -F\b| workspaces? ))/;

/** Scripts that run the same tests as another, in another way. */
const VARIANT = /watch|cov|ui$|debug|update|snapshot|open|headed|dev|bench|changed|related|staged|report|inspect/i;
/** Scripts of a package without a script `test`. */
const LIKE_TEST = /^(?:test[:._-].+|tests|unit|e2e|integration|spec|[\w-]+[:._-]tests?)$/i;

/** Parts that check the code and make nothing that tests need. */
const CHECKS =
  /^(?:xo|eslint|standard|prettier|biome|tslint|oxlint|npm-check|depcheck|knip|(?:npm|pnpm|yarn)(?: run)? (?:\S*lint\S*|format\S*|typecheck|types|check\S*))\b/;

/** The scripts of the same package that a part of a script starts. */
export function startedScripts(part: string, scripts: Json): readonly string[] {
  const one = STARTS_SCRIPT.exec(part)?.[1];
  if (one !== undefined) return [one === 't' ? 'test' : one];
  const words = STARTS_SCRIPTS.exec(part)?.[1];
  if (words === undefined) return [];
  const wanted = words.split(/[\s"']+/).map((word) => word.replace(/^npm:/, ''));
  const names = entriesOf(scripts).map(([name]) => name);
  return names.filter((name) => wanted.some((word) => isNamedBy(word, name)));
}

/** `test:*` names `test:unit`, `test:**` also what has more colons. */
function isNamedBy(word: string, name: string): boolean {
  if (!word.endsWith('*')) return word === name;
  const start = word.slice(0, word.indexOf('*'));
  return name.startsWith(start) && (word.endsWith('**') || !name.slice(start.length).includes(':'));
}

/** True when the script `test` leaves the tests to the packages below. */
export function leavesToPackages(scripts: Json): boolean {
  return commandsOf(textOf(scripts, 'test')).some((part) => STARTS_PACKAGES.test(part));
}

/** True when a script starts tests that are looked for where they are: in other scripts, in packages, by Playwright. */
export function startsOthers(script: string, scripts: Json): boolean {
  return commandsOf(script).some(
    (part) => /^playwright\b/.test(part) || STARTS_PACKAGES.test(part) || startedScripts(part, scripts).length > 0,
  );
}

/**
 * Every test tool that plain use of a package starts: by its script `test` and the scripts that this starts, or, without
 * a script `test`, by those that are called like one.
 */
export function scriptLines(scripts: Json): readonly ScriptLine[] {
  const test = textOf(scripts, 'test');
  const isAbsent = test === '' || /no test specified/.test(test);
  const named = entriesOf(scripts).map(([name]) => name);
  const names = isAbsent ? named.filter((name) => LIKE_TEST.test(name) && !VARIANT.test(name)) : ['test'];
  const seen = new Set<string>();
  const lines = names.flatMap((name) => linesOf(name, scripts, seen));
  return lines.filter(({ own }, at) => lines.findIndex((other) => other.own === own) === at);
}

/** Every test tool that a script starts, and how. */
export function linesOf(name: string, scripts: Json, seen = new Set<string>()): readonly ScriptLine[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const text = textOf(scripts, name).trim();
  const only = onlyTool(text, scripts);
  const parts = partsOf(text);
  const before: string[] = textOf(scripts, `pre${name}`) === '' ? [] : [`npm run pre${name}`];
  return parts.flatMap((part, at): readonly ScriptLine[] => {
    const command = commandOf(part);
    const tool = JS_TOOLS.find((each) => each.command.test(command));
    if (tool !== undefined) {
      const isLast = only === tool && at === parts.length - 1;
      return [{ tool, script: name, text: isLast ? text : null, own: [...before, ownLine(part)].join(' && ') }];
    }
    const lines = startedScripts(command, scripts).flatMap((each) => linesOf(each, scripts, seen));
    if (lines.length === 0 && !CHECKS.test(command)) before.push(ownLine(part));
    return lines;
  });
}

/** A part of a script as a shell starts it that does not find the programs of node_modules. */
function ownLine(part: string): string {
  const command = commandOf(part);
  const variables = part.slice(0, part.length - command.length).match(/\b\w+=(?:"[^"]*"|'[^']*'|\S)*/g) ?? [];
  return [...variables, withLauncher(command)].join(' ');
}

/** The tool that a script starts last, when it starts no other. */
export function onlyTool(script: string, scripts: Json): JsTool | null {
  const [tool, ...others] = toolsIn(script, scripts, new Set()) ?? [];
  const last = commandsOf(script).at(-1) ?? '';
  return tool !== undefined && others.length === 0 && tool.command.test(last) ? tool : null;
}

/** Every test tool that a script starts, also by other scripts; null when that cannot be known. */
function toolsIn(script: string, scripts: Json, seen: Set<string>): readonly JsTool[] | null {
  const found: JsTool[] = [];
  for (const part of commandsOf(script)) {
    const tool = JS_TOOLS.find(({ command }) => command.test(part));
    const inner = tool === undefined ? toolsBehind(part, scripts, seen) : [tool];
    if (inner === null) return null;
    found.push(...inner);
  }
  return found;
}

function toolsBehind(part: string, scripts: Json, seen: Set<string>): readonly JsTool[] | null {
  if (/^playwright\b/.test(part) || STARTS_PACKAGES.test(part)) return null;
  const found: JsTool[] = [];
  for (const name of startedScripts(part, scripts)) {
    // A script that is started twice runs its tests twice, or starts itself.
    const inner = seen.has(name) ? null : toolsIn(textOf(scripts, name), scripts, seen.add(name));
    if (inner === null) return null;
    found.push(...inner);
  }
  return found;
}

/** The line that starts a script with options behind it; `pnpm test` takes options for its own before version 10. */
export function scriptLine(manager: string, name: string, rest = ''): string {
  const start = manager === 'npm' && name === 'test' ? 'npm test' : `${manager} run ${name}`;
  const options = manager === 'npm' && rest === '' ? '--' : rest;
  return `${start} ${options}`.trim();
}
