import type { Failure } from '../../model/diagnosis.js';
import { statusCompared } from '../facts/comparison.js';
import { type ReadFailure, readText, withOutput } from '../facts/failure-facts.js';
import { serverCrash } from '../facts/server-crash.js';
import { assertionVerdict, isAssertion, shapeVerdict, unwrapped, weakVerdict } from './assertion.js';
import { AUTH_RULES } from './auth-rules.js';
import { CALL_RULES, CODE_RULES, LOGIC_RULES, STEP_RULES } from './code-rules.js';
import { CONNECTION_RULES } from './connection-rules.js';
import { CRASH_RULES } from './crash-rules.js';
import { DATA_RULES } from './data-rules.js';
import { EXPECTATION_RULES } from './expectation-rules.js';
import { FLAKY_RULES, RACE_RULES } from './flaky-rules.js';
import { NULL_RULES } from './null-rules.js';
import { type Facts, firstMatch, type Rule, type Classification } from './rule.js';
import { TIMEOUT_RULES } from './timeout-rules.js';

const JSON_RULES = DATA_RULES.filter(({ name }) => name === 'data/json' || name === 'data/not-serializable');
const ARGUMENT_RULES = DATA_RULES.filter(({ name }) => name === 'data/argument');
const PLAIN_DATA = DATA_RULES.filter((rule) => !JSON_RULES.includes(rule) && !ARGUMENT_RULES.includes(rule));

/** The table in its order: the more exact a sentence, the earlier it is asked for. */
export const RULES: readonly Rule[] = [
  ...FLAKY_RULES,
  ...NULL_RULES,
  ...CRASH_RULES,
  ...JSON_RULES,
  ...STEP_RULES,
  ...EXPECTATION_RULES,
  ...CALL_RULES,
  ...CODE_RULES,
  ...AUTH_RULES,
  ...CONNECTION_RULES,
  ...TIMEOUT_RULES,
  ...PLAIN_DATA,
  ...LOGIC_RULES,
  ...ARGUMENT_RULES,
];

const WRAPPER =
  /^(?:(?:java\.lang\.)?(?:RuntimeException|Exception|Error|IllegalStateException|AssertionError)|RuntimeError|ValueError|.{0,300}(?:ExecutionException|CompletionException|UncheckedIOException|InvocationTarget\w{0,40}|ServerException|RemoteException|BeanCreationException|\w{0,60}Setup\w{0,60}Error|ContextLoadException|AggregateError|AggregateException|TargetInvocationException|ServletException|NestedServletException|UndeclaredThrowable\w*|WrappedException|ExceptionGroup|APIError|OSError)|)$/;
/** Sentences that only pass on that a request went wrong. */
const WRAPPER_HEADLINE = /^(?:fetch failed|failed to fetch|network error)$/i;
/** Gomega's Eventually says first that it waited, then what it expected. */
const EVENTUALLY = /^Timed out after [\d.hms]{2,20}\.?(?: |$)/;
const EXIT = /exit(?:ed|s)?(?: with)?(?: error)? (?:code|status) -?\d+|exited with error code|non-zero exit/i;
const ranked = (verdict: Classification | null, confidence: Classification['confidence']): Classification | null =>
  verdict && { ...verdict, confidence };

/** A wrapper says only where; its root says what. */
function rootFacts(facts: Facts): Facts | null {
  const { root } = facts;
  if (root === null || root.type === facts.type) return null;
  const head = `${root.type}: ${root.headline}`.slice(0, 700);
  return { ...facts, type: root.type, headline: root.headline, head, root: null, wrapper: facts.headline };
}

function decideHead(facts: Facts): Classification | null {
  return (
    assertionVerdict(facts) ??
    firstMatch(RACE_RULES, facts) ??
    firstMatch(FLAKY_RULES, facts) ??
    firstMatch(JSON_RULES, facts) ??
    (facts.type === '' && EVENTUALLY.test(facts.headline) ? firstMatch(TIMEOUT_RULES, facts) : null) ??
    shapeVerdict(facts) ??
    firstMatch(RULES, facts)
  );
}

