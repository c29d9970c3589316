import { clipBytes } from '../model/text.js';
import type { DeclaredPlace } from './told-place.js';
import type { JunitResult } from './junit-status.js';
import { KeptText, cleanName } from './kept-text.js';
import { KEPT } from './report-options.js';

const MAX_RESULTS = 50;
const MAX_PROPERTIES = 100;
const MAX_PROPERTY_BYTES = 4_000;

/** Collects what stands inside a `testcase`. Most cases hold nothing and never get one. */
export class CaseChildren {
  readonly #bad: JunitResult[] = [];
  readonly #tries: JunitResult[] = [];
  readonly #properties = new Map<string, string>();
  #skip: JunitResult | null = null;
  #place: DeclaredPlace | null = null;
  #output: KeptText | null = null;

  /** `failure` and `error` elements, at most 50. */
  get bad(): readonly JunitResult[] {
    return this.#bad;
  }

  /** Elements of earlier tries, at most 50. */
  get tries(): readonly JunitResult[] {
    return this.#tries;
  }

  /** `skipped` or one of its spellings. */
  get skip(): JunitResult | null {
    return this.#skip;
  }

  /** Where a failure element itself says it happened. */
  get place(): DeclaredPlace | null {
    return this.#place;
  }

  get properties(): ReadonlyMap<string, string> {
    return this.#properties;
  }

  /** True when a failure or skip has been seen, so that a case that is cut off later has a status all the same. */
  get isDecided(): boolean {
    return this.#bad.length > 0 || this.#skip !== null;
  }

  /** Where system-out and system-err go. */
  get output(): KeptText {
    this.#output ??= new KeptText(KEPT.output);
    return this.#output;
  }

  /** Text that came in through `output`. */
  get printed(): string {
    return this.#output?.toString() ?? '';
  }

  /** Sets a property; at most 100 are kept. */
  property(name: string, value: string): void {
    if (this.#properties.size < MAX_PROPERTIES)
      this.#properties.set(cleanName(name), clipBytes(cleanName(value), MAX_PROPERTY_BYTES));
  }

  /** Takes a finished child element. */
  result(result: JunitResult, place: DeclaredPlace | null): void {
    const { element } = result;
    this.#place ??= place;
    const isBad = element === 'failure' || element === 'error';
    if (!isBad && !/^(?:rerun|flaky)/.test(element)) this.#skip ??= result;
    else if (isBad && this.#bad.length < MAX_RESULTS) this.#bad.push(result);
    else if (!isBad && this.#tries.length < MAX_RESULTS) this.#tries.push(result);
  }
}
