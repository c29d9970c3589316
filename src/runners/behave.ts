import { join } from 'node:path';
import type { BehaveSettings, SuiteCommon } from '../model/settings.js';
import { EVENTS_NAME, injectionEnv } from './injection.js';
import { isMissingModule, missingPython, pythonTool } from './python.js';
import {
  configError,
  type AttemptPlan,
  type AttemptRequest,
  type ExitMeaning,
  type Preparation,
  type Runner,
  type RunnerWorld,
} from './runner.js';

type BehaveSuite = SuiteCommon & BehaveSettings;
type Command = readonly [string, ...string[]];

/** Behave 1.2.6 and newer: events from a formatter, reruns by `file:line`. */
export const behaveRunner: Runner<BehaveSuite> = {
  prepare: async (suite, world): Promise<Preparation> => {
    const program = await pythonTool('behave', suite, world);
    if (program === null) return configError(suite, ...missingPython(suite.python));
    if (!(await world.files.exists(join(suite.workingDirectory, suite.path)))) {
      return configError(
        suite,
        `the path ${suite.path} does not exist`,
        `Correct \`path\` of the suite; it starts at ${suite.workingDirectory}.`,
      );
    }
    return {
      ok: true,
      suite: {
        tool: 'behave',
        setup: null,
        plan: (request) => planAttempt(suite, program, world, request),
        witness: 'events',
        canSelect: true,
        nativeRetries: false,
        keyOfCase: ({ classname, name }) => `${classname.split('.').at(-1) ?? ''}\n${name}`,
        keyOfTest: ({ classname, name }) => `${classname}\n${name}`,
        identify: ({ classname, name, file, line }) => ({ id: `${classname}: ${name}`, file, line }),
        explainExit,
      },
    };
  },
};

function planAttempt(suite: BehaveSuite, program: Command, world: RunnerWorld, request: AttemptRequest): AttemptPlan {
  const list = join(request.directory, 'select.txt');
  const selected = request.select?.map((test) => test.selector) ?? null;
  const options = [
    ...suite.args,
    ...suite.tags.map((tag) => `--tags=${tag}`),
    '--junit',
    `--junit-directory=${join(request.directory, 'junit')}`,
  ];
  return {
    command: [...program, ...formats(suite.args), ...options, selected === null ? suite.path : `@${list}`],
    cwd: suite.workingDirectory,
    env: injectionEnv(world.env, world.streamsDirectory, request.directory),
    files: selected === null ? [] : [{ path: list, text: `${selected.join('\n')}\n` }],
    eventsFile: join(request.directory, EVENTS_NAME),
    ownReports: ['junit/*.xml'],
    sharedReports: [],
  };
}

/** Our format first, as Behave pairs `-o` with `-f` by position; it needs no outfile and takes none away. */
function formats(args: readonly string[]): readonly string[] {
  const own = ['-f', 'qaagent_behave:Stream', '-o', '/dev/null'];
  const chosen = args.some((arg) => /^(-f|--format)/.test(arg));
  return chosen ? own : [...own, '-f', 'progress'];
}

function explainExit(code: number, output: string): ExitMeaning | null {
  if (isMissingModule(output, 'behave')) {
    return {
      outcome: 'config-error',
      message: 'behave is not installed',
      remedy: 'Run `pip install behave` before this step.',
    };
  }
  if (code === 2) {
    return {
      outcome: 'config-error',
      message: 'behave ended with 2 (wrong usage)',
      remedy: 'See the end of the output; correct `args` of the suite.',
    };
  }
  return null;
}
