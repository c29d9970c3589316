import { delimiter, join, relative } from 'node:path';
import type { CommandSettings, SuiteCommon } from '../model/settings.js';
import { quoteWord } from '../text/shell.js';
import { EVENTS_NAME, injectionEnv } from './event-plugins.js';
import { identifyCase, keyOfCase } from './identity.js';
import { fillPart, fillTemplate } from './rerun-template.js';
import { shellOf } from './shell.js';
import {
  configError,
  missingFolder,
  type AttemptPlan,
  type AttemptRequest,
  type CommandPart,
  type Preparation,
  type PreparedSuite,
  type Runner,
  type RunnerServices,
} from './runner.js';

type CommandSuite = SuiteCommon & CommandSettings;
type Command = readonly [string, ...string[]];

/** Any command that leaves reports. pytest and Playwright inside it are heard through their event writers as well. */
export const commandRunner: Runner<CommandSuite> = {
  prepare: async (suite, services): Promise<Preparation> => {
    const shell = await shellOf(services);
    if (shell === null) return configError(suite, 'no shell found', 'Add bash or sh to PATH.');
    const lost = await missingFolder(suite, services);
    if (lost !== null) return lost;
    if (suite.files !== undefined && !FILES.test(suite.run))
      return configError(
        suite,
        'has `files`, but there is no {files} in its `run`',
        'Write {files} in `run` where the file names belong.',
      );
    const files = await filesOf(suite, services);
    if (files?.length === 0) return configError(suite, `no file matches ${suite.files?.join(', ') ?? ''}`, NO_FILES);
    return {
      ok: true,
      suite: {
        tool: suite.name,
        setup: null,
        plan: (request) => planAttempt(suite, shell, services, { part: wholeOf(files), ...request }),
        ...divisionOf(suite, files),
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

const NO_FILES = 'Correct `files` of the suite; the patterns start at its working directory.';
const SHARD = /\{shards?\}/;
const FILES = /\{files\}/;

/** Files for `{files}`, relative to the working directory; null when the suite names none. */
async function filesOf(suite: CommandSuite, { files }: RunnerServices): Promise<readonly string[] | null> {
  if (suite.files === undefined) return null;
  const found = await files.glob([...suite.files, '!**/node_modules/**'], suite.workingDirectory);
  return found.map((path) => relative(suite.workingDirectory, path).replaceAll('\\', '/'));
}

/** The only part of a run without shards. */
function wholeOf(files: readonly string[] | null): CommandPart {
  return { index: 1, total: 1, files: files ?? [] };
}

function divisionOf({ run }: CommandSuite, files: readonly string[] | null): Pick<PreparedSuite, 'division'> {
  if (files !== null) return { division: { by: 'files', files } };
  return SHARD.test(run) ? { division: { by: 'tool' } } : {};
}

/** The variables by which Bazel and others say to a test which part of the tests it runs; nothing where there is only one. */
function shardEnv(part: CommandPart | undefined): Readonly<Record<string, string>> {
  if (part === undefined || part.total === 1) return {};
  return { QAAGENT_SHARD_INDEX: String(part.index), QAAGENT_SHARD_TOTAL: String(part.total) };
}

function planAttempt(
  suite: CommandSuite,
  shell: Command,
  services: RunnerServices,
  request: AttemptRequest,
): AttemptPlan {
  const reports = join(request.directory, 'reports');
  const { select } = request;
  const whole = fillPart(suite.run, request.part ?? wholeOf(null));
  const places = { root: services.workspace, workingDirectory: suite.workingDirectory, reportWord: quoteWord(reports) };
  const filled = select === null || suite.rerun === null ? whole : fillTemplate(suite.rerun, select, places);
  const line = request.isolated === true ? filled : withStreams(filled, services.streamsDirectory);
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
      ...shardEnv(request.part),
    },
    files: [{ path: join(reports, '.keep'), text: '' }, ...(selectFile === null ? [] : [wanted])],
    eventsFile: join(request.directory, EVENTS_NAME),
    ownReports: ['reports/**/*', '!**/.keep'],
    sharedReports: suite.report,
  };
}

const REPLACED_PATH = /(?<=^|[\s;&|(])PYTHONPATH=(?:"[^"]*"|'[^']*'|[^\s"'`(;&|])*(?=\s)/g;

/** A line that replaces PYTHONPATH keeps the folder of our event writers in it. */
function withStreams(line: string, streamsDirectory: string): string {
  const folder = quoteWord(delimiter + streamsDirectory);
  return line.replace(REPLACED_PATH, (word) => word + folder);
}
