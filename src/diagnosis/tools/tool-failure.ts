import type { Failure } from '../../model/diagnosis.js';
import { readAxe } from './axe.js';
import { readLighthouse } from './lighthouse.js';
import { readLoadReport } from './load-report.js';
import { readLocust } from './locust.js';
import { readSchemathesis } from './schemathesis.js';
import type { SharedViolations, ToolReader, ToolReading } from './tool-reading.js';

const READERS: ReadonlyMap<string, ToolReader> = new Map([
  ['axe', readAxe],
  ['command', readLoadReport],
  ['junit', readLoadReport],
  ['lighthouse', readLighthouse],
  ['locust', readLocust],
  ['schemathesis', readSchemathesis],
] satisfies readonly (readonly [string, ToolReader])[]);

/**
 * Reads a failure of a quality suite by the grammar of its tool. Null for other runners, for words that the tool's
 * reader does not know, and for what history decides: those are for the common rules.
 */
export function readToolFailure(failure: Failure, shared: SharedViolations): ToolReading | null {
  if (failure.passedOnRetry || failure.timedOut) return null;
  return READERS.get(failure.runner)?.(failure, shared) ?? null;
}