/** Words outside of the headline are weaker: the same table, read over the frame-free body. */
function decideBody(facts: Facts): Classification | null {
  const body = facts.body();
  const inBody: Facts = { ...facts, headline: body, head: body, root: null };
  return ranked(firstMatch(RULES, inBody) ?? shapeVerdict(inBody), 'low');
}

/** A judgement and the facts it rests on: those of the root when the root decided. */
interface Decision {
  readonly verdict: Classification;
  readonly facts: Facts;
}

function decideText(facts: Facts): Decision {
  const inner = rootFacts(facts);
  const wrapped = inner !== null && (WRAPPER.test(facts.type.trim()) || WRAPPER_HEADLINE.test(facts.headline));
  const direct = wrapped && !isAssertion(facts) ? null : decideHead(facts);
  if (direct) return { verdict: direct, facts };
  const root = inner && decideHead(inner);
  if (root) return { verdict: root, facts: inner };
  return { verdict: decideHead(facts) ?? weakVerdict(facts) ?? decideBody(facts) ?? undecided(facts), facts };
}

function undecided(facts: Facts): Classification {
  const exit = EXIT.exec(facts.body());
  if (exit)
    return { category: 'unknown', kind: 'exit-code', confidence: 'low', rule: 'unknown/exit', evidence: exit[0] };
  const kind = facts.headline === '' ? 'no-message' : 'custom-error';
  return { category: 'unknown', kind, confidence: 'low', rule: 'unknown/none', evidence: facts.headline.slice(0, 120) };
}

/** A refused connection whose server left its own crash in the captured output was caused by that crash. */
function withServerCrash(verdict: Classification, facts: Facts): Classification {
  const evidence = verdict.category === 'connection' ? serverCrash(facts.captured) : '';
  if (evidence === '') return verdict;
  return {
    category: 'unknown',
    kind: 'server-crashed',
    confidence: 'medium',
    rule: 'unknown/server-crashed',
    evidence,
  };
}

/** Category, kind and confidence of one failure, from history first, then its text. */
function classify(facts: Facts, history: { readonly passedOnRetry: boolean; readonly timedOut: boolean }): Decision {
  const known = byHistory(history) ?? firstMatch(CRASH_RULES.slice(0, 2), facts);
  if (known) return { verdict: known, facts };
  const { verdict, facts: reported } = decideText(unwrapped(facts));
  return { verdict: withServerCrash(withTool(withSocket(verdict, facts), facts), facts), facts: reported };
}

function byHistory(history: { readonly passedOnRetry: boolean; readonly timedOut: boolean }): Classification | null {
  const sure = { confidence: 'high', evidence: '' } as const;
  if (history.passedOnRetry) return { ...sure, category: 'flaky', kind: 'passed-on-retry', rule: 'flaky/history' };
  if (!history.timedOut) return null;
  return { ...sure, category: 'timeout', kind: 'test-timeout', rule: 'timeout/deadline-of-the-run' };
}

