import type { Problem } from '../model/problem.js';
import { check, unknownKeys, type Checked } from './schema/issues.js';
import { INPUT_KEYS, inputsSchema, type InputValues } from './schema/run.js';

/** Checks the inputs as the runner hands them over (kebab-case, text). Empty means not given; every problem at once. */
export function parseInputs(raw: Readonly<Record<string, string>>): Checked<InputValues> {
  const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => value.trim() !== ''));
  const unknown: readonly Problem[] = unknownKeys(given, INPUT_KEYS, '', 'refuse');
  const folded = Object.fromEntries(Object.entries(given).map(([key, value]) => [key.replaceAll('-', '_'), value]));
  const checked = check(inputsSchema, folded, '', (key) => key.replaceAll('_', '-'));
  const problems = [...unknown, ...(checked.ok ? [] : checked.problems)];
  return checked.ok && problems.length === 0 ? checked : { ok: false, problems };
}
