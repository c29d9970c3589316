import type { EvidenceRun } from '../../evidence/run-directory.js';
import type { GitHubContext } from '../../model/context.js';
import type { Problem } from '../../model/problem.js';
import type { Conclusion } from '../../model/run.js';
import type { Settings } from '../../model/settings.js';
import { slug } from '../../execution/attempt/attempt-files.js';
import type { Services } from '../services.js';

export interface UploadedEvidence {
  readonly id: string;
  readonly url: string;
  readonly digest: string;
}

export interface UploadResult {
  /** Null when nothing was uploaded. */
  readonly artifact: UploadedEvidence | null;
  readonly problems: readonly Problem[];
}

const NOTHING: UploadResult = { artifact: null, problems: [] };
const NAME_CHARS = 200;

/** Uploads the run directory as one artifact. A refusal is a warning; the evidence stays on disk. */
export async function uploadEvidence(
  run: EvidenceRun,
  conclusion: Conclusion,
  settings: Settings,
  services: Services,
): Promise<UploadResult> {
  const { github } = services.context;
  const isWanted = settings.upload === 'always' || (settings.upload === 'failures' && conclusion !== 'success');
  if (!isWanted || github === null || services.artifacts === null) return NOTHING;
  const files = await services.files.glob(['**/*'], run.directory);
  const name = artifactName(settings.artifactName, github);
  const sent = await services.artifacts.upload({
    name,
    root: run.directory,
    files,
    retentionDays: settings.retentionDays,
  });
  if (!sent.ok) {
    const message = `the evidence could not be uploaded: ${sent.reason}`;
    return { artifact: null, problems: [{ severity: 'warning', place: 'publishing', message, remedy: sent.remedy }] };
  }
  const { id, digest } = sent.value;
  const url = `${github.serverUrl}/${github.owner}/${github.repository}/actions/runs/${github.runId}/artifacts/${id}`;
  return { artifact: { id: String(id), url, digest }, problems: [] };
}

/** Job, matrix and attempt make the name unique in a run; artifacts cannot be replaced. */
function artifactName(prefix: string, { job, matrix, runAttempt }: GitHubContext): string {
  const parts = [prefix, job, matrix].filter((part) => part !== '').map(slug);
  return `${parts.join('-').slice(0, NAME_CHARS)}-attempt${runAttempt}`;
}
