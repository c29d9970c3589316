/** Which kind of trace a frame came from; it decides whether the first or the last frame is the innermost. */
export type FrameFamily =
  | 'python'
  | 'script'
  | 'jvm'
  | 'dotnet'
  | 'go'
  | 'ginkgo'
  | 'rust'
  | 'ruby'
  | 'php'
  | 'native'
  | 'feature'
  | 'elixir'
  | 'other';

/** A `call` is on the stack; a `declaration` is where a test is written; a `mention` stands inside a sentence. */
export type FrameKind = 'call' | 'declaration' | 'mention';

/** What one line of a trace says. */
export interface RawFrame {
  /** As the trace has it. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Function, method or block; empty when the trace has none. */
  readonly fn: string;
  /** Qualified class of a JVM frame, else empty. */
  readonly owner: string;
  readonly family: FrameFamily;
  readonly kind: FrameKind;
  readonly vendor?: boolean;
}

/** One place of a trace. Paths use `/`; `vendor` marks code that is not part of the repository. */
export interface Frame extends Required<RawFrame> {
  /** Index of the line in the bounded text; frames are in text order. */
  readonly at: number;
}
