import type { TestCase } from '../model/run.js';
import type { SuiteSettings } from '../model/settings.js';
import { secretLiterals } from '../redaction/redactor.js';
import { changesShell, pathsOf, quoteWord, shellWord, subshell, type Shell } from '../text/shell.js';
import { fillTemplate, fromFolder } from './rerun-template.js';
import { neededArguments, TOOL_OPTIONS } from './tool-options.js';

/** Where and how a person types the command. */
export interface RerunPlace {
  /** Absolute folder in which the person is. */
  readonly root: string;
  readonly shell: Shell;
  /** Command of the suite's first attempt; empty when it is not known. */
  readonly command: readonly string[];
}

/**
 * The line that runs one test again with the suite's folder, environment, program and options; null when there is none.
 * A POSIX shell into which it is pasted keeps its own folder and variables.
 */
export function rerunCommand(test: TestCase, suite: SuiteSettings, place: RerunPlace): string | null {
  const words = lineOf(test, suite, place);
  if (words === null) return null;
  const line = inFolder(withEnvironment(words, suite, place.shell), suite, place);
  return place.shell === 'posix' && changesShell(line) ? subshell(line) : line;
}

function lineOf(test: TestCase, suite: SuiteSettings, place: RerunPlace): string | null {
  const words = (parts: readonly string[]): string => commandLine(parts, place.shell);
  const argsFor = (tool: keyof typeof TOOL_OPTIONS): readonly string[] =>
    neededArguments(suite.args, TOOL_OPTIONS[tool]);
  switch (suite.runner) {
    case 'pytest':
      // A worker of xdist that could not collect is no test.
      if (/^gw\d+::gw\d+$/.test(test.id)) return null;
      return words([...programOf('pytest', suite, place), ...argsFor('pytest'), nodeId(test, suite, place)]);
    case 'behave':
      return words([...programOf('behave', suite, place), ...argsFor('behave'), test.id]);
    case 'playwright': {
      const selected = playwrightTest(test, suite, place);
      return selected === null ? null : words(['npx', 'playwright', 'test', ...argsFor('playwright'), ...selected]);
    }
    case 'command':
      return templateLine(test, suite, suite.rerun, place);
    default:
      return null;
  }
}

/** PowerShell takes a quoted word at the start of a line for a text, unless it is called. */
function commandLine(parts: readonly string[], shell: Shell): string {
  const line = parts.map((part) => shellWord(part, shell)).join(' ');
  return shell === 'powershell' && line.startsWith("'") ? `& ${line}` : line;
}

/** The program as it was started, by the name under which a person finds it: `pytest`, `.venv/bin/pytest`, `uv run pytest`. */
function programOf(tool: string, suite: SuiteSettings & { readonly python: string | null }, place: RerunPlace) {
  const paths = pathsOf(place.root);
  const nameOf = (word: string): string => paths.basename(word).replace(/\.(exe|cmd|bat)$/i, '');
  const end = place.command.findIndex((word) => nameOf(word) === tool);
  if (end < 0) return [tool];
  const [program = '', ...rest] = place.command.slice(0, end + 1);
  const folder = suite.workingDirectory;
  const python = suite.python ?? '';
  const named = program === python ? python : (python.split(/\s+/)[0] ?? '');
  if (named !== '' && /[\\/]/.test(named)) return [named, ...rest];
  const isOfProject = paths.isAbsolute(program) && isInside(program, place.root) && folder !== '';
  return [isOfProject ? paths.relative(folder, program).replaceAll('\\', '/') : nameOf(program), ...rest];
}

function isInside(path: string, folder: string): boolean {
  const paths = pathsOf(folder);
  const inside = paths.relative(folder, path);
  return folder !== '' && !inside.startsWith('..') && !paths.isAbsolute(inside);
}

