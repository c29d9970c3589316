import type { Diagnosis, Failure } from '../model/diagnosis.js';
import type { SourcePlace } from '../model/report.js';
import { causeKeyOf } from './cause-key.js';
import { appNote, changedAt, type DiagnosisContext, sourceLineAt, sourceOfTest } from './context.js';
import { type Ask, entityFinder } from './facts/entities.js';
import { lazy } from './facts/failure-facts.js';
import { type FailurePlaces, placesOf } from './places.js';
import { quotesOf } from './quotes.js';
import { readAndClassify, type Reading, type Sentences, withSource } from './rules/classify.js';
import type { Facts, Classification } from './rules/rule.js';
import { readToolFailure } from './tools/tool-failure.js';
import type { SharedViolations } from './tools/tool-reading.js';
import { userMatch, type UserMatch } from './user-rules.js';
import { inPlainWords } from './wording/tool-phrases.js';
import { rootCauseOf } from './wording/root-cause.js';
import { type SuggestionContext, suggestionFor } from './suggestions/suggestion.js';

const NONE_SHARED: SharedViolations = new Map();

function userVerdict({ rule, evidence }: UserMatch): Classification {
  const { category, kind = 'user' } = rule.rule;
  return { category, kind, confidence: 'high', rule: rule.name, evidence };
}

/** What the rules found in one failure; the diagnosis is made of it, and the question to a model. */
export interface RuledFailure {
  readonly failure: Failure;
  readonly facts: Facts;
  readonly verdict: Classification;
  readonly ask: Ask;
  /** Frames of the project with their mapped places, at most 8, the chosen one first. */
  readonly candidates: readonly SourcePlace[];
  readonly diagnosis: Diagnosis;
}

type Words = Pick<Diagnosis, 'rootCause' | 'suggestion' | 'causeKey'>;

function wordsOfUser({ rule, cause, suggestion }: UserMatch): Partial<Words> {
  return {
    ...(cause === '' ? {} : { rootCause: cause, causeKey: `${rule.name}:${cause}` }),
    ...(suggestion === '' ? {} : { suggestion }),
  };
}

/** The user's own words come first, then those of the tool's reader, then the common ones, made only when needed. */
function wordsOf(
  user: Partial<Words>,
  tool: Partial<Words>,
  note: string,
  common: { readonly [Key in keyof Words]: () => string },
): Words {
  const fixStart = note === '' ? undefined : `${note} Fix its start, or point the tests elsewhere.`;
  return {
    rootCause: user.rootCause ?? tool.rootCause ?? common.rootCause(),
    suggestion: user.suggestion ?? fixStart ?? tool.suggestion ?? common.suggestion(),
    causeKey: user.causeKey ?? tool.causeKey ?? common.causeKey(),
  };
}

/** An order-dependent test has its cause in another test, whatever its own message reads like. */
function wordsOfOrder({ orderDependence }: Failure, user: UserMatch | null, words: Words): Words {
  if (orderDependence === undefined || user !== null) return words;
  return {
    rootCause: `${orderDependence}: ${words.rootCause}`,
    suggestion:
      'Reset what an earlier test leaves behind (module state, files, rows, environment variables) in its own teardown or fixture.',
    causeKey: `order-dependent:${words.causeKey}`,
  };
}

type SentencePair = Pick<Diagnosis, 'rootCause' | 'suggestion'>;

/** What both sentences are made of. */
interface SentenceParts {
  readonly verdict: Classification;
  readonly facts: Facts;
  readonly ask: Ask;
  readonly about: Pick<SuggestionContext, 'place' | 'productPlace' | 'runner' | 'name'>;
}

const at = (place: SourcePlace | null): string => (place === null ? '' : `${place.file}:${place.line}`);

/** Kinds whose next step depends on what the test is called. */
const SAYS_NAME = /^(?:unexpected-pass|not-found|status-code)$/;

