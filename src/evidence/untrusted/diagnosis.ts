import { member, textOf, textsOf, type Json } from '../../text/json.js';
import { CATEGORIES, type Cause, type Confidence, type Diagnosis, type RunDiagnosis } from '../../model/diagnosis.js';
import type { SourcePlace } from '../../model/report.js';
import { clipBytes } from '../../text/bounds.js';
import { oneOf } from './manifest.js';
import { insidePath } from './inside-path.js';
import { jsonLines, lineOf } from './tests.js';

const TEXT_BYTES = 4000;
const FIX_BYTES = 10_000;
const MOST_QUOTES = 10;
const QUOTE_BYTES = 1000;
const CLUSTER = /^[\w-]{1,64}$/;
const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low'];
const SOURCES: readonly Cause['source'][] = ['rules', 'model', 'user'];

/** Diagnoses and causes of diagnostics.jsonl. `keyOf` gives the test key of a record id, or undefined. */
export function readDiagnosis(
  text: string,
  keyOf: (recordId: string) => string | undefined,
  notes: readonly string[],
): RunDiagnosis {
  const diagnoses: Diagnosis[] = [];
  const causes = new Map<string, Cause>();
  for (const record of jsonLines(text)) {
    const key = keyOf(textOf(record, 'test_id'));
    if (key === undefined) continue;
    const diagnosis = reportedDiagnosis(record, key);
    diagnoses.push(diagnosis);
    const id = textOf(record, 'cluster');
    if (CLUSTER.test(id)) causes.set(id, withFailure(causes.get(id), id, diagnosis));
  }
  return { diagnoses, causes: [...causes.values()], notes };
}

function withFailure(cause: Cause | undefined, id: string, diagnosis: Diagnosis): Cause {
  const { category, kind, confidence, rootCause, suggestion, quotes, place, source, fixCode, key } = diagnosis;
  if (cause === undefined)
    return { id, category, kind, confidence, rootCause, suggestion, quotes, place, source, fixCode, failures: [key] };
  // Grown in place: one cause may explain 100,000 tests.
  (cause.failures as string[]).push(key);
  return cause;
}

function reportedDiagnosis(record: Json, key: string): Diagnosis {
  const kind = clipBytes(textOf(record, 'kind'), 100);
  return {
    key,
    category: oneOf(CATEGORIES, textOf(record, 'category')) ?? 'unknown',
    kind,
    confidence: oneOf(CONFIDENCES, textOf(record, 'confidence')) ?? 'low',
    rule: kind,
    rootCause: clipBytes(textOf(record, 'root_cause'), TEXT_BYTES),
    suggestion: clipBytes(textOf(record, 'suggestion'), TEXT_BYTES),
    quotes: textsOf(record, 'quotes')
      .slice(0, MOST_QUOTES)
      .map((quote) => clipBytes(quote, QUOTE_BYTES)),
    place: placeOf(record),
    productPlace: null,
    causeKey: textOf(record, 'cluster').slice(0, 64),
    source: oneOf(SOURCES, textOf(record, 'source')) ?? 'rules',
    fixCode: clipBytes(textOf(record, 'fix_code'), FIX_BYTES),
  };
}

function placeOf(record: Json): SourcePlace | null {
  const file = typeof member(record, 'file') === 'string' ? insidePath(textOf(record, 'file')) : '';
  return file === '' ? null : { file, line: lineOf(record) };
}
