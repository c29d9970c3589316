// The sentence of a cause: the thing first, at most 240 characters, never a bare exception name when more is known.
import { statusCompared } from '../facts/comparison.js';
import type { Ask } from '../facts/entities.js';
import type { Facts, Classification } from '../rules/rule.js';
import { assertion } from './compared.js';
import { connection, timeout } from './dependency.js';
import { clip, finished, first, pathOf, plainHeadline, sourceLine, withDetail } from './sentence.js';

function data(verdict: Classification, facts: Facts, ask: Ask): string {
  const headline = plainHeadline(facts);
  switch (verdict.kind) {
    case 'missing-file':
      return ask('file') === '' ? headline : `${ask('file')} does not exist`;
    case 'missing-key':
      return missingKey(facts, headline, ask('key'));
    case 'null-deref':
      return withDetail(headline.replace(/ \/\S{1,200}:\d{1,7}$/, ''), code(facts), ' in ');
    case 'parse-error':
      return withDetail(headline, headline.includes(pathOf(ask('endpoint'))) ? '' : pathOf(ask('endpoint')), ' from ');
    case 'duplicate-key':
    case 'foreign-key':
    case 'constraint':
      return withDetail(first(ask('constraint'), headline), detailLine(facts) || headline);
    case 'not-found':
      return withDetail(
        withoutAssert(headline),
        headline.includes(pathOf(ask('endpoint'))) ? '' : pathOf(ask('endpoint')),
        ' from ',
      );
    default:
      return withDetail(headline, /^\S{0,40}$/.test(headline) ? code(facts) : '', ' in ');
  }
}

/** A message without the comparison of statuses that Python appends. */
const withoutAssert = (text: string): string =>
  text.replace(/ ?assert (\d{3}) == \d{3}$/, ' ($1)').replace(/^[Uu]nexpected (?:error|answer|response):? ?/, '');

