import type { Cause } from '../../model/diagnosis.js';
import type { ModelAnswer, ModelRefusal, ModelUsage } from '../../model/language-model.js';
import { readAnswer } from './answer.js';
import { costOf, estimateTokens, type CostBudget } from './budget.js';
import type { Fallback, ModelCall, ModelSettings, ModelServices } from './model-options.js';
import { ANSWER_SCHEMA, SYSTEM_PROMPT, type Question } from './prompt.js';

const MAX_OUTPUT_TOKENS = 1_500;

/** Shared by the questions of one phase. */
export interface Phase {
  readonly services: ModelServices;
  readonly settings: ModelSettings;
  readonly budget: CostBudget;
  readonly signal: AbortSignal;
  /** Set by the first refusal of the key, or by two broken connections in a row. */
  ended: ModelRefusal | null;
  broken: number;
}

/** A cause that was not asked about, and why. */
export const unasked = (causeId: string, fallback: Fallback, sent = ''): ModelCall => ({
  causeId,
  sent,
  requestId: '',
  usage: null,
  usd: null,
  verdict: null,
  fallback,
  message: '',
});

/** The cached prefix is billed apart, but the worst case pays it in full. */
function worstCase(question: Question): ModelUsage {
  const inputTokens =
    estimateTokens(SYSTEM_PROMPT) + estimateTokens(question.user) + estimateTokens(JSON.stringify(ANSWER_SCHEMA));
  return {
    inputTokens: Math.ceil(inputTokens * 1.25),
    outputTokens: MAX_OUTPUT_TOKENS,
    cacheReadTokens: 0,
    cacheWriteTokens: 0,
  };
}

const NOTHING: ModelUsage = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };
const NEVER_BILLED = new Set<ModelRefusal>([
  'unauthorized',
  'rate-limited',
  'overloaded',
  'bad-request',
  'unreachable',
]);

/** A question that was given up may have been answered and billed all the same, so it counts at its worst. */
function billed(answer: ModelAnswer, worst: ModelUsage): ModelUsage {
  if (answer.ok) return answer.usage;
  return NEVER_BILLED.has(answer.reason) ? NOTHING : worst;
}

/** A key that is refused will be refused again; a network that is gone twice is gone. */
function noteRefusal(phase: Phase, reason: ModelRefusal): void {
  phase.broken = reason === 'unreachable' ? phase.broken + 1 : 0;
  if (reason === 'unauthorized' || phase.broken >= 2) phase.ended ??= reason;
}

function blocked(phase: Phase, question: Question): Fallback | null {
  if (phase.signal.aborted) return 'phase deadline';
  if (phase.ended !== null) return 'phase ended';
  if (phase.services.redactor.contains(question.user)) return 'secret left in the text';
  return phase.budget.reserve(worstCase(question)) ? null : 'budget';
}

/** Asks about one cause, unless a limit, a deadline or a secret stands against it. Never rejects. */
export async function askOne(cause: Cause, question: Question, phase: Phase): Promise<ModelCall> {
  const { services, settings, budget, signal } = phase;
  const stop = blocked(phase, question);
  if (stop !== null) return unasked(cause.id, stop, stop === 'secret left in the text' ? '' : question.user);
  const worst = worstCase(question);
  const answer = await services.model.complete(
    {
      model: settings.model,
      system: SYSTEM_PROMPT,
      user: question.user,
      schema: ANSWER_SCHEMA,
      maxTokens: MAX_OUTPUT_TOKENS,
      timeoutMs: settings.requestTimeoutMs,
    },
    signal,
  );
  budget.settle(worst, billed(answer, worst));
  const base = { causeId: cause.id, sent: question.user, requestId: answer.requestId };
  if (!answer.ok) {
    noteRefusal(phase, answer.reason);
    const fallback: Fallback = answer.reason === 'aborted' ? 'phase deadline' : answer.reason;
    const message = services.redactor.redact(answer.message);
    return { ...base, usage: null, usd: null, verdict: null, fallback, message };
  }
  phase.broken = 0;
  const read = readAnswer(answer, question);
  const usd = costOf(settings.model, answer.usage);
  return {
    ...base,
    usage: answer.usage,
    usd,
    message: '',
    verdict: read.ok ? read.verdict : null,
    fallback: read.ok ? null : read.reason,
  };
}
