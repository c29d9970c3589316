// Words defects of code and environment: missing modules and tools, closed pages, recursion.
import { repeatedFunction } from '../source/code-lines.js';
import type { Ask } from '../facts/entities.js';
import type { Facts, Classification } from '../rules/rule.js';
import { code, first, plainHeadline, sourceLine, withCode, withDetail } from './sentence.js';

/** What the sentence of a defect of code or environment is made of. */
interface Defect {
  readonly headline: string;
  readonly facts: Facts;
  readonly ask: Ask;
  readonly evidence: string;
}

const DEFECTS: Readonly<Record<string, (defect: Defect) => string>> = {
  'missing-dependency': ({ headline, facts, ask }) =>
    ask('module') === '' ? headline : missingModule(headline, facts.head, ask('module')),
  'import-error': ({ headline, facts, ask }) =>
    /^No module named|^Cannot find module/.test(headline)
      ? missingModule(headline, facts.head, ask('module'))
      : headline,
  'missing-fixture': ({ headline, ask }) =>
    ask('fixture') === '' ? headline : `fixture '${ask('fixture')}' does not exist`,
  'missing-env': ({ headline, facts, ask }) =>
    ask('variable') === '' ? missingSettings(facts, headline) : `environment variable ${ask('variable')} is not set`,
  'undefined-step': ({ headline, facts }) => undefinedStep(facts, headline),
  'server-crashed': ({ ask, evidence }) => withDetail(`${first(ask('host'), 'the server')} never came up`, evidence),
  'missing-tool': ({ headline, ask }) =>
    ask('tool') === '' ? headline : `the program '${ask('tool')}' is not installed or not on the path`,
  cancelled: ({ headline }) =>
    /^Promise resolution is still pending/.test(headline)
      ? 'a promise that the test awaits never settles: nothing is left to run that could resolve it'
      : 'the test was cancelled: its suite or a hook of it failed first',
  'browser-start': ({ headline, ask }) => browserStart(headline, ask),
  'setup-error': ({ headline, facts }) => setupError(facts, headline),
  'port-in-use': ({ headline, ask, facts }) =>
    ask('host') === '' ? inUse(headline, facts) : `${ask('host').replace(/^:+/, 'port ')} is already in use`,
  'collection-error': ({ headline, facts }) => first(parametrized(facts), headline),
  'browser-closed': ({ headline, ask }) => closed(headline, ask('locator')),
  'element-covered': ({ headline, facts, ask }) => first(covered(facts, ask('blocker')), headline),
  'element-state': ({ headline, facts }) => withDetail(headline, code(facts), ' in '),
  'code-error': codeError,
  'custom-error': ({ headline, facts }) =>
    pollIn(facts) === '' ? withCode(headline, facts) : withDetail(headline, `\`${pollIn(facts)}\` gave up`, ' when '),
  'wrong-call': ({ headline, facts }) => withDetail(headline, code(facts), ' in '),
  'process-crash': ({ headline, facts }) => crashed(headline, code(facts)),
  'leaked-task': ({ headline, facts }) => withDetail(headline.replace(/:$/, ''), leaked(facts)),
  'no-message': ({ facts }) =>
    first(facts.type === '' ? '' : `${facts.type} without a message`, sourceLine(facts), 'the report holds no message'),
};

/** The sentence of a defect of code or environment. */
export function defect({ kind, evidence }: Classification, facts: Facts, ask: Ask): string {
  const headline = plainHeadline(facts).replace(/^Traceback \(most recent call last\):?$/, facts.type);
  const say = DEFECTS[kind];
  if (say !== undefined) return say({ headline, facts, ask, evidence });
  return withCode(headline, facts);
}