/** pytest spells ids from its root directory; the command line wants them from the working directory. */
function nodeId({ id, file }: TestCase, { workingDirectory }: SuiteSettings, { root }: RerunPlace): string {
  const end = id.indexOf('::');
  const path = end < 0 ? id : id.slice(0, end);
  const isSame = file === path || file.endsWith(`/${path.replace(/^(\.\.\/)+/, '')}`);
  if (workingDirectory === '' || !isSame) return id;
  return `${fromFolder(file, { workingDirectory, root })}${id.slice(path.length)}`;
}

/** Playwright takes files as regular expressions; a test of a loop shares its line, so its title goes along. */
function playwrightTest(test: TestCase, suite: SuiteSettings, { root }: RerunPlace): readonly string[] | null {
  if (test.file === '' || test.line === 0) return null;
  const file =
    suite.workingDirectory === ''
      ? test.file
      : fromFolder(test.file, { workingDirectory: suite.workingDirectory, root });
  const project = /^\[([^\]]+)\] /.exec(test.id)?.[1];
  const title = test.name.split(' › ').map(escapeRegex).join(' ');
  return [
    ...(project === undefined ? [] : [`--project=${project}`]),
    ...(test.name === '' ? [] : ['-g', `${title}${test.tags.length === 0 ? '$' : ''}`]),
    `${escapeRegex(file.replace(/^(\.\.\/)+/, ''))}:${test.line}`,
  ];
}

/** As little as needed, so that paths stay readable: a dot matches itself. */
const escapeRegex = (text: string): string => text.replace(/[*+?^${}()|[\]\\]/g, '\\$&');

/** The option by which Django passes its results on to us; outside of a run its module is not there. */
const OWN_RUNNER = / --testrunner=qaagent_unittest\.DjangoRunner\b/;

const OWN_MODULE = / -m qaagent_unittest(?= |$)/;

/** The `rerun` template of a command; a line over several lines is not one to copy. */
function templateLine(test: TestCase, suite: SuiteSettings, template: string | null, { root, shell }: RerunPlace) {
  if (template === null || template.trim().includes('\n') || shell !== 'posix') return null;
  const selected = { ...test, selector: test.selector === '' ? test.id : test.selector };
  const places = { root, workingDirectory: suite.workingDirectory, reportWord: '"$QAAGENT_REPORT_DIR"' };
  const line = fillTemplate(
    template.trim().replace(OWN_RUNNER, '').replace(OWN_MODULE, ' -m unittest'),
    [selected],
    places,
  ).trimEnd();
  return line.includes('QAAGENT_REPORT_DIR') ? `export QAAGENT_REPORT_DIR="$(mktemp -d)" && ${line}` : line;
}

/** Secret values stay out; their variables are named, and whoever types the command sets them. */
function withEnvironment(line: string, { env }: SuiteSettings, shell: Shell): string {
  const variables = Object.entries(env).map(([name, value]) => {
    const isSecret = secretLiterals({ [name]: value }).length > 0;
    if (shell === 'powershell') {
      const variable = /^\w+$/.test(name) ? `$env:${name}` : `\${env:${name}}`;
      return `${variable} = ${isSecret ? variable : quoteWord(value, shell)};`;
    }
    return `${name}=${isSecret ? `"$${name}"` : shellWord(value, shell)}`;
  });
  if (variables.length === 0) return line;
  // A template may be more than one command; an assignment in front would reach the first only.
  return shell === 'powershell' || !changesShell(line)
    ? [...variables, line].join(' ')
    : `export ${variables.join(' ')} && ${line}`;
}

function inFolder(line: string, { workingDirectory }: SuiteSettings, { root, shell }: RerunPlace): string {
  const folder = workingDirectory === '' ? '' : pathsOf(root).relative(root, workingDirectory).replaceAll('\\', '/');
  if (folder === '') return line;
  return shell === 'powershell' ? `cd ${shellWord(folder, shell)}; ${line}` : `cd ${shellWord(folder)} && ${line}`;
}
