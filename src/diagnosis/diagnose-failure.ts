import type { Diagnosis, Failure } from '../model/diagnosis.js';
import type { SourcePlace } from '../model/report.js';
import type { Frame } from '../locate/frame.js';
import { chooseFrames } from '../locate/source-location.js';
import { classify } from './classify.js';
import { entityFinder } from './entities.js';
import { readFailure } from './facts.js';
import { quotesOf } from './quotes.js';
import { rootCauseOf } from './root-cause.js';
import { causeKeyOf } from './signature.js';
import { suggestionFor } from './suggestion.js';

/** What is known besides the failure itself. */
export interface DiagnosisContext {
  /** Maps a reported path to a tracked file, or to null; absent outside of a repository. */
  readonly resolvePath?: (path: string) => string | null;
}

/** A mapped place, or the reported one when there is no repository to map to. */
function placeOf(frame: Frame | null, context: DiagnosisContext): SourcePlace | null {
  if (frame === null) return null;
  const { resolvePath } = context;
  if (!resolvePath) return { file: frame.file, line: frame.line };
  const base = frame.family === 'jvm' ? (frame.file.split('/').at(-1) ?? '') : '';
  const file = resolvePath(frame.file) ?? (base === '' ? null : resolvePath(base));
  return file === null ? null : { file, line: frame.line };
}

/** Diagnoses one failure by rules alone. Pure, bounded, never throws on hostile text. */
export function diagnoseFailure(failure: Failure, context: DiagnosisContext = {}): Diagnosis {
  const { facts, frames } = readFailure(failure);
  const verdict = classify(facts, failure);
  const ask = entityFinder(facts);
  const chosen = chooseFrames(frames, failure);
  const declared = failure.line > 0 && failure.file !== '' ? { file: failure.file, line: failure.line } : null;
  const place = placeOf(chosen.test, context) ?? declared;
  const productPlace = placeOf(chosen.product, context);
  return {
    key: failure.key,
    category: verdict.category,
    kind: verdict.kind,
    confidence: verdict.confidence,
    rule: verdict.rule,
    rootCause: rootCauseOf(verdict, facts, ask),
    suggestion: suggestionFor(verdict, ask, { place, productPlace, runner: failure.runner }),
    quotes: quotesOf(verdict, facts),
    place,
    productPlace,
    causeKey: causeKeyOf(verdict, facts, ask, failure, chosen),
    source: 'rules',
    fixCode: '',
  };
}
