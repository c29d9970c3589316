import type { ModelUsage } from '../../model/language-model.js';

/** US dollars per million tokens. */
interface Price {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

const priceAt = (input: number, output: number): Price => ({
  input,
  output,
  cacheRead: input / 10,
  cacheWrite: input * 1.25,
});

/** The dearest known price, which counts for models whose price is not known. */
const DEAREST = priceAt(25, 125);

/** Published prices, https://platform.claude.com/docs/en/about-claude/pricing (November 2026); the first match counts. */
const PRICES: readonly (readonly [model: RegExp, price: Price])[] = [
  [/^claude-haiku-5-5/, priceAt(0.1, 0.5)],
  [/^claude-haiku-4-5/, priceAt(1, 5)],
  [/^claude-sonnet-5/, priceAt(2, 10)],
  [/^claude-sonnet-4/, priceAt(3, 15)],
  [/^claude-opus-5-5/, priceAt(4, 20)],
  [/^claude-opus-(?:5|4-[5-8])(?:-|$)/, priceAt(5, 25)],
  [/^claude-opus-4/, priceAt(15, 75)],
  [/^claude-(?:fable|mythos)-5/, priceAt(10, 50)],
  [/^claude-mythos-preview/, DEAREST],
];

/** Characters per token, low on purpose: an estimate must not be exceeded by the bill. */
const CHARS_PER_TOKEN = 2.5;

const knownPrice = (model: string): Price | null => PRICES.find(([pattern]) => pattern.test(model))?.[1] ?? null;

/** False for a model that counts at the dearest known price. */
export const hasKnownPrice = (model: string): boolean => knownPrice(model) !== null;

/** Tokens a text has at most, near enough to plan with. */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / CHARS_PER_TOKEN);
}

/** Dollars for what was used; at most that much when the price of the model is not known. */
export function costOf(model: string, usage: ModelUsage): number {
  const price = knownPrice(model) ?? DEAREST;
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

/** A budget in dollars and tokens. */
export function createBudget(model: string, maxUsd: number, maxTokens: number): CostBudget {
  let usd = 0;
  let tokens = 0;
  const add = (usage: ModelUsage, sign: 1 | -1): void => {
    usd += sign * costOf(model, usage);
    tokens += sign * tokensOf(usage);
  };
  return {
    reserve: (worst) => {
      const crosses = usd + costOf(model, worst) > maxUsd || tokens + tokensOf(worst) > maxTokens;
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
