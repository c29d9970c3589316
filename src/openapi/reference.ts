import { member } from '../text/json.js';

const MAX_HOPS = 32;

/** A value with its references followed. `pointer` names the place of the last one; empty when there was none. */
export interface Resolved {
  readonly value: unknown;
  readonly pointer: string;
}

/** Follows local `$ref`s of one document. What leads nowhere is remembered once, and is undefined. */
export class References {
  readonly #document: unknown;
  readonly #lost = new Set<string>();

  constructor(document: unknown) {
    this.#document = document;
  }

  /** References that could not be followed: to other files, to nothing, in circles. */
  get lost(): readonly string[] {
    return [...this.#lost];
  }

  resolve(value: unknown): Resolved {
    let at: Resolved = { value, pointer: '' };
    for (let hops = 0; hops < MAX_HOPS; hops++) {
      const reference = member(at.value, '$ref');
      if (typeof reference !== 'string') return at;
      const target = this.#find(reference);
      if (target === undefined) return this.#lose(reference);
      at = { value: target, pointer: reference };
    }
    return this.#lose(at.pointer);
  }

  #lose(reference: string): Resolved {
    if (this.#lost.size < 100) this.#lost.add(reference.slice(0, 200));
    return { value: undefined, pointer: '' };
  }

  #find(reference: string): unknown {
    if (!reference.startsWith('#')) return undefined;
    const steps = reference.slice(1).split('/').slice(1);
    return steps.reduce<unknown>((value, step) => member(value, decodeStep(step)), this.#document);
  }
}

/** JSON pointers escape `~` and `/`; in a URL fragment also by percent (RFC 6901, sections 3 and 6). */
function decodeStep(step: string): string {
  return decodePercent(step).replaceAll('~1', '/').replaceAll('~0', '~');
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
