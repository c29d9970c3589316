import { localName } from './scan.js';

const RESULT = /^(?:failure|error|testcase)$/;

/**
 * What an element holds: child elements (text between them is dropped), both, or text alone. Markup inside `text` is
 * kept as text and only the element's own end tag ends it, because report writers forget to escape what tests print.
 * `noise` is markup around the document: its end is not reported and it is never torn.
 */
export type ElementContent = 'elements' | 'mixed' | 'text' | 'noise';

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
  #orphaned = false;
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

  /** True when text in the innermost element is heard. */
  get holdsText(): boolean {
    return this.content === 'mixed' || this.content === 'text';
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

  /** True when a result ended whose start tag was never read. */
  get orphaned(): boolean {
    return this.#orphaned;
  }

  /** Closes the innermost element of that name and all inside it; without one, nothing. */
  close(name: string): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    const index = this.#open.findLastIndex((element) => element.name === name);
    if (index < this.#open.length - 1) this.#repaired = true;
    if (index < 0) {
      this.#orphaned ||= RESULT.test(localName(name));
      return;
    }
    while (this.#open.length > index) this.#closeInnermost(false);
  }

  /** Ends the document: what is open, innermost first, is torn. */
  tearDown(): void {
    if (this.#open.some(({ content }) => content !== 'noise')) this.#torn = true;
    while (this.#open.length > 0) this.#closeInnermost(true);
    this.#tooDeep = 0;
  }

  #closeInnermost(torn: boolean): void {
    const { name = '', content = 'noise' } = this.#open.pop() ?? {};
    if (content !== 'noise') this.#onClose(localName(name), torn);
  }
}
