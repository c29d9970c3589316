// Proposals for the quarantine file, from the history that this run leaves.
import { join, relative } from 'node:path';
import type { History } from '../../history/history-file.js';
import { proposeQuarantine } from '../../history/propose-quarantine.js';
import type { QuarantineProposal } from '../../model/run.js';
import type { AnalysisOptions, RunAnalysis } from '../evaluate/analyze-run.js';
import type { Services } from '../services.js';

/** Where the patch is in the run directory. */
export const PATCH_FILE = 'evidence/quarantine.patch';
/** Days until a proposed entry expires. */
const DAYS = 30;

/** What this run and those before it suggest for the quarantine file; null when they suggest nothing. */
export async function quarantineProposal(
  { report, settings, merged }: Pick<AnalysisOptions, 'report' | 'settings' | 'merged'>,
  { repository }: Pick<RunAnalysis, 'repository'>,
  history: History | null,
  { files, context, clock }: Services,
): Promise<QuarantineProposal | null> {
  if (history === null) return null;
  const root = join(context.workspace, repository.root);
  const path = relative(root, settings.quarantineFile).replaceAll('\\', '/');
  if (path.startsWith('../') || /^(?:[A-Za-z]:|\/)/.test(path)) return null;
  const text = await files.readTextIfExists(settings.quarantineFile).catch(() => null);
  // A merge may have no checkout, and then it is unknown whether there is a file.
  if (text === null && merged !== null) return null;
  const actor = context.env['GITHUB_ACTOR'] ?? '';
  return proposeQuarantine(report, history, {
    ...{ text, path, owner: actor === '' ? 'unassigned' : `@${actor}` },
    expires: new Date(clock.now() + DAYS * 86_400_000).toISOString().slice(0, 10),
    plainSuite: merged?.plainSuite ?? ((name) => name),
  });
}
