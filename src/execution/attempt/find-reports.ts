import type { Files } from '../../ports.js';

/** A pattern of `report` that gave nothing to read. */
export interface UnmatchedReport {
  readonly pattern: string;
  /** Nothing there; there and not written by the attempt; there and older than the job. */
  readonly why: 'missing' | 'untouched' | 'old';
}

/** Files that the patterns of `report` name, each with the first pattern that names it, and the patterns that gave none. */
export interface FoundReports {
  readonly files: readonly { readonly path: string; readonly pattern: string }[];
  readonly unmatched: readonly UnmatchedReport[];
}

/** Looks for the files of each pattern below `cwd`. `reject` says why a file does not count; null for one that does. */
export async function findReports(
  patterns: readonly string[],
  cwd: string,
  files: Files,
  reject: (path: string, pattern: string) => Promise<UnmatchedReport['why'] | null>,
): Promise<FoundReports> {
  const exclusions = patterns.filter(isExclusion);
  const found = new Map<string, string>();
  const unmatched: UnmatchedReport[] = [];
  for (const pattern of patterns.filter((each) => !isExclusion(each))) {
    const reasons = new Set<UnmatchedReport['why']>();
    let isMatched = false;
    for (const path of await files.glob([pattern, ...exclusions], cwd)) {
      const why = await reject(path, pattern);
      if (why !== null) reasons.add(why);
      else if (!found.has(path)) found.set(path, pattern);
      isMatched ||= why === null;
    }
    const [why = 'missing'] = reasons;
    if (!isMatched) unmatched.push({ pattern, why });
  }
  return { files: [...found].map(([path, pattern]) => ({ path, pattern })), unmatched };
}

const isExclusion = (pattern: string): boolean => pattern.startsWith('!');

/** A clock of a container or of a network disk may differ by that much. */
const TOLERANCE_MS = 120_000;

/**
 * Epoch milliseconds before which a file is older than the job; null outside of GitHub Actions. The runner writes the
 * event file when the job starts.
 */
export async function startOfJob(env: Readonly<Record<string, string>>, files: Files): Promise<number | null> {
  const event = env['GITHUB_EVENT_PATH'] ?? '';
  if (event === '' || !(await files.exists(event))) return null;
  return (await files.modifiedAt(event)) - TOLERANCE_MS;
}
