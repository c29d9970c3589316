// Checks a model's answer: whole, of the right shape, quoting what was sent, naming a place that was listed.
import type { Category, Confidence } from '../../model/diagnosis.js';
import type { SourcePlace } from '../../model/report.js';
import type { ModelAnswer } from '../../model/language-model.js';
import { MODEL_CATEGORIES, MODEL_KINDS, type Question } from './prompt.js';

/** An answer that kept every promise. */
export interface ModelVerdict {
  readonly category: Category;
  readonly kind: string;
  readonly rootCause: string;
  readonly suggestion: string;
  readonly confidence: Confidence;
  /** A small patch, a proposal only; empty unless the model is sure. */
  readonly fixCode: string;
  readonly quote: string;
  /** Null when the model named none. */
  readonly place: SourcePlace | null;
}

/** Why an answer was not used; counted and shown. */
export type Unusable =
  | 'refusal'
  | 'cut off'
  | 'unfinished'
  | 'no JSON'
  | 'wrong shape'
  | 'invented quote'
  | 'place out of range'
  | 'empty cause';

export type ReadAnswer =
  { readonly ok: true; readonly verdict: ModelVerdict } | { readonly ok: false; readonly reason: Unusable };

const MAX_SENTENCE = 300;
const MIN_QUOTE = 8;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** One line without control or direction characters, bounded. */
const sentence = (text: string): string =>
  text.replace(CONTROL, ' ').replace(/\s+/g, ' ').trim().slice(0, MAX_SENTENCE).toWellFormed();

const MAX_PATCH_LINES = 40;
const MAX_PATCH_CHARS = 4000;
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A patch short enough to be read before it is used; a longer one is no proposal. */
function patch(value: unknown): string {
  if (typeof value !== 'string' || value.length > MAX_PATCH_CHARS) return '';
  const text = value.replace(UNPRINTABLE, '').trim().toWellFormed();
  return text.split('\n').length > MAX_PATCH_LINES ? '' : text;
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

const oneOf = <T extends string>(value: unknown, allowed: readonly T[]): T | null =>
  allowed.find((candidate) => candidate === value) ?? null;

const CONFIDENCES = ['low', 'medium', 'high'] as const;

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

const fail = (reason: Unusable): ReadAnswer => ({ ok: false, reason });

/** The fields with their types and enumerations checked; null when one does not hold. */
function shaped(
  raw: Readonly<Record<string, unknown>>,
): (Omit<ModelVerdict, 'place'> & { readonly index: number }) | null {
  const category = oneOf(raw['category'], MODEL_CATEGORIES);
  const kind = oneOf(raw['kind'], MODEL_KINDS);
  const confidence = oneOf(raw['confidence'], CONFIDENCES);
  if (category === null || kind === null || confidence === null) return null;
  const { root_cause: rootCause, suggestion, evidence_quote: quote, location_index: index } = raw;
  if (typeof rootCause !== 'string' || typeof suggestion !== 'string' || typeof quote !== 'string') return null;
  if (typeof index !== 'number' || !Number.isInteger(index)) return null;
  return {
    category,
    kind,
    confidence,
    rootCause: sentence(rootCause),
    suggestion: sentence(suggestion),
    fixCode: confidence === 'high' ? patch(raw['fix_code']) : '',
    quote,
    index,
  };
}

function checked(raw: Readonly<Record<string, unknown>>, question: Question): ReadAnswer {
  const answer = shaped(raw);
  if (answer === null) return fail('wrong shape');
  const { index, quote, ...verdict } = answer;
  if (index < -1 || index >= question.places.length) return fail('place out of range');
  const verbatim = folded(quote);
  if (verbatim.length < MIN_QUOTE || !folded(question.evidence).includes(verbatim)) return fail('invented quote');
  if (verdict.rootCause === '') return fail('empty cause');
  return { ok: true, verdict: { ...verdict, quote: sentence(verbatim), place: question.places[index] ?? null } };
}

/** Believes an answer only when it is whole, of the right shape, quotes what was sent and names a place that was listed. */
export function readAnswer(answer: Extract<ModelAnswer, { ok: true }>, question: Question): ReadAnswer {
  if (answer.stop === 'refusal') return fail('refusal');
  if (answer.stop === 'max_tokens' || answer.stop === 'model_context_window_exceeded') return fail('cut off');
  if (answer.stop !== 'end_turn') return fail('unfinished');
  const raw = parsed(answer.text);
  return raw === null ? fail('no JSON') : checked(raw, question);
}