/** Source in a sentence is marked as such. */
function code(facts: Facts): string {
  const line = sourceLine(facts)
    .replace(/\s\^+$/, '')
    .replace(/;$/, '');
  // A comment or a bracket alone says nothing.
  return !/\w/.test(line.replace(/^\s{0,40}(?:\/\/|#).*/, '')) || line.includes('`') || line.length > 100
    ? ''
    : `\`${line}\``;
}

/** A bare key says little; the line that asked for it says where it was looked for. */
function missingKey(facts: Facts, headline: string, key: string): string {
  if (key === '') return withDetail(headline, /^.{0,60}$/.test(headline) ? code(facts) : '', ' in ');
  const isBare = headline.replace(/['"]/g, '').trim() === key;
  return withDetail(
    `there is no key '${key}'`,
    isBare ? code(facts) : headline.includes(key) ? '' : headline,
    isBare ? ' in ' : ': ',
  );
}

/** PostgreSQL says which row under DETAIL. */
const detailLine = (facts: Facts): string => /DETAIL: {1,3}([^\n]{1,160})/.exec(facts.lines.join('\n'))?.[1] ?? '';

/** What the sentence of a defect of code or environment is made of. */
interface Defect {
  readonly headline: string;
  readonly facts: Facts;
  readonly ask: Ask;
  readonly evidence: string;
}

const DEFECTS: Readonly<Record<string, (defect: Defect) => string>> = {
  'missing-dependency': ({ headline, ask }) =>
    ask('module') === '' ? headline : withDetail(`module '${ask('module')}' cannot be found`, importer(headline)),
  'missing-fixture': ({ headline, ask }) =>
    ask('fixture') === '' ? headline : `fixture '${ask('fixture')}' does not exist`,
  'missing-env': ({ headline, facts, ask }) =>
    ask('variable') === '' ? missingSettings(facts, headline) : `environment variable ${ask('variable')} is not set`,
  'undefined-step': ({ headline, facts }) => undefinedStep(facts, headline),
  'server-crashed': ({ ask, evidence }) => withDetail(`${first(ask('host'), 'the server')} never came up`, evidence),
  'missing-tool': ({ headline, ask }) =>
    ask('tool') === '' ? headline : `the program '${ask('tool')}' is not installed or not on the path`,
  cancelled: () => 'the test was cancelled: its suite or a hook of it failed first',
  'browser-start': ({ headline, ask }) => browserStart(headline, ask),
  'setup-error': ({ headline, facts }) => setupError(facts, headline),
  'port-in-use': ({ headline, ask }) =>
    ask('host') === '' ? headline : `${ask('host').replace(/^:+/, 'port ')} is already in use`,
  'no-message': ({ facts }) =>
    first(facts.type === '' ? '' : `${facts.type} without a message`, sourceLine(facts), 'the report holds no message'),
};

function unknown({ kind, evidence }: Classification, facts: Facts, ask: Ask): string {
  const headline = plainHeadline(facts);
  const say = DEFECTS[kind];
  if (say !== undefined) return say({ headline, facts, ask, evidence });
  return withDetail(headline, /^\S{0,24}$/.test(headline) ? code(facts) : '', ' at ');
}

/** Which browser or driver is not there. */
function browserStart(headline: string, ask: Ask): string {
  const path = /Executable doesn't exist at (\S{1,200})/.exec(headline)?.[1];
  return path === undefined ? headline : `the browser ${first(ask('browser'), path)} is not installed (${path})`;
}

/** Which part of a container is missing, without the list of its settings. */
function setupError(facts: Facts, headline: string): string {
  const bean = /No qualifying bean of type '([\w.$]{1,160})'/.exec(facts.text)?.[1];
  const field = /expressed through (\w+ '?\w{1,80}'?)/.exec(facts.text)?.[1] ?? '';
  if (bean !== undefined) return withDetail(`no bean of type ${bean} is registered`, field, ' for ');
  const context = /failure threshold .{0,100}testClass = ([\w.$]{1,160})/.exec(headline)?.[1];
  if (context !== undefined)
    return `the application context of ${context} did not start before, and was not tried again`;
  return headline;
}

/** pydantic-settings lists the fields below its headline. */
function missingSettings(facts: Facts, headline: string): string {
  const names = [
    ...facts.text.matchAll(/^(?:E\s{1,8})?\s{0,4}([a-z]\w{1,60})\n(?:E\s{1,8})?\s{1,6}Field required/gm),
  ].map(([, name = '']) => name);
  const unique = [...new Set(names)];
  return unique.length === 0 ? headline : `the settings ${unique.slice(0, 5).join(', ')} are not set`;
}

/** The text of a Gherkin step without code. */
function undefinedStep(facts: Facts, headline: string): string {
  const step =
    /Failing step: (?:Given|When|Then|And|But|\*) (.{1,160}?) \.\.\. undefined|step ['"](.{1,160}?)['"] is (?:undefined|not defined)|Undefined step: ["']?(.{1,160}?)["']?$/m.exec(
      facts.text,
    );
  const text = step?.[1] ?? step?.[2] ?? step?.[3] ?? '';
  return text === '' ? headline : `the step '${text}' has no definition`;
}

const importer = (headline: string): string => /(?:imported )?from '?([^'\s]{1,160})/.exec(headline)?.[1] ?? '';

/** Who refused what, the request first when it is known. */
function refused(facts: Facts, ask: Ask): string {
  const said = withoutAssert(refusal(facts))
    .replace(/^Unexpected error: ?<[^>]{1,80}>:? ?/, '')
    .replace(/ ?occurred$/, '');
  const path = pathOf(ask('endpoint'));
  const bare = path.replace(/^[A-Z]{3,7} /, '');
  const status = statusCompared(facts.comparison());
  if (/^[bB]?['"]?[\s\\n]{0,8}</.test(said))
    return `${first(path, 'the server')} answered ${status?.actual ?? 'with a refusal'}`;
  if (path === '' || said.includes(bare)) return said;
  return /^\{/.test(said) ? `${path} answered ${said}` : `${path}: ${said}`;
}

/** The server's own status line, where the runner prints it. */
function refusal(facts: Facts): string {
  const answered = /← (\d{3} [\w ]{1,40})/.exec(facts.text)?.[1];
  return answered === undefined ? plainHeadline(facts) : answered.trim();
}

function sentence(verdict: Classification, facts: Facts, ask: Ask): string {
  switch (verdict.category) {
    case 'connection':
      return connection(verdict, facts, ask);
    case 'timeout':
      return timeout(verdict, facts, ask);
    case 'assertion':
      return assertion(verdict, facts, ask);
    case 'data':
      return data(verdict, facts, ask);
    case 'auth':
      return refused(facts, ask);
    case 'flaky':
      return verdict.kind === 'passed-on-retry'
        ? withDetail('failed once, then passed on the same commit', plainHeadline(facts))
        : plainHeadline(facts);
    case 'unknown':
      return unknown(verdict, facts, ask);
  }
}

/** One sentence, the entity first, at most 240 characters; never empty and never a bare exception name when more is known. */
export function rootCauseOf(verdict: Classification, facts: Facts, ask: Ask): string {
  return first(finished(clip(sentence(verdict, facts, ask))), clip(facts.type), 'no message in the report');
}
