/** One question to a language model that answers with JSON of a schema. All text is redacted by the caller. */
export interface ModelRequest {
  readonly model: string;
  /** The same for every question of a run, so that it can be cached. */
  readonly system: string;
  readonly user: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly maxTokens: number;
  readonly timeoutMs: number;
}

export interface ModelUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
}

export type ModelRefusal =
  | 'unauthorized'
  | 'rate-limited'
  | 'overloaded'
  | 'timeout'
  | 'unreachable'
  | 'bad-request'
  | 'server-error'
  | 'aborted';

/** What came back. `stop` is the API's own word; only `end_turn` means that the text is whole. */
export type ModelAnswer =
  | {
      readonly ok: true;
      readonly text: string;
      readonly stop: string;
      readonly usage: ModelUsage;
      readonly requestId: string;
    }
  | { readonly ok: false; readonly reason: ModelRefusal; readonly message: string; readonly requestId: string };

/** A language model behind the Messages API. Never rejects. */
export interface LanguageModel {
  complete(request: ModelRequest, signal: AbortSignal): Promise<ModelAnswer>;
}
