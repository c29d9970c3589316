import { localName } from './xml-scan.js';

/**
 * What an element holds: child elements (text between them is dropped), both, or text alone. Markup inside `text` is
 * kept as text and only the element's own end tag ends it, because report writers forget to escape what tests print.
 */
export type ElementContent = 'elements' | 'mixed' | 'text';

/** Hears that an element ended; `torn` says that the document ended before the element did. */
export type CloseListener = (name: string, torn: boolean) => void;

interface OpenElement {
  readonly name: string;
  readonly content: ElementContent;
}

const MAX_DEPTH = 10_000;

/** The elements that are open. End tags that do not match close what lies between, or nothing. */
export class XmlStack {
  readonly #open: OpenElement[] = [];
  readonly #onClose: CloseListener;
  #torn = false;
  #repaired = false;
  #tooDeep = 0;

  constructor(onClose: CloseListener) {
    this.#onClose = onClose;
  }

  /** True when the document ended inside an element. */
  get torn(): boolean {
    return this.#torn;
  }

  /** True when an end tag did not belong to the innermost element. */
  get repaired(): boolean {
    return this.#repaired;
  }

  /** Name of the innermost element as written; empty outside the root. */
  get name(): string {
    return this.#open.at(-1)?.name ?? '';
  }

  /** What the innermost element holds. */
  get content(): ElementContent {
    return this.#open.at(-1)?.content ?? 'elements';
  }

  /** True when no deeper element is taken; `skip` counts one instead. */
  get full(): boolean {
    return this.#open.length >= MAX_DEPTH;
  }

  /** Leaves an element out that lies too deep. */
  skip(): void {
    this.#tooDeep += 1;
  }

  push(name: string, content: ElementContent): void {
    this.#open.push({ name, content });
  }

  /** Closes the innermost element of that name and all inside it; without one, nothing. */
  close(name: string): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    const index = this.#open.findLastIndex((element) => element.name === name);
    if (index < this.#open.length - 1) this.#repaired = true;
    if (index < 0) return;
    while (this.#open.length > index) this.#onClose(localName(this.#open.pop()?.name ?? ''), false);
  }

  /** Ends the document: what is open, innermost first, is torn. */
  tearDown(): void {
    if (this.#open.length > 0) this.#torn = true;
    for (let top = this.#open.pop(); top !== undefined; top = this.#open.pop())
      this.#onClose(localName(top.name), true);
    this.#tooDeep = 0;
  }
}
