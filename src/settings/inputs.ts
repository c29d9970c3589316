import type { Problem } from '../model/problem.js';
import { check, settingsError, unevaluated, unknownKeys, withoutPlaces, type Checked } from './schema/issues.js';
import { INPUT_KEYS, inputsSchema, type InputValues } from './schema/run.js';

/** Checks the inputs as the runner hands them over (kebab-case, text). Empty means not given, blanks alone are a mistake; every problem at once. */
export function parseInputs(raw: Readonly<Record<string, string>>): Checked<InputValues> {
  const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => value.trim() !== ''));
  const blank = Object.entries(raw)
    .filter(([, value]) => value !== '' && value.trim() === '')
    .map(([key]) => settingsError(key, 'contains only whitespace.', 'Write a value, or remove the input.'));
  const expressions = unevaluated(given, '');
  const unknown: readonly Problem[] = unknownKeys(given, INPUT_KEYS, '', 'refuse');
  const folded = Object.fromEntries(Object.entries(given).map(([key, value]) => [key.replaceAll('-', '_'), value]));
  const checked = check(inputsSchema, folded, '', (key) => key.replaceAll('_', '-'));
  const wrong = checked.ok ? [] : withoutPlaces(checked.problems, expressions);
  const problems = [...unknown, ...blank, ...expressions, ...wrong];
  return checked.ok && problems.length === 0 ? checked : { ok: false, problems };
}
