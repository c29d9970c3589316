import type { Diagnosis } from '../model/diagnosis.js';
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

/** One sentence never stands on two cards: causes that read alike are told apart by their places. */
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

/** What only the whole run can decide: reasons that failures share, and sentences that must differ. */
export function settled(diagnoses: readonly Diagnosis[]): readonly Diagnosis[] {
  return withPlaces(withReasons(diagnoses));
}
