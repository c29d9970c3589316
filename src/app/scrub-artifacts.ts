import type { Redactor } from '../diagnosis/redact.js';
import type { EvidenceRun } from '../evidence/run-directory.js';
import type { Problem } from '../model/problem.js';
import type { Files } from '../ports.js';

/** Beyond it a file is left out of the evidence rather than half read. */
const MOST_BYTES = 64 * 1024 * 1024;
const TEXT = /\.(log|xml|jsonl?|txt|md|html|csv|ya?ml|trx|tap|out|err)$/i;

/**
 * Takes secrets out of the text files that tools wrote: GitHub masks logs, not artifacts. Binary files stay as they are; a
 * text file too large to read is named.
 */
export async function scrubArtifacts(
  run: EvidenceRun,
  { redact, contains }: Redactor,
  files: Files,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const path of await files.glob(['artifacts/**/*'], run.directory)) {
    if (!TEXT.test(path)) continue;
    if ((await files.sizeOf(path)) > MOST_BYTES) {
      problems.push(unread(path.slice(run.directory.length + 1)));
      continue;
    }
    const text = await files.readText(path);
    if (contains(text)) await files.writeWhole(path, redact(text));
  }
  return problems;
}

function unread(path: string): Problem {
  const message = `${path} is too large to be searched for secrets`;
  return { severity: 'warning', place: 'evidence', message, remedy: 'Look into it before you share the evidence.' };
}
