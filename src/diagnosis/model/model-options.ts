import type { LanguageModel, ModelRefusal, ModelUsage } from '../../model/language-model.js';
import type { Clock } from '../../ports.js';
import type { ModelVerdict, Unusable } from './answer.js';
import type { DiagnosisContext } from '../context.js';
import type { Redactor } from '../../redaction/redactor.js';

/** How much a model may be asked. */
export interface ModelSettings {
  readonly model: string;
  /** 0 never asks. */
  readonly maxUsd: number;
  /** Input and output together. */
  readonly maxTokens: number;
  readonly maxCauses: number;
  readonly concurrency: number;
  readonly requestTimeoutMs: number;
  readonly phaseTimeoutMs: number;
  /** `unsure` leaves causes alone that the rules are sure of. */
  readonly ask: 'unsure' | 'all';
}

export const MODEL_DEFAULTS: ModelSettings = {
  model: 'claude-haiku-5-5',
  maxUsd: 0.25,
  maxTokens: 200_000,
  maxCauses: 20,
  concurrency: 4,
  requestTimeoutMs: 30_000,
  phaseTimeoutMs: 120_000,
  ask: 'unsure',
};

/** Everything the phase needs from outside. */
export interface ModelServices {
  readonly model: LanguageModel;
  readonly clock: Clock;
  readonly redactor: Redactor;
  /** A fresh random word for each question. */
  readonly nonce: () => string;
  readonly context: DiagnosisContext;
}

/** Why the rules' answer stands. */
export type Fallback =
  Unusable | ModelRefusal | 'budget' | 'too many causes' | 'phase deadline' | 'phase ended' | 'secret left in the text';

/** One question with what came of it: for the evidence. The text is as sent, redacted. */
export interface ModelCall {
  readonly causeId: string;
  readonly sent: string;
  readonly requestId: string;
  readonly usage: ModelUsage | null;
  /** Null when nothing was used; at most that much when the price of the model is not known. */
  readonly usd: number | null;
  readonly verdict: ModelVerdict | null;
  readonly fallback: Fallback | null;
  /** The error of the API, shortened; empty when nothing went wrong. */
  readonly message: string;
}