const STARTS_PROGRAM = /subprocess\.py(?:", line |:)\d{1,6},?:? in _execute_child|ProcessBuilder\.start\(/;

/** A file that is missing where a program is started is the program. */
function withTool(verdict: Classification, facts: Facts): Classification {
  if (verdict.kind !== 'missing-file' || !facts.lines.some((line) => STARTS_PROGRAM.test(line))) return verdict;
  return { ...verdict, category: 'unknown', kind: 'missing-tool', rule: 'code/missing-tool' };
}

const SHOWN_CONNECT = /^> .{0,200}(?:\.connect(?:_ex)?\(|AF_UNIX|create_connection\()/;

/** A file that is missing where the failing line connects is the socket of a server. */
function withSocket(verdict: Classification, facts: Facts): Classification {
  if (verdict.kind !== 'missing-file' || !facts.lines.some((line) => SHOWN_CONNECT.test(line))) return verdict;
  return { ...verdict, category: 'connection', kind: 'refused', rule: 'connection/socket-file' };
}

/** Lines of source that state what must hold, in any language. */
const STATES =
  /^(?:debug_)?assert\w{0,20}!?\s?\(|^assert\s|^(?:t|b|tb)\.(?:Error|Fatal)f?\(.{0,200}(?:want|expect|should|must)/;

/** What only the failing line of source shows: a check with a message of its own, or a program that is started. */
export function withSource(verdict: Classification, facts: Facts): Classification {
  const { source, type, headline } = facts;
  // Nothing has to be installed: the code names a module that its own package does not have.
  if (verdict.kind === 'missing-dependency' && isOfOwnPackage(facts))
    return { ...verdict, kind: 'import-error', rule: 'code/import' };
  const isWeak = verdict.rule === 'unknown/none' || verdict.rule === 'assertion/words';
  if (isWeak && headline.length > 5 && source.includes(`.expect("${headline}`))
    return { ...verdict, category: 'data', kind: 'null-deref', rule: 'data/null-native' };
  if (verdict.rule === 'unknown/none' && type === '' && STATES.test(source))
    return { ...verdict, category: 'assertion', kind: 'value', confidence: 'medium', rule: 'assertion/source' };
  if (verdict.kind === 'missing-file' && /\bCommand::new\(/.test(source))
    return { ...verdict, category: 'unknown', kind: 'missing-tool', rule: 'code/missing-tool' };
  return verdict;
}

const IN_PACKAGE = /No module named '?(\w{1,80})\.\w/;

function isOfOwnPackage({ head, ownFile, filesIn }: Facts): boolean {
  const top = IN_PACKAGE.exec(head)?.[1];
  if (top === undefined) return /Cannot find module '\.{1,2}\//.test(head) && filesIn('').length > 0;
  return filesIn(top).length + filesIn(`src/${top}`).length > 0 || ownFile(`${top}/__init__.py`) !== null;
}

/** Sentences already made of one text, by what else they depend on: the place and the line of source. */
export type Sentences = Map<string, { readonly rootCause: string; readonly suggestion: string }>;

/** A failure's facts with what the rules say of them: all that depends on its text alone. */
export interface Reading extends ReadFailure {
  readonly verdict: Classification;
  readonly sentences: Sentences;
}

const MAX_REMEMBERED = 2_000;
const MAX_KEY = 16_000;

/** Reads and classifies one failure. */
export function readAndClassify(failure: Failure): Reading {
  const read = withOutput(readText(failure), failure);
  return { ...read, ...classify(read.facts, failure), sentences: new Map() };
}

/** What a server says of an answer or of its own error. */
const TELLING = /\b(?:[Bb]ody|[Rr]esponse)\s?[=:]|Error|Exception|NotFound|DoesNotExist/;

/** What a test printed decides only about its connections and the answers of its server. */
function isDecidedByOutput({ verdict, facts }: Reading, output: string): boolean {
  if (verdict.category === 'connection') return serverCrash(output) !== '';
  return TELLING.test(output) && statusCompared(facts.comparison()) !== null;
}

/** A reader that remembers texts for one run: when a server is down, hundreds of tests say the same. */
export function rememberingReader(): (failure: Failure) => Reading {
  const known = new Map<string, Reading>();
  return (failure) => {
    const { type, message, details, output, passedOnRetry, timedOut } = failure;
    const text = details === '' ? failure : { ...failure, output: '' };
    const key = [type, message, details, text.output, passedOnRetry, timedOut].join('\0');
    const reading = known.get(key) ?? readAndClassify(text);
    if (key.length <= MAX_KEY && known.size < MAX_REMEMBERED) known.set(key, reading);
    if (text.output === output) return reading;
    const whole = withOutput(reading, failure);
    return isDecidedByOutput(reading, whole.facts.captured) ? readAndClassify(failure) : whole;
  };
}
