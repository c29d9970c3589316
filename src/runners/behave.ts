import { join } from 'node:path';
import type { BehaveSettings, SuiteCommon } from '../model/settings.js';
import { EVENTS_NAME, injectionEnv } from './event-plugins.js';
import { missingPython, missingTool, pythonTool } from './python.js';
import { behaveJunitFolder } from './project-junit.js';
import {
  configError,
  missingPath,
  unitOfSuite,
  withoutLine,
  type AttemptPlan,
  type AttemptRequest,
  type ExitMeaning,
  type Preparation,
  type Runner,
  type RunnerServices,
} from './runner.js';

type BehaveSuite = SuiteCommon & BehaveSettings;
type Command = readonly [string, ...string[]];

/** Behave 1.2.6 and newer: events from a formatter, reruns by a filter inside it. */
export const behaveRunner: Runner<BehaveSuite> = {
  prepare: async (suite, services): Promise<Preparation> => {
    const program = await pythonTool('behave', suite, services);
    if (program === null) return configError(suite, ...missingPython(suite.python));
    const lost = await missingPath(suite, withoutLine(suite.path), services);
    if (lost !== null) return lost;
    const projectFolder = await behaveJunitFolder(suite.workingDirectory, services);
    return {
      ok: true,
      suite: {
        tool: 'behave',
        setup: null,
        plan: (request) => planAttempt({ suite, program, projectFolder }, services, request),
        division: {
          by: 'tests',
          list: (directory) => listingPlan({ suite, program, projectFolder }, services, directory),
          unit: unitOfSuite(suite, 'file'),
        },
        resultSource: 'events',
        canSelect: true,
        nativeRetries: false,
        keyOfCase: keyOf,
        keyOfTest: keyOf,
        identify: ({ classname, name, file, line }) => ({ id: `${classname}: ${name}`, file, line }),
        explainExit,
      },
    };
  },
};

/** Names of outline rows end in a blank that not every reader keeps. */
const keyOf = ({ classname, name }: { readonly classname: string; readonly name: string }): string =>
  `${classname.trim()}\n${name.trim()}`;

interface BehaveStart {
  readonly suite: BehaveSuite;
  readonly program: Command;
  /** Where the project wants its JUnit files; empty for nowhere. */
  readonly projectFolder: string;
}

function planAttempt(
  { suite, program, projectFolder }: BehaveStart,
  services: RunnerServices,
  request: AttemptRequest,
): AttemptPlan {
  const selectFile = join(request.directory, 'select.json');
  const ids = request.select?.map((test) => test.selector) ?? null;
  const options = [
    ...suite.tags.map((tag) => `--tags=${tag}`),
    '--junit',
    `--junit-directory=${join(request.directory, 'junit')}`,
  ];
  return {
    command: [
      ...program,
      ...(request.isolated === true ? [] : formats(suite.args)),
      ...options,
      suite.path,
      ...suite.args,
    ],
    cwd: suite.workingDirectory,
    env: {
      ...injectionEnv(services.env, services.streamsDirectory, request.directory),
      ...(ids === null ? {} : { QAAGENT_SELECT: selectFile }),
    },
    files: ids === null ? [] : [{ path: selectFile, text: JSON.stringify(ids) }],
    eventsFile: join(request.directory, EVENTS_NAME),
    ownReports: ['junit/*.xml'],
    sharedReports: [],
    copies:
      (ids === null || request.number === 1) && projectFolder !== ''
        ? [{ from: 'junit/*.xml', to: projectFolder, isFolder: true }]
        : [],
  };
}

/** Loads features and steps as the suite does and runs no step. */
function listingPlan(start: BehaveStart, services: RunnerServices, directory: string): AttemptPlan {
  const plan = planAttempt(start, services, { number: 1, directory, select: null });
  return { ...plan, command: [...plan.command, '--dry-run'] };
}

/** Our format first, as Behave pairs `-o` with `-f` by position; it needs no outfile and takes none away. */
function formats(args: readonly string[]): readonly string[] {
  const own = ['-f', 'qaagent_behave:Stream', '-o', '/dev/null'];
  const chosen = args.some((arg) => /^(-f|--format)/.test(arg));
  return chosen ? own : [...own, '-f', 'plain'];
}

function explainExit(code: number, output: string): ExitMeaning | null {
  const absent = missingTool(output, 'behave');
  if (absent !== null) return absent;
  if (code === 2) {
    return {
      outcome: 'config-error',
      message: 'behave ended with 2 (wrong usage)',
      remedy: 'Correct `args` of the suite.',
    };
  }
  return null;
}
