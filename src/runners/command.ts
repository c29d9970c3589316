import { join } from 'node:path';
import type { CommandSettings, SuiteCommon } from '../model/settings.js';
import { quoteWord } from '../text/shell.js';
import { EVENTS_NAME, injectionEnv } from './event-plugins.js';
import { identifyCase, keyOfCase } from './identity.js';
import { fillTemplate } from './rerun-template.js';
import {
  configError,
  type AttemptPlan,
  type AttemptRequest,
  type Preparation,
  type Runner,
  type RunnerServices,
} from './runner.js';

type CommandSuite = SuiteCommon & CommandSettings;
type Command = readonly [string, ...string[]];

/** Any command that leaves reports. pytest and Playwright inside it are heard through their event writers as well. */
export const commandRunner: Runner<CommandSuite> = {
  prepare: async (suite, services): Promise<Preparation> => {
    const shell = await shellOf(services);
    if (shell === null) return configError(suite, 'no shell found', 'Put bash or sh on PATH.');
    if (!(await services.files.isDirectory(suite.workingDirectory))) {
      return configError(
        suite,
        `the folder ${suite.workingDirectory} does not exist`,
        'Correct `working-directory` of the suite.',
      );
    }
    return {
      ok: true,
      suite: {
        tool: suite.name,
        setup: null,
        plan: (request) => planAttempt(suite, shell, services, request),
        resultSource: 'reports',
        canSelect: suite.rerun !== null,
        nativeRetries: false,
        keyOfCase,
        keyOfTest: ({ classname, name }) => `${classname}\n${name}`,
        identify: identifyCase,
        explainExit: () => null,
      },
    };
  },
};

async function shellOf({ processes, env }: RunnerServices): Promise<Command | null> {
  const bash = await processes.which('bash', env);
  if (bash !== null) return [bash, '--noprofile', '--norc', '-eo', 'pipefail', '-c'];
  const sh = await processes.which('sh', env);
  if (sh !== null) return [sh, '-e', '-c'];
  const cmd = await processes.which('cmd', env);
  return cmd === null ? null : [cmd, '/D', '/S', '/C'];
}

function planAttempt(
  suite: CommandSuite,
  shell: Command,
  services: RunnerServices,
  request: AttemptRequest,
): AttemptPlan {
  const reports = join(request.directory, 'reports');
  const { select } = request;
  const places = { root: services.workspace, workingDirectory: suite.workingDirectory, reportWord: quoteWord(reports) };
  const line = select === null || suite.rerun === null ? suite.run : fillTemplate(suite.rerun, select, places);
  // Without a template the same line runs again, and our filter in its pytest keeps what was asked for.
  const selectFile = select === null || suite.rerun !== null ? null : join(request.directory, 'select.json');
  const wanted = { path: selectFile ?? '', text: JSON.stringify(select?.map((test) => test.selector) ?? []) };
  return {
    command: [...shell, line],
    cwd: suite.workingDirectory,
    env: {
      ...(request.isolated === true ? {} : injectionEnv(services.env, services.streamsDirectory, request.directory)),
      ...(selectFile === null ? {} : { QAAGENT_SELECT: selectFile }),
      QAAGENT_REPORT_DIR: reports,
      QAAGENT_ATTEMPT: String(request.number),
    },
    files: [{ path: join(reports, '.keep'), text: '' }, ...(selectFile === null ? [] : [wanted])],
    eventsFile: join(request.directory, EVENTS_NAME),
    ownReports: ['reports/**/*', '!**/.keep'],
    sharedReports: suite.report,
  };
}
