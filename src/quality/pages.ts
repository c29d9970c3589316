import type { SuiteSettings } from '../model/settings.js';
import { configError, type Preparation, type RunnerWorld } from '../runners/runner.js';

const isAddress = (place: string): boolean => /^https?:\/\//i.test(place);

/** Says what is wrong with the pages of a suite: paths, or none at all, need a base URL. Null when all can be reached. */
export function pagesProblem(
  suite: SuiteSettings,
  places: readonly string[],
  { env }: Pick<RunnerWorld, 'env'>,
): Preparation | null {
  if ((env['BASE_URL'] ?? '') !== '') return null;
  const relative = places.find((place) => !isAddress(place));
  if (places.length > 0 && relative === undefined) return null;
  const what = relative === undefined ? 'there is no page to look at' : `${relative} has no base URL`;
  return configError(suite, what, 'Set `base-url`, or write whole addresses in `urls`.');
}
