import { clip, code, sourceLine } from '../wording/sentence.js';
import { type ByLanguage, inLanguage } from '../source/language.js';
import { linesAbove, listeningLine, unsetLine } from '../source/test-lines.js';
import { writtenToStderr } from '../facts/captured-output.js';
import { forClosed, forStart, forState, uncover } from './for-browser.js';
import { forImport } from './imports/for-import.js';
import type { About } from './suggestion.js';
import { forCodeError } from './for-code-error.js';
import { ofThrown } from './for-thrown.js';
import type { Ask } from '../facts/entities.js';

/** The next step for defects of code and environment, by kind. */
export function forUnknown(about: About): string {
  const { kind, ask, where } = about;
  if (kind === 'missing-dependency' || kind === 'import-error') return forImport(about);
  return STEPS[kind]?.(where, ask, about) ?? ofThrown(about);
}

/** A call with arguments, keywords or fields that are not known. */
function wrongCall(line: string, _: Ask, { rootCause }: About): string {
  const field = /Cannot resolve keyword '(\w{1,60})' into field\. Choices are: (.{1,100})/.exec(rootCause);
  if (field)
    return `Replace '${field[1] ?? ''}' in the query at ${line} by a field of the model (${field[2] ?? ''}), or add the field with a migration.`;
  const unknown = /unexpected keyword argument '(\w{1,60})'|Unrecognized configs?: \{'(\w{1,60})'/
    .exec(rootCause)
    ?.slice(1)
    .find((name: string | undefined) => name !== undefined);
  if (unknown !== undefined)
    return `Remove or rename '${unknown}' in the call at ${line}: the installed version does not know it.`;
  const missing = /missing \d+ required (?:\w{1,20}[ -]){0,3}arguments?: (.{1,80})/.exec(rootCause)?.[1];
  if (missing !== undefined) return `Pass ${missing} in the call at ${line}, or give the parameter a default.`;
  const [, call = '', most = '', given = ''] =
    /(\w{1,80})\(\) takes (?:from \d+ to |at most )?(\d+) positional arguments? but (\d+)/.exec(rootCause) ?? [];
  if (call !== '')
    return `Pass at most ${most} arguments to ${call}() at ${line} (${given} are given), or add a parameter to it.`;
  return `Compare the call at ${line} with the signature of the installed version: ${clip(rootCause, 100).replaceAll('`', "'")}.`;
}

type Step = (line: string, ask: Ask, about: About) => string;

/** A variable that the test itself removes; empty when it does not. */
function removedVariable(variable: string, { facts, place, where, testWhere }: About): string {
  const removed = unsetLine(variable, linesAbove(facts, place));
  if (removed === null || place === null) return '';
  const reads = where === testWhere ? '' : `, and ${where} reads it`;
  return `Set ${variable} in the test before ${testWhere} (or expect the error there): ${place.file}:${removed.number} removes it${reads}.`;
}

/** A port that the test itself holds; empty when another process does. */
function heldPort({ facts, place, testWhere, ask }: About): string {
  const port = /(\d{2,5})$/.exec(ask('host'))?.[1] ?? '';
  const holds = listeningLine(port, linesAbove(facts, place));
  return holds === null || place === null
    ? ''
    : `Close what ${place.file}:${holds.number} opens on port ${port} before ${testWhere} listens there too, or give one of them port 0 (a free port): the test itself holds it.`;
}

/** Settings that their class reads from variables of the same names. */
function settings(line: string, { rootCause }: About): string {
  const names = /^the settings ([\w, ]{2,160}) are not set/.exec(rootCause)?.[1];
  return names === undefined
    ? `Set these settings in \`env:\` of the step or of the suite, or give them defaults for tests (${line}).`
    : `Set ${names.toUpperCase()} in \`env:\` of the step or of the suite, or give the fields defaults for tests (${line}).`;
}

/** A list of parameters that has another number of names than of values. */
function collection(line: string, { rootCause }: About): string {
  const [, of = '', count = '', names = '', value = ''] =
    /^parametrize( of \w{1,120})? names (\d{1,3}) arguments (\[.{1,120}\]) and gives \d{1,3} values?: (.{1,80})$/.exec(
      rootCause,
    ) ?? [];
  return names === ''
    ? `Fix the declaration of the test (${line}): the runner could not build its list.`
    : `Give each row of \`parametrize\`${of} ${count} values, one for each of ${names}: ${value} has another number.`;
}

/** How each language closes a file. */
const CLOSING: ByLanguage = {
  go: '`defer f.Close()` in a function of its own',
  python: '`with open(...)`',
  java: 'try-with-resources',
  kotlin: '`use { }`',
  ruby: 'the block form of `File.open`',
  csharp: '`using`',
  javascript: '`await handle.close()`',
};

const STEPS: Readonly<Record<string, Step>> = {
  'missing-fixture': (line, ask) =>
    `Define the fixture '${ask('fixture')}' in conftest.py, or install the pytest plugin that provides it (${line}).`,
  'missing-env': (line, ask, about) =>
    ask('variable') === ''
      ? settings(line, about)
      : removedVariable(ask('variable'), about) ||
        `Set ${ask('variable')} in \`env:\` of the step or of the suite${/TOKEN|KEY|SECRET|PASSWORD/.test(ask('variable')) ? ', from a secret of the repository' : ''}: ${line} reads it.`,
  'missing-mark': (line, _, { facts }) =>
    /async def functions/.test(facts.text)
      ? `Install pytest-asyncio and add \`@pytest.mark.asyncio\` to the test at ${line}, or write \`asyncio_mode = auto\` where pytest is configured.`
      : `Add \`@pytest.mark.django_db\` to the test at ${line}, or use the \`db\` fixture.`,
  'pending-migration': () => 'Run the migrations against the test database before the tests.',
  'setup-error': (line, _, { rootCause }) => {
    const bean = /^no bean of type (?:[\w$]{1,60}\.)*([\w$]{1,80})/.exec(rootCause)?.[1];
    return bean === undefined
      ? `Read the first failure of the application context: what it names is missing in the test configuration (${line}).`
      : `Register ${bean} as a bean of the application (\`@Component\` or \`@Bean\`), or give the test one (\`@Import(${bean}.class)\`, \`@MockitoBean\`)${/^the /.test(line) ? '' : ` (${line})`}.`;
  },
  'build-error': (_, __, { rootCause }) => {
    const flag = /'(-[\w-]{2,40})' flag/.exec(rootCause)?.[1];
    return flag === undefined
      ? 'Fix the error that the compiler reports, then build from scratch.'
      : `Add \`${flag}\` to the arguments of the compiler in the build file, then build from scratch.`;
  },
  'wrong-call': wrongCall,
  'code-error': forCodeError,
  cancelled: (line, _, { rootCause }) =>
    rootCause.startsWith('a promise that the test awaits')
      ? `Find the promise that ${line} awaits and nothing resolves: a callback that is never called, an event that does not come, or a timer that \`unref()\` lets go.`
      : `Fix the suite or hook that failed first; its own failure is reported beside this one (${line}).`,
  'missing-tool': (line, ask) =>
    `Install ${ask('tool') === '' ? 'the program' : `\`${ask('tool')}\``} on this runner before the tests, or add its folder to \`PATH\` (${line}).`,
  'command-failed': (line, _, { rootCause, facts }) => {
    const status = /exit (?:status|code) (\d{1,3})/.exec(rootCause)?.[1];
    const written = writtenToStderr(facts);
    if (written !== '') return `Fix the error of the command that ${line} runs: it wrote "${written}".`;
    if (/capture_output|stderr=|2>&1|Open3/.test(facts.text))
      return `Print the \`stderr\` that ${line} captures and does not show (it is in the exception)${status === undefined ? '' : `; the command ended with status ${status}`}, and fix the error that it reports.`;
    return `Print the error output of the command that ${line} runs (capture stderr)${status === undefined ? '' : `; it ended with status ${status}`}, and fix the error that it reports.`;
  },
  'browser-closed': (_, __, about) => forClosed(about),
  'browser-start': (_, __, about) => forStart(about),
  'element-covered': (line, ask) =>
    ask('blocker') === ''
      ? `Wait until the element can be used (visible, enabled, not covered) before the click at ${line}.`
      : uncover(ask('blocker'), line),
  'ambiguous-locator': (line) =>
    `Make the locator at ${line} fit one element: a role with a name, a test id, or \`.first()\` when any will do.`,
  'element-state': (_, __, about) => forState(about),
  'file-permission': (line) => `Check owner and mode of the file at ${line}, and under which user the tests run.`,
  'not-implemented': (line) => `Implement what ${line} calls, or skip the test with a reason until it is written.`,
  'warning-as-error': (line) =>
    `Fix the cause of the warning at ${line}, or allow it in \`filterwarnings\` with a reason.`,
  'collection-error': (line, _, about) => collection(line, about),
  'server-crashed': () => 'Fix the start of the application first: its own log shows why it stopped.',
  'port-in-use': (line, ask, about) =>
    heldPort(about) ||
    (ask('host') === ''
      ? `Bind port 0 at ${line}, so that the operating system chooses a free port, or close what an earlier line or test left listening: ${code(about.facts) === '' ? 'the address is taken' : `${code(about.facts)} finds it taken`}.`
      : `Stop what listens on ${ask('host').replace(/^:+/, 'port ')}, or let the operating system choose a free port (${line}).`),
  'undefined-step': (_, __, { rootCause }) =>
    `Write a definition for ${/^the (step '.{1,160}') has no/.exec(rootCause)?.[1] ?? 'the missing step'} in the step files, or correct its text in the feature: the runner prints a skeleton.`,
  'disk-full': (line, _, { rootCause }) =>
    /too many open files|EMFILE|Errno 24/i.test(rootCause)
      ? `Close each file that ${line} opens before the next one${inLanguage(CLOSING, line)}, or raise \`ulimit -n\`.`
      : `Free space on the file system that ${line} writes to (\`df -h\` names the full one; build caches and images take most of a runner), or write less there.`,
  'out-of-memory': (line, _, { facts }) =>
    /jest|node_modules|heap limit|JavaScript heap/i.test(facts.text)
      ? `Run fewer workers (\`--maxWorkers=2\`) or raise the heap (\`NODE_OPTIONS=--max-old-space-size=4096\`), and look for what ${line} keeps in memory.`
      : `Run fewer workers, or raise the memory limit of the process (\`-Xmx\` on the JVM), and look for what ${line} keeps in memory.`,
  'process-crash': (line, _, { facts }) =>
    /\b(?:Target|Page) crashed\b/.test(facts.head)
      ? `Give the browser more memory: a larger \`/dev/shm\` in a container (\`--ipc=host\`, or \`--disable-dev-shm-usage\` as a launch option), fewer workers; then look at what the page holds at ${line}.`
      : `Run the test of ${line} alone and read the end of its output: the process died (memory, a native module, shared memory of the browser).`,
  'syntax-error': (line) => `Correct the syntax at ${line}: nothing in this file ran.`,
  'no-tests': (_, __, { rootCause }) =>
    `Write a test in ${/(?:in file|file) (\S{1,200})/.exec(rootCause)?.[1] ?? 'the file'}, or exclude it from the runner's pattern: it holds none.`,
  'ended-early': (line) =>
    `Find the call that ends the process while ${line} runs (\`exit\` in a test, in the code under test or in a library), and remove it.`,
  'leaked-task': (line) =>
    `Stop what is started at ${line} before the test ends (close its channel, cancel its context, call its \`Close\`).`,
  'exit-code': (line) => `Read the output of the program that ${line} starts: only its exit status is in the report.`,
  'missing-driver': (line, _, { rootCause, facts }) =>
    /pdo|could not find driver/i.test(rootCause)
      ? `Enable the PDO extension of the database that ${line} connects to (\`extensions: pdo_${/\bPDO\(['"](\w{2,12}):/.exec(`${sourceLine(facts)} ${facts.nearby()}`)?.[1] ?? 'mysql'}\` of setup-php).`
      : `Install the database driver that the connection string of ${line} names.`,
  'no-message': (line) => `Make the test fail with a message (${line}): the report holds none.`,
};
