import type { NonEmpty, TestAttempt } from '../../model/run.js';
import { clipBytes } from '../../text/bounds.js';
import { sharedPasses } from '../../verdict/shared-passes.js';
import { insidePath } from './inside-path.js';

/** Of the name of a test, its class or its suite. */
export const NAME_BYTES = 1000;

/** Equal values of many records, each kept once: a merge holds a million tests. */
export interface Shared {
  /** The text, bounded as a name is. */
  readonly name: (text: string) => string;
  /** The path when it is inside the repository, else empty. */
  readonly path: (path: string) => string;
  /** The only attempt of a test that passed at once. */
  readonly pass: (durationMs: number) => NonEmpty<TestAttempt>;
}

/** Nothing shared yet. */
export function nothingShared(): Shared {
  return {
    name: remembering((text) => clipBytes(text, NAME_BYTES)),
    path: remembering(insidePath),
    pass: sharedPasses(1),
  };
}

function remembering(of: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const value = known.get(text);
    if (value !== undefined) return value;
    if (text.length > NAME_BYTES) return of(text);
    // A copy: a part of a text keeps the whole text in memory.
    const own = Buffer.from(text).toString();
    const first = of(own);
    known.set(own, first);
    return first;
  };
}
