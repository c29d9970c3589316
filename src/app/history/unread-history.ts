import type { Problem } from '../../model/problem.js';
import type { UnreadArtifact } from './past-artifacts.js';

/** The one warning about histories that cannot be read. `effect` is what is not known because of it. */
export function unreadWarning(what: string, effect: string, unread: readonly UnreadArtifact[]): Problem | null {
  const [first, ...older] = unread;
  if (first === undefined) return null;
  const { artifact, reason, remedy } = first;
  const more =
    older.length === 0
      ? ''
      : `; ${older.length} older ${older.length === 1 ? 'history' : 'histories'} could not be read either`;
  return {
    severity: 'warning',
    place: `artifact ${artifact.name} of run ${artifact.runId}`,
    message: `${what} could not be read, ${effect}: ${reason}${more}`,
    remedy: remedy === '' ? `The next run on ${artifact.headBranch} saves a new one.` : remedy,
  };
}
