// Adjusts diagnoses by what only the whole run shows: shared reasons, and sentences that must differ.
import type { Diagnosis, Failure } from '../model/diagnosis.js';
import { UNEXPLAINED } from './cause-key.js';
import { clip } from './wording/sentence.js';

/** A refusal without a reason has the reason that the run gives for the same endpoint, when it gives exactly one. */
function withReasons(diagnoses: readonly Diagnosis[]): readonly Diagnosis[] {
  const keys = [...new Set(diagnoses.map(({ causeKey }) => causeKey))];
  return diagnoses.map((diagnosis) => {
    if (!diagnosis.causeKey.startsWith(UNEXPLAINED)) return diagnosis;
    const path = diagnosis.causeKey.slice(UNEXPLAINED.length);
    const [explained, ...others] = keys.filter(
      (key) => /^auth:(?!raised:|unexplained:)[\w-]+:/.test(key) && key.endsWith(`:${path}`),
    );
    return explained === undefined || others.length > 0 ? diagnosis : { ...diagnosis, causeKey: explained };
  });
}

/** One sentence never stands on two cards: causes that read alike are distinguished by their places. */
function withPlaces(diagnoses: readonly Diagnosis[]): readonly Diagnosis[] {
  const keys = new Map<string, Set<string>>();
  for (const { rootCause, causeKey } of diagnoses)
    keys.set(rootCause, (keys.get(rootCause) ?? new Set()).add(causeKey));
  return diagnoses.map((diagnosis) => {
    const { rootCause, place, key } = diagnosis;
    if ((keys.get(rootCause)?.size ?? 0) < 2) return diagnosis;
    const where = place === null ? (key.split(/::|\s›\s/).at(-1) ?? key) : `${place.file}:${place.line}`;
    if (rootCause.includes(where)) return diagnosis;
    return { ...diagnosis, rootCause: `${clip(rootCause, Math.max(80, 237 - where.length))} (${where.slice(-154)})` };
  });
}

/** Spring's name of an application context, in the failure that loaded it and in those that were not tried again. */
const CONTEXT =
  /(failed to load|failure threshold \(\d{1,4}\) exceeded).{0,80}\[\w{0,40}ContextConfiguration@([\da-f]{4,16})\b/i;

/** A test whose context was not loaded again has the cause of the first attempt. */
function withContexts(diagnoses: readonly Diagnosis[], failures: readonly Failure[]): readonly Diagnosis[] {
  const found = failures.map(({ message, details }) =>
    CONTEXT.exec(`${message.slice(0, 400)}\n${details.slice(0, 400)}`),
  );
  if (found.every((match) => match === null)) return diagnoses;
  const loaded = new Map<string, Diagnosis>();
  for (const [at, match] of found.entries()) {
    const diagnosis = diagnoses[at];
    if (diagnosis && match && /load/i.test(match[1] ?? '') && !loaded.has(match[2] ?? ''))
      loaded.set(match[2] ?? '', diagnosis);
  }
  return diagnoses.map((diagnosis, at) => {
    const first = loaded.get(found[at]?.[2] ?? '');
    if (first === undefined || /load/i.test(found[at]?.[1] ?? '')) return diagnosis;
    const { category, kind, rootCause, suggestion, causeKey } = first;
    return {
      ...diagnosis,
      category,
      kind,
      rootCause,
      suggestion,
      causeKey,
      confidence: 'medium',
      rule: 'context/first-load',
    };
  });
}

/** What only the whole run can decide: reasons that failures share, and sentences that must differ. */
export function settled(diagnoses: readonly Diagnosis[], failures: readonly Failure[]): readonly Diagnosis[] {
  return withPlaces(withContexts(withReasons(diagnoses), failures));
}
