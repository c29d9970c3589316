import { textOf, type Json } from '../../text/json.js';
import type { FoundSuite, LeftOut } from './found-suite.js';
import { commandsOf } from '../lines/node-line.js';
import { startsOthers, type ScriptLine } from './js-scripts.js';
import { within } from './project-files.js';

/** A tool that writes a report only with a package or options of the project, and the suite to write for it. */
interface UnreadTool {
  readonly name: string;
  readonly command: RegExp;
  readonly config: RegExp;
  /** What the project has to add; empty when the line does all. */
  readonly add: string;
  readonly example: string;
}

const UNREAD: readonly UnreadTool[] = [
  {
    name: 'Cypress',
    command: /^cypress\b/,
    config: /^cypress\.(config\.[cm]?[jt]s|json)$/,
    add: '',
    example:
      'e2e: {runner: command, run: \'npx cypress run --reporter junit --reporter-options "mochaFile=$QAAGENT_REPORT_DIR/[hash].xml"\'}',
  },
  {
    name: 'karma',
    command: /^(?:karma|ng test)\b/,
    config: /^karma\.conf\.[cm]?[jt]s$/,
    add: ' It writes a report with the package karma-junit-reporter.',
    example:
      "unit: {runner: command, run: 'npx karma start --single-run --reporters progress,junit', report: 'TESTS-*.xml'}",
  },
  {
    name: 'jasmine',
    command: /^jasmine(?:-ts)?\b/,
    config: /^jasmine\.json$/,
    add: ' It writes a report with a helper that adds the JUnitXmlReporter of the package jasmine-reporters, whose `savePath` is the folder in the variable QAAGENT_REPORT_DIR.',
    example: 'unit: {runner: command, run: npx jasmine}',
  },
];

interface Package {
  readonly folder: string;
  readonly scripts: Json;
  readonly lines: readonly ScriptLine[];
  readonly names: readonly string[];
}

/** What a package has that starts tests whose results cannot be read, with the suite to write for it. */
export function unreadTool(
  { folder, scripts, lines, names }: Package,
  suites: readonly FoundSuite[],
): readonly LeftOut[] {
  if (lines.length > 0 || suites.some((suite) => suite.folder === folder)) return [];
  const script = textOf(scripts, 'test');
  const commands = commandsOf(script);
  const inScript = UNREAD.find(({ command }) => commands.some((line) => command.test(line)));
  const where = `${within(folder, 'package.json')}: scripts.test`;
  if (inScript !== undefined) return [leftOut(inScript, where)];
  const isPlaceholder = /no test specified/.test(script) || script === '';
  if (!isPlaceholder && !startsOthers(script, scripts)) {
    const reason = `\`${script.slice(0, 80)}\` does not write a report in a known format; define the suite with \`run\` and \`report\``;
    return [{ path: where, reason, example: 'unit: {runner: command, run: npm test, report: "reports/*.xml"}' }];
  }
  const configured = names.flatMap((name) => {
    const tool = UNREAD.find(({ config }) => config.test(name));
    return tool === undefined ? [] : [leftOut(tool, within(folder, name))];
  });
  return configured.slice(0, 1);
}

function leftOut({ name, add, example }: UnreadTool, path: string): LeftOut {
  return { path, reason: `${name} is not started by itself, write a suite for it.${add}`, example };
}
