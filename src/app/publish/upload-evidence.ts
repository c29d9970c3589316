import { type EvidenceDirectory, inspectFiles } from '../../evidence/run-directory.js';
import type { Problem } from '../../model/problem.js';
import type { Conclusion } from '../../model/run.js';
import type { Settings } from '../../model/settings.js';
import type { Redactor } from '../../redaction/redactor.js';
import { slug } from '../../execution/attempt/attempt-files.js';
import { isMergedLater } from '../read/merge-job.js';
import { filesWithSecrets } from './final-scan.js';
import { hashOf, identityOf, type JobIdentity, partsOf } from '../job-identity.js';
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

/** What is uploaded. */
interface Upload {
  readonly run: EvidenceDirectory;
  /** Absolute paths of files that must not leave the machine. */
  readonly withheld: ReadonlySet<string>;
  readonly redactor: Redactor;
}

/**
 * Uploads the run directory as one artifact, without files in which a secret is found. A refusal is a warning; the
 * evidence stays on disk.
 */
export async function uploadEvidence(
  { run, withheld, redactor }: Upload,
  conclusion: Conclusion,
  settings: Settings,
  services: Services,
): Promise<UploadResult> {
  const { github } = services.context;
  const isPart = settings.shard !== null || (await isMergedLater(services));
  const isWanted = wanted(settings.upload, conclusion !== 'success' || isPart);
  if (!isWanted || github === null || services.artifacts === null) return NOTHING;
  const { fit } = await inspectFiles(services.files, run);
  const paths = fit.map(({ path }) => path);
  const found = await filesWithSecrets(paths, run, redactor, services.files);
  const files = paths.filter((path) => !withheld.has(path) && !found.withheld.has(path));
  const name = artifactName(settings.artifactName, identityOf(github, []));
  const sent = await services.artifacts.upload({
    name,
    root: run.directory,
    files,
    retentionDays: settings.retentionDays,
  });
  if (!sent.ok) {
    const message = `the evidence could not be uploaded: ${sent.reason}`;
    const lost: Problem = { severity: 'warning', place: 'publishing', message, remedy: sent.remedy };
    return { artifact: null, problems: [...found.problems, lost] };
  }
  const { id, digest } = sent.value;
  const url = `${github.serverUrl}/${github.owner}/${github.repository}/actions/runs/${github.runId}/artifacts/${id}`;
  return { artifact: { id: String(id), url, digest }, problems: found.problems };
}

/** What is merged later is needed whether it is green or not. */
function wanted(upload: Settings['upload'], isNews: boolean): boolean {
  return upload === 'always' || (upload === 'failures' && isNews);
}

/**
 * Job, step, matrix and attempt make the name unique in a run. What is cut, or changed for the artifact service, is reported
 * apart by a hash.
 */
export function artifactName(prefix: string, identity: JobIdentity): string {
  const { caller, job, step, matrix, runAttempt } = identity;
  const parts = [prefix, caller, job, step, matrix].filter((part) => part !== '');
  const readable = parts.map(slug).join('-');
  const isPlain = readable === parts.join('-') && readable.length <= NAME_CHARS && caller + step + matrix === '';
  const name = isPlain ? readable : `${readable.slice(0, NAME_CHARS - 11)}-${hashOf(partsOf(identity))}`;
  return `${name}-attempt${runAttempt}`;
}
