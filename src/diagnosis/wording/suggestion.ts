import type { SourcePlace } from '../../model/report.js';
import type { Ask } from '../facts/entities.js';
import type { Classification } from '../rules/rule.js';

/** What a suggestion may name besides the entities of the failure. */
export interface SuggestionContext {
  readonly place: SourcePlace | null;
  readonly productPlace: SourcePlace | null;
  readonly runner: string;
}

const at = (place: SourcePlace | null): string => (place === null ? '' : `${place.file}:${place.line}`);

function install(module: string, runner: string): string {
  if (module.startsWith('.') || module.startsWith('/'))
    return `Check the path of the import '${module}': the file is not there.`;
  if (/pytest|behave|unittest|robot/.test(runner))
    return `Add the package of '${module.split('.')[0] ?? module}' to the requirements and run \`pip install\` before the tests, or correct the import.`;
  if (/rspec|minitest|cucumber-ruby/.test(runner)) return `Add '${module}' to the Gemfile and run \`bundle install\`.`;
  return `Add '${module}' to package.json and run \`npm ci\` before the tests, or correct the import.`;
}

function forConnection(kind: string, host: string): string {
  const target = host === '' ? 'the service' : host;
  switch (kind) {
    case 'dns':
      return `Check the host name ${host} in the settings of the tests: no resolver of this runner knows it.`;
    case 'tls':
      return `Check certificate, host name and protocol of ${target}; \`openssl s_client -connect ${host === '' ? '<host:port>' : host}\` shows them.`;
    case 'too-many-connections':
      return `Close connections in tear-down or raise the limit of ${target}; run fewer workers to confirm.`;
    case '5xx':
      return `Read the log of ${target} at the time of the test: it answered with a server error.`;
    case 'reset':
      return `Read the log of ${target}: it accepted the connection and dropped it.`;
    default:
      return `Start ${target} before the tests and wait for it (\`start-command\` with \`health-url\`), or point the tests elsewhere.`;
  }
}

function forTimeout(kind: string, ask: Ask, where: string): string {
  const locator = ask('locator');
  if (ask('blocker') !== '')
    return `Wait until ${ask('blocker')} is gone before ${where === '' ? 'the action' : where}, or find out why it stays.`;
  if (locator !== '')
    return `Open the trace or screenshot of the test: ${locator} never reached the state that ${where === '' ? 'the action' : where} waits for.`;
  if (kind === 'service-start-timeout')
    return 'Read the log of the service that did not come up; raise its start limit only if it was about to be ready.';
  if (kind === 'statement-timeout')
    return `Look at the plan of the statement at ${where === '' ? 'the failing line' : where}, and for locks that are held by other tests.`;
  return `Find what ${where === '' ? 'the test' : where} waits for; raise the limit only if the work is really that long.`;
}

function forData(kind: string, ask: Ask, where: string): string {
  const line = where === '' ? 'the failing line' : where;
  switch (kind) {
    case 'missing-file':
      return `Commit or create ${ask('file') === '' ? 'the file' : ask('file')}, or make the path in ${line} independent of the working directory.`;
    case 'duplicate-key':
      return `Use fresh data or clean up: a record for ${ask('constraint') === '' ? 'the key' : ask('constraint')} is left from an earlier test (${line}).`;
    case 'missing-column':
    case 'missing-table':
    case 'missing-database':
      return `Run the migrations against the database of the tests before ${line}.`;
    case 'null-deref':
      return `Look at ${line}: the value before ${ask('key') === '' ? 'the access' : `'${ask('key')}'`} is missing; check where it is loaded.`;
    case 'parse-error':
      return `Print what is parsed at ${line}: it has another form than expected (an error page instead of JSON is common).`;
    default:
      return `Compare the data that ${line} relies on with what the fixtures and the service provide.`;
  }
}

function forUnknown(kind: string, ask: Ask, runner: string, where: string): string {
  const line = where === '' ? 'the failing line' : where;
  switch (kind) {
    case 'missing-dependency':
      return install(ask('module'), runner);
    case 'missing-fixture':
      return `Define the fixture '${ask('fixture')}' in conftest.py, or install the pytest plugin that provides it (${line}).`;
    case 'missing-env':
      return `Set ${ask('variable')} in \`env:\` of the step or of the suite.`;
    case 'server-crashed':
      return 'Repair the start of the application first: its own log shows why it stopped.';
    case 'port-in-use':
      return `Stop what listens on ${ask('host')}, or let the operating system choose a free port (${line}).`;
    case 'undefined-step':
      return 'Write the missing step: the runner prints its skeleton in the output.';
    case 'disk-full':
      return 'Free space on the runner (`df -h`) or write less.';
    case 'out-of-memory':
      return 'Run fewer workers, or raise the memory limit of the process.';
    case 'process-crash':
      return 'Run this test alone and look for a core dump or the end of the output: the process died.';
    case 'syntax-error':
      return `Correct the syntax at ${line}: nothing in this file ran.`;
    default:
      return `Open ${line} and run this test alone.`;
  }
}

function forFlaky(kind: string, where: string): string {
  if (kind === 'data-race')
    return `Guard the access at ${where === '' ? 'the reported place' : where}; the detector prints both sides.`;
  return `Remove the dependence on timing at ${where === '' ? 'the failing line' : where}; quarantine the test only with an owner and a date.`;
}

function forAssertion(kind: string, where: string): string {
  if (kind.startsWith('snapshot'))
    return `Look at the difference; if it is wanted, update the snapshot and commit it (${where === '' ? 'see the test' : where}).`;
  return `Compare the expectation at ${where === '' ? 'the failing line' : where} with what the product does now; one of them is wrong.`;
}

/** A next step that names a place, a thing or a command. */
export function suggestionFor(verdict: Classification, ask: Ask, context: SuggestionContext): string {
  const where = at(context.productPlace ?? context.place);
  const { kind } = verdict;
  switch (verdict.category) {
    case 'connection':
      return forConnection(kind, ask('host'));
    case 'timeout':
      return forTimeout(kind, ask, at(context.place));
    case 'auth':
      return `Check the credentials of the tests${ask('endpoint') === '' ? '' : ` for ${ask('endpoint')}`}: secret set, not expired, with the right permission.`;
    case 'data':
      return forData(kind, ask, where);
    case 'flaky':
      return forFlaky(kind, where);
    case 'assertion':
      return forAssertion(kind, at(context.place));
    case 'unknown':
      return forUnknown(kind, ask, context.runner, where);
  }
}
