import type { Failure } from '../model/diagnosis.js';
import { classify } from './classify.js';
import { readFailure, type ReadFailure } from './facts.js';
import type { Verdict } from './rule.js';

/** A failure's facts with what the rules say of them: all that depends on its text alone. */
export interface Reading extends ReadFailure {
  readonly verdict: Verdict;
}

const MAX_REMEMBERED = 2_000;
const MAX_KEY = 16_000;

/** Reads and classifies one failure. */
export function readAndClassify(failure: Failure): Reading {
  const read = readFailure(failure);
  return { ...read, verdict: classify(read.facts, failure) };
}

/** A reader that remembers texts for one run: when a server is down, hundreds of tests say the same. */
export function rememberingReader(): (failure: Failure) => Reading {
  const known = new Map<string, Reading>();
  return (failure) => {
    const { type, message, details, output, passedOnRetry, timedOut } = failure;
    const key = [type, message, details, output, passedOnRetry, timedOut].join('\0');
    const remembered = known.get(key);
    if (remembered) return remembered;
    const reading = readAndClassify(failure);
    if (key.length <= MAX_KEY && known.size < MAX_REMEMBERED) known.set(key, reading);
    return reading;
  };
}