/** What a missing thing is called where it is missed. */
const SORTS: readonly (readonly [words: RegExp, sort: string])[] = [
  [/Class(?: |NotFound|Def)/, 'class'],
  [/Trait "/, 'trait'],
  [/Interface "/, 'interface'],
  [/cannot load such file/, 'file'],
  [/cannot find package|no required module/, 'package'],
];

function missingModule(headline: string, head: string, module: string): string {
  const sort = SORTS.find(([words]) => words.test(head))?.[1] ?? 'module';
  const from = importer(headline);
  return `${sort} '${module}' cannot be found${from === '' || from === module ? '' : ` (imported from ${from})`}`;
}

const inUse = (headline: string, facts: Facts): string =>
  code(facts) === '' ? headline : `the address of ${code(facts)} is already in use`;

/** Names and values of pytest's `parametrize` that do not fit. */
function parametrized(facts: Facts): string {
  const [, test = '', names = '', list = '', count = '', value = ''] =
    /(?:::(\w{1,120}): )?in "parametrize" the number of names \((\d{1,3})\):\s{1,8}(\[[^\]]{1,120}\])\s{1,8}must be equal to the number of values \((\d{1,3})\):\s{1,8}(\S[^\n]{0,80})/.exec(
      facts.text,
    ) ?? [];
  if (names === '') return '';
  const of = test === '' ? '' : ` of ${test}`;
  return `parametrize${of} names ${names} arguments ${list} and gives ${count} value${count === '1' ? '' : 's'}: ${value}`;
}

/** What went away while it was used: a frame, a page, a window. */
function closed(headline: string, locator: string): string {
  const what = /frame/i.test(headline) ? 'the frame was removed from the page' : '';
  if (what === '' || locator === '') return withDetail(headline, locator, ' while waiting for ');
  return `${what} while ${locator} was used (${headline})`;
}

const POLLS = /\b((?:vi\.|cy\.)?(?:waitFor|wait_for|expect\.poll)\w{0,20}|[Ee]ventually(?=\())/;

/** The call that polled until it gave up with the error; empty for none. */
export const pollIn = ({ text }: Facts): string => POLLS.exec(text)?.[1] ?? '';

/** Playwright calls the process of a page its target. */
function crashed(headline: string, during: string): string {
  if (!/\b(?:Target|Page) crashed\b/.test(headline)) return headline;
  return withDetail("the browser's process of the page crashed", during, ' during ');
}

const CLICKED = /(?:[Ee]lement:? ?|this element:\s{1,4}`?)(<[a-z][^>]{0,120}>)/;

/** Which element is covered by which. */
export function covered(facts: Facts, blocker: string): string {
  if (blocker === '') return '';
  return `${first(CLICKED.exec(facts.text)?.[1] ?? '', 'the element')} is covered by ${blocker}`;
}

const CHANGED =
  /\b((?:ImmutableCollections|Collections(?=\$Unmodifiable)|AbstractList|AbstractMap))(?:\$\w{1,60})?\.((?!uoe)\w{2,20})\(/;

/** `AbstractList` throws for lists of a fixed size, such as those of `Arrays.asList`. */
const sortOf = (owner: string): string =>
  owner === 'AbstractList'
    ? 'a list that cannot grow or shrink'
    : owner === 'AbstractMap'
      ? 'a read-only map'
      : 'an immutable collection';

function codeError({ headline, facts }: Defect): string {
  if (/recursion|stack overflow|StackOverflow|call stack/i.test(headline)) {
    const name = repeatedFunction(facts);
    return name === '' ? headline : `${name}() calls itself without end (${headline})`;
  }
  const [, owner = '', method = ''] =
    (/UnsupportedOperation/.test(`${facts.type} ${headline}`) && CHANGED.exec(facts.text)) || [];
  if (method !== '')
    return withDetail(`the code tried to change ${sortOf(owner)} (${owner}.${method}())`, code(facts), ' in ');
  return withCode(headline, facts);
}

/** The function that still runs when the tests have ended. */
const leaked = (facts: Facts): string => /with (\S{1,160}) on top of the stack/.exec(facts.text)?.[1] ?? '';

/** Which browser or driver is not there. */
function browserStart(headline: string, ask: Ask): string {
  const path = /Executable doesn't exist at (\S{1,200})/.exec(headline)?.[1];
  return path === undefined ? headline : `the browser ${first(ask('browser'), path)} is not installed (${path})`;
}

/** Which part of a container is missing, without the list of its settings. */
function setupError(facts: Facts, headline: string): string {
  const bean = /No qualifying bean of type '([\w.$]{1,160})'/.exec(facts.text)?.[1];
  const field = /expressed through ((?:constructor parameter \d{1,2})|\w+ '?\w{1,80}'?)/.exec(facts.text)?.[1] ?? '';
  const owner = /creating bean with name '([\w.$]{1,120})'/.exec(facts.text)?.[1] ?? '';
  const part = withDetail(field, field === '' ? '' : owner, ' of ');
  if (bean !== undefined) return withDetail(`no bean of type ${bean} is registered`, part, ' for ');
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
    /Failing step: (?:Given|When|Then|And|But|\*) (.{1,160}?) \.\.\. undefined|step ['"](.{1,160}?)['"] is (?:undefined|not defined)|Undefined step: ["']?(.{1,160}?)["']?$|Step definition is not found: \w{1,20} "(.{1,160}?)"\. Line /m.exec(
      facts.text,
    );
  const text = step?.[1] ?? step?.[2] ?? step?.[3] ?? step?.[4] ?? '';
  return text === '' ? headline : `the step '${text}' has no definition`;
}

const importer = (headline: string): string => /(?:imported )?from ['"]?([^'"\s]{1,160})/.exec(headline)?.[1] ?? '';
