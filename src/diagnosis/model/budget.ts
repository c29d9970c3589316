import type { ModelUsage } from '../../model/language-model.js';

/** US dollars per million tokens. */
interface Price {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

/** Published prices by model family, https://platform.claude.com/docs/en/about-claude/models/overview (November 2026). */
const PRICES: readonly (readonly [prefix: string, price: Price])[] = [
  ['claude-haiku-5-5', { input: 0.1, output: 0.5, cacheRead: 0.01, cacheWrite: 0.125 }],
  ['claude-sonnet-5-5', { input: 2, output: 10, cacheRead: 0.2, cacheWrite: 2.5 }],
  ['claude-opus-5-5', { input: 4, output: 20, cacheRead: 0.4, cacheWrite: 5 }],
  ['claude-haiku-4-5', { input: 1, output: 5, cacheRead: 0.1, cacheWrite: 1.25 }],
];

/** Characters per token, low on purpose: an estimate must not be exceeded by the bill. */
const CHARS_PER_TOKEN = 2.5;

const priceOf = (model: string): Price | null => PRICES.find(([prefix]) => model.startsWith(prefix))?.[1] ?? null;

/** Tokens a text has at most, near enough to plan with. */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / CHARS_PER_TOKEN);
}

/** Dollars for what was used; null when the model's price is not known. */
export function costOf(model: string, usage: ModelUsage): number | null {
  const price = priceOf(model);
  if (price === null) return null;
  const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = usage;
  const micro = inputTokens * price.input + outputTokens * price.output;
  return (micro + cacheReadTokens * price.cacheRead + cacheWriteTokens * price.cacheWrite) / 1_000_000;
}

/** Money and tokens of one phase. A call is reserved at its worst before it is made, and settled at its true cost after. */
export interface CostBudget {
  /** False when the call at its worst would cross a limit; then nothing is reserved. */
  readonly reserve: (worst: ModelUsage) => boolean;
  readonly settle: (worst: ModelUsage, used: ModelUsage) => void;
  readonly spentUsd: () => number;
  readonly spentTokens: () => number;
}

const tokensOf = (usage: ModelUsage): number =>
  usage.inputTokens + usage.outputTokens + usage.cacheReadTokens + usage.cacheWriteTokens;

/** A budget in dollars and tokens; a model without a known price is held by its tokens alone. */
export function createBudget(model: string, maxUsd: number, maxTokens: number): CostBudget {
  let usd = 0;
  let tokens = 0;
  const add = (usage: ModelUsage, sign: 1 | -1): void => {
    usd += sign * (costOf(model, usage) ?? 0);
    tokens += sign * tokensOf(usage);
  };
  return {
    reserve: (worst) => {
      const crosses = usd + (costOf(model, worst) ?? 0) > maxUsd || tokens + tokensOf(worst) > maxTokens;
      if (maxUsd <= 0 || crosses) return false;
      add(worst, 1);
      return true;
    },
    settle: (worst, used) => {
      add(worst, -1);
      add(used, 1);
    },
    spentUsd: () => Math.max(0, usd),
    spentTokens: () => tokens,
  };
}
