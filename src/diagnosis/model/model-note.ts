import { hasKnownPrice } from './budget.js';
import type { ModelCall, ModelSettings } from './model-options.js';

/** Reasons with their counts, the most frequent first: `budget (2), invented quote (1)`. */
function counted(calls: readonly ModelCall[]): string {
  const counts = new Map<string, number>();
  for (const { fallback } of calls) if (fallback !== null) counts.set(fallback, (counts.get(fallback) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => `${reason} (${count})`)
    .join(', ');
}

function spent(calls: readonly ModelCall[]): string {
  const used = calls.flatMap(({ usage }) => usage ?? []);
  const input = used.reduce(
    (sum, usage) => sum + usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens,
    0,
  );
  const output = used.reduce((sum, usage) => sum + usage.outputTokens, 0);
  const usd = calls.reduce((sum, call) => sum + (call.usd ?? 0), 0);
  const money = usd > 0 ? `$${usd.toFixed(4)}, ` : '';
  return `${money}${input} tokens in, ${output} out`;
}

/** One sentence for the footer and the manifest: who decided, what it cost, and why the rest was left to the rules. */
export function modelNote(calls: readonly ModelCall[], { model }: ModelSettings): string {
  if (calls.length === 0) return 'Decided by rules: they are sure of every cause.';
  const used = calls.filter(({ verdict }) => verdict !== null).length;
  const kept = calls.length - used;
  const rest = kept === 0 ? '' : ` ${kept} kept the rules\' answer: ${counted(calls)}.`;
  const price = hasKnownPrice(model)
    ? ''
    : ' Its price is not known; the dearest known price was counted: raise `llm-budget` to ask more.';
  return `${model} explained ${used} of ${calls.length} unclear causes (${spent(calls)}).${price}${rest}`;
}
