import { join } from 'node:path';
import type { NeededJob } from '../../merge/absent-jobs.js';
import { entriesOf, listOf, member, textOf, type Json } from '../../text/json.js';
import { parseYaml } from '../../text/yaml.js';
import type { Services } from '../services.js';

type World = Pick<Services, 'context' | 'files'>;

/**
 * True when the workflow file of this run has a job that needs this one and has a step with `mode: merge`: that job
 * publishes then. Unknown, and so false, when the file is not in the workspace: in a reusable workflow, or without a checkout.
 */
export async function isMergedLater(world: World): Promise<boolean> {
  const job = world.context.github?.job ?? '';
  const jobs = await readJobs(world);
  return jobs.some(([, other]) => needs(other).includes(job) && mergingStep(other) !== undefined);
}

/** The jobs that this one needs, by the workflow file of this run; none when the file is not in the workspace. */
export async function readNeededJobs(world: World): Promise<readonly NeededJob[]> {
  const jobs = await readJobs(world);
  const own = jobs.find(([id]) => id === world.context.github?.job)?.[1];
  const action = actionOf(mergingStep(own));
  return jobs.filter(([id]) => needs(own).includes(id)).map(([id, job]) => neededJob(id, job, action));
}

async function readJobs({ context, files }: World): Promise<readonly (readonly [string, Json])[]> {
  const { github, env, workspace } = context;
  const reference = env['GITHUB_WORKFLOW_REF'] ?? '';
  const path = /^[^/]+\/[^/]+\/(\.github\/workflows\/[\w .-]+\.ya?ml)@/.exec(reference)?.[1];
  if (github === null || path === undefined || github.caller !== '') return [];
  const text = await files.readTextIfExists(join(workspace, path));
  const yaml = text === null ? null : parseYaml(text);
  return yaml?.ok === true ? entriesOf(member(yaml.value, 'jobs')) : [];
}

function needs(job: Json): readonly string[] {
  return [textOf(job, 'needs'), ...listOf(job, 'needs').map(String)].filter((id) => id !== '');
}

function mergingStep(job: Json): Json {
  return listOf(job, 'steps').find((step) => textOf(member(step, 'with'), 'mode').trim() === 'merge');
}

/** Texts of a job's name between its expressions that are all looked for. */
const MOST_PARTS = 4;

/** `org/action` of `uses: org/action@v1`; empty for none. */
const actionOf = (step: Json): string => textOf(step, 'uses').split('@', 1)[0] ?? '';

function neededJob(id: string, job: Json, action: string): NeededJob {
  const step = listOf(job, 'steps').find((each) => action !== '' && actionOf(each) === action);
  const name = textOf(job, 'name') || id;
  const literal = name.split(/\$\{\{[^{}]*\}\}/).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // Between few texts anything may be; of a name with more expressions beginning and end are enough, and found in linear time.
  const parts = literal.length > MOST_PARTS ? [literal[0], literal.at(-1)] : literal;
  const called = textOf(job, 'uses') === '' ? '' : ' / .+';
  return {
    id,
    pattern: new RegExp(`^${parts.join('.*')}(?: \\(.*\\))?${called}$`, 'su'),
    step: step === undefined ? null : textOf(step, 'name') || `Run ${textOf(step, 'uses')}`,
  };
}
