import { join } from 'node:path';
import { listOf, member, textOf, type Json } from '../../text/json.js';
import { parseYaml } from '../../text/yaml.js';
import type { Services } from '../services.js';

/**
 * True when the workflow file of this run has a job that needs this one and has a step with `mode: merge`: that job
 * publishes then. Unknown, and so false, when the file is not in the workspace: in a reusable workflow, or without a checkout.
 */
export async function isMergedLater({ context, files }: Pick<Services, 'context' | 'files'>): Promise<boolean> {
  const { github, env, workspace } = context;
  const reference = env['GITHUB_WORKFLOW_REF'] ?? '';
  const path = /^[^/]+\/[^/]+\/(\.github\/workflows\/[\w .-]+\.ya?ml)@/.exec(reference)?.[1];
  if (github === null || path === undefined || github.caller !== '') return false;
  const text = await files.readTextIfExists(join(workspace, path));
  const yaml = text === null ? null : parseYaml(text);
  const jobs = yaml?.ok === true ? member(yaml.value, 'jobs') : undefined;
  if (typeof jobs !== 'object' || jobs === null) return false;
  return Object.values(jobs).some((job: Json) => needs(job).includes(github.job) && merges(job));
}

function needs(job: Json): readonly string[] {
  return [textOf(job, 'needs'), ...listOf(job, 'needs').map(String)];
}

function merges(job: Json): boolean {
  return listOf(job, 'steps').some((step) => textOf(member(step, 'with'), 'mode').trim() === 'merge');
}
