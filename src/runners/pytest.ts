import { join } from 'node:path';
import type { ReportCase } from '../model/report.js';
import type { PytestSettings, SuiteCommon } from '../model/settings.js';
import { EVENTS_NAME, injectionEnv } from './event-plugins.js';
import { missingPython, missingTool, pythonTool } from './python.js';
import { pytestJunitFile } from './project-junit.js';
import {
  configError,
  missingPath,
  unitOfSuite,
  type AttemptPlan,
  type AttemptRequest,
  type ExitMeaning,
  type Identity,
  type Preparation,
  type Runner,
  type RunnerServices,
} from './runner.js';

type PytestSuite = SuiteCommon & PytestSettings;
type Command = readonly [string, ...string[]];

/** pytest 7 and newer: events from a plug-in that is loaded by environment, reruns by a filter inside it. */
export const pytestRunner: Runner<PytestSuite> = {
  prepare: async (suite, services): Promise<Preparation> => {
    const program = await pythonTool('pytest', suite, services);
    if (program === null) return configError(suite, ...missingPython(suite.python));
    const lost = await missingPath(suite, pathOf(suite.path), services);
    if (lost !== null) return lost;
    const modules = await pythonFiles(suite, services);
    const projectFile = await pytestJunitFile(suite.workingDirectory, services);
    return {
      ok: true,
      suite: {
        tool: 'pytest',
        setup: null,
        plan: (request) => planAttempt({ suite, program, projectFile }, services, request),
        division: {
          by: 'tests',
          list: (directory) => listingPlan({ suite, program, projectFile }, services, directory),
          unit: unitOfSuite(suite, 'test'),
        },
        resultSource: 'events',
        canSelect: true,
        nativeRetries: false,
        keyOfCase: ({ classname, name }) => `${classname}\n${name}`,
        keyOfTest: ({ id }) => keyOfNode(id),
        sharedKeyOfTest: ({ id }) => keyOfNode(id.split('[', 1)[0] ?? ''),
        identify: (reported) => identify(reported, modules),
        explainExit,
      },
    };
  },
};

/** A path may carry a node id (`tests/a.py::test_b`). */
const pathOf = (path: string): string => path.split('::', 1)[0] ?? path;

interface PytestStart {
  readonly suite: PytestSuite;
  readonly program: Command;
  /** Where the project wants its JUnit file; empty for nowhere. */
  readonly projectFile: string;
}

function planAttempt(
  { suite, program, projectFile }: PytestStart,
  services: RunnerServices,
  request: AttemptRequest,
): AttemptPlan {
  const selectFile = join(request.directory, 'select.json');
  const ids = request.select?.map((test) => test.selector) ?? null;
  return {
    command: [...program, ...argumentsOf(suite, request.directory)],
    cwd: suite.workingDirectory,
    env: {
      ...(request.isolated === true ? {} : injectionEnv(services.env, services.streamsDirectory, request.directory)),
      ...(ids === null ? {} : { QAAGENT_SELECT: selectFile }),
    },
    files: ids === null ? [] : [{ path: selectFile, text: JSON.stringify(ids) }],
    eventsFile: join(request.directory, EVENTS_NAME),
    ownReports: ['*.xml'],
    sharedReports: [],
    copies:
      (ids === null || request.number === 1) && projectFile !== ''
        ? [{ from: 'junit.xml', to: projectFile, isFolder: false }]
        : [],
  };
}

/** Collects as the suite does and runs nothing. */
function listingPlan(start: PytestStart, services: RunnerServices, directory: string): AttemptPlan {
  const plan = planAttempt(start, services, { number: 1, directory, select: null });
  return { ...plan, command: [...plan.command, '--collect-only', '-q'] };
}

function argumentsOf(suite: PytestSuite, directory: string): readonly string[] {
  const reports = suite.args.some((arg) => /^--junit-?xml/.test(arg))
    ? []
    : [`--junitxml=${join(directory, 'junit.xml')}`, '-o', 'junit_family=xunit1'];
  return [
    ...(suite.path === '' ? [] : [suite.path]),
    ...(suite.markers === null ? [] : ['-m', suite.markers]),
    ...(suite.keyword === null ? [] : ['-k', suite.keyword]),
    ...reports,
    ...suite.args,
  ];
}

/** The classname and name that pytest's own JUnit writer gives to a node id. */
function keyOfNode(id: string): string {
  const bracket = id.indexOf('[');
  const address = bracket < 0 ? id : id.slice(0, bracket);
  const [path = '', ...names] = address.split('::').filter((part) => part !== '()');
  const parts = [path.replaceAll('/', '.').replace(/\.py$/, ''), ...names];
  const name = `${parts.at(-1) ?? ''}${bracket < 0 ? '' : id.slice(bracket)}`;
  return `${parts.slice(0, -1).join('.')}\n${name}`;
}

/** Python files by the name that pytest gives them: `tests.my-dir.v1.test_a` to `tests/my-dir.v1/test_a.py`. */
async function pythonFiles(suite: PytestSuite, { files }: RunnerServices): Promise<ReadonlyMap<string, string>> {
  const found = await files.glob(['**/*.py', '!**/node_modules/**', '!**/.venv/**'], suite.workingDirectory);
  const paths = found.map((file) => file.slice(suite.workingDirectory.length + 1).replaceAll('\\', '/'));
  return new Map(paths.map((path) => [path.replace(/\.py$/, '').replaceAll('/', '.'), path] as const));
}

/** Splits a dotted classname where the longest prefix is a module that exists; the rest are classes. */
function identify({ classname, name, file, line }: ReportCase, modules: ReadonlyMap<string, string>): Identity {
  // A module that cannot be collected is a case of its own, named by its dotted path.
  const unloadable = classname === '' ? modules.get(name) : undefined;
  if (unloadable !== undefined) return { id: unloadable, file: unloadable, line };
  const parts = classname.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const dotted = parts.slice(0, length).join('.');
    const reportedModule = file !== '' && file.replace(/\.py$/, '').replaceAll('/', '.') === dotted ? file : undefined;
    const module = modules.get(dotted) ?? reportedModule;
    if (module === undefined) continue;
    return { id: [module, ...parts.slice(length), name].join('::'), file: module, line };
  }
  const id = [file === '' ? classname : file, name].filter((part) => part !== '').join('::');
  return { id: id === '' ? 'unnamed test' : id, file, line };
}

function explainExit(code: number, output: string): ExitMeaning | null {
  const absent = missingTool(output, 'pytest');
  if (absent !== null) return absent;
  switch (code) {
    case 2:
      return {
        outcome: 'incomplete',
        message: 'pytest was interrupted',
        remedy: 'Fix the error that ended the session.',
      };
    case 3:
      return {
        outcome: 'error',
        message: 'pytest ended with 3 (internal error)',
        remedy: 'Fix the plug-in or conftest.py that raised the error.',
      };
    case 4:
      return {
        outcome: 'config-error',
        message: 'pytest ended with 4 (wrong usage, or a conftest.py that cannot be loaded)',
        remedy: 'Correct `args` or `path` of the suite, or the configuration of pytest.',
      };
    case 5:
      return {
        outcome: 'no-tests',
        message: 'pytest collected no tests',
        remedy: 'Correct `path`, `markers` or `keyword` of the suite, or set `no-tests: pass`.',
      };
    default:
      return null;
  }
}
