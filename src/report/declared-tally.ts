import type { DeclaredTotals } from '../model/report.js';
import type { XmlAttributes } from './xml-attributes.js';

const KEYS = ['tests', 'failures', 'errors', 'skipped'] as const;

/** Which totals a suite or one around it declares, as bits; see `DeclaredTally.add`. */
export type DeclaredMask = number;

/** A count from an attribute; null when it is none. mocha's `skipped="-2"` is none. */
function countOf(text: string | undefined): number | null {
  const count = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isSafeInteger(count) && count >= 0 ? count : null;
}

/** Sums the totals that suites declare: of each, those of the outermost suites that declare it. */
export class DeclaredTally {
  readonly #totals: (number | null)[] = [null, null, null, null];

  get totals(): DeclaredTotals {
    const [tests = null, failures = null, errors = null, skipped = null] = this.#totals;
    return { tests, failures, errors, skipped };
  }

  /** Takes the attributes of a suite and what the suites around it declare; answers what is declared inside it. */
  add(attributes: XmlAttributes, around: DeclaredMask): DeclaredMask {
    let mask = around;
    for (const [index, key] of KEYS.entries()) {
      const count = countOf(attributes.get(key));
      if (count === null || (around & (1 << index)) !== 0) continue;
      this.#totals[index] = count + (this.#totals[index] ?? 0);
      mask |= 1 << index;
    }
    return mask;
  }
}