/** Both sentences, made once for all failures with one text at one place. */
function sentencesOf(known: Sentences, { verdict, facts, ask, about }: SentenceParts): SentencePair {
  const { place, productPlace, runner, name } = about;
  const isNamed = (place === null && productPlace === null) || SAYS_NAME.test(verdict.kind);
  const key = [verdict.rule, verdict.kind, facts.source, at(place), at(productPlace), runner, isNamed ? name : ''].join(
    '\0',
  );
  const found = known.get(key);
  if (found) return found;
  const rootCause = inPlainWords(rootCauseOf(verdict, facts, ask), facts.text);
  const pair = { rootCause, suggestion: suggestionFor(verdict, facts, ask, { ...about, rootCause }) };
  known.set(key, pair);
  return pair;
}

/** A failure's facts with its places and its classification. */
interface Placed extends FailurePlaces {
  readonly facts: Facts;
  readonly ruled: Classification;
}

/** The places depend on the classification, and what only a line of source shows depends on the places. */
function placed(failure: Failure, context: DiagnosisContext, { facts, frames, verdict }: Reading): Placed {
  const isRaised = verdict.category !== 'assertion' || verdict.kind === 'mock';
  const places = placesOf(frames, failure, context, isRaised);
  const nearby = lazy(() => sourceOfTest(places.place, context));
  const source = sourceLineAt(places.place, context);
  const productSource = sourceLineAt(places.productPlace, context);
  const ownFile = (path: string): string | null => context.resolvePath?.(path, failure.context).file ?? null;
  const filesIn = context.filesIn ?? facts.filesIn;
  const linesOf = (file: string): readonly string[] => context.sourceOf?.(file) ?? [];
  const sourced: Facts = { ...facts, source, productSource, nearby, ownFile, filesIn, linesOf };
  return { ...places, facts: sourced, ruled: withSource(verdict, sourced) };
}

/** Reads, classifies and words one failure. Pure, bounded, never throws on hostile text. */
export function ruleFailure(
  failure: Failure,
  context: DiagnosisContext,
  reader: (failure: Failure) => Reading = readAndClassify,
): RuledFailure {
  const reading = reader(failure);
  const { facts, ruled, place, productPlace, reason, candidates } = placed(failure, context, reading);
  const user = userMatch(context.userRules ?? [], facts);
  const tool = readToolFailure(failure, context.violations ?? NONE_SHARED);
  const verdict = user === null ? (tool?.verdict ?? ruled) : userVerdict(user);
  const ask = entityFinder(facts);
  const note = verdict.category === 'connection' ? appNote(failure.key, ask('host'), context) : '';
  const changed = changedAt([place, productPlace], context);
  const about = { place, productPlace, runner: failure.runner, name: failure.name };
  const sentences = (): SentencePair => sentencesOf(reading.sentences, { verdict, facts, ask, about });
  const common = wordsOf(user === null ? {} : wordsOfUser(user), tool ?? {}, note, {
    rootCause: () => sentences().rootCause,
    suggestion: () => sentences().suggestion,
    causeKey: () => causeKeyOf(verdict, facts, ask, failure, { test: place, product: productPlace }),
  });
  const words = wordsOfOrder(failure, user, common);
  const { category, kind, confidence, rule } = verdict;
  const diagnosis: Diagnosis = {
    ...{ key: failure.key, category, kind, confidence, rule, ...words },
    quotes: (user === null ? tool?.quotes : undefined) ?? quotesOf(verdict, facts),
    place,
    productPlace,
    source: user === null ? 'rules' : 'user',
    fixCode: '',
    ...reason,
    ...(changed === undefined ? {} : { changed }),
  };
  return { failure, facts, verdict, ask, candidates, diagnosis };
}

/** Diagnoses one failure by rules alone. */
export function diagnoseFailure(failure: Failure, context: DiagnosisContext = {}): Diagnosis {
  return ruleFailure(failure, context).diagnosis;
}
