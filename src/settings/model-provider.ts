import type { Problem } from '../model/problem.js';
import type { SettingsFile } from './settings-file.js';

/** What the original profile asks when `llm` names no provider. */
const PROVIDER_OF_THE_ORIGINAL = 'ollama';

/**
 * The provider that the settings file names, when it is not the one whose protocol this program speaks; else null. An
 * `llm` section without a provider means that of the original, unless it names a model of Anthropic's.
 */
export function otherProvider({ llm }: Pick<SettingsFile, 'llm'>): string | null {
  if (Object.keys(llm).length === 0) return null;
  const named = llm.provider ?? (/^claude/i.test(llm.model ?? '') ? 'anthropic' : PROVIDER_OF_THE_ORIGINAL);
  return named.toLowerCase() === 'anthropic' ? null : named;
}

/** Says that no model is asked because the settings file wants another provider; none when no model was wanted. */
export function providerNote(file: Pick<SettingsFile, 'llm'>, diagnose: string | undefined): readonly Problem[] {
  const provider = otherProvider(file);
  if (provider === null || file.llm.enabled === false || (diagnose !== undefined && diagnose !== 'auto')) return [];
  const message = `the provider is ${provider}, so nothing is sent to Anthropic and only rules determine the causes.`;
  const remedy = 'To use an Anthropic model, write `llm: {provider: anthropic}`.';
  return [{ severity: 'note', place: 'llm.provider', message, remedy }];
}
