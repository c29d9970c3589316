import { join, relative } from 'node:path';
import { parseYaml } from '../../text/yaml.js';
import type { Services } from '../services.js';
import { type Finding, fine } from './finding.js';

/** What each permission is for, and what is missing without it. */
const PERMISSIONS = [
  ['checks', 'write', 'no check run'],
  ['pull-requests', 'write', 'no comment on pull requests and no changed lines'],
  ['actions', 'read', 'no comparison with earlier runs'],
] as const;

type Mapping = Readonly<Record<string, unknown>>;

/** Looks at the jobs that use the action: whether they check out the repository and what their token may do. */
export async function examineWorkflows({ files, context }: Services): Promise<readonly Finding[]> {
  const folder = join(context.workspace, '.github', 'workflows');
  const paths = (await files.isDirectory(folder)) ? await files.glob(['*.yml', '*.yaml'], folder) : [];
  const findings: Finding[] = [];
  for (const path of paths) {
    const yaml = parseYaml(await files.readText(path));
    const place = relative(context.workspace, path).replaceAll('\\', '/');
    if (yaml.ok) findings.push(...jobsOf(mapping(yaml.value)).flatMap((job) => examineJob(job, place)));
    else findings.push({ severity: 'error', text: `${place}: ${yaml.message}`, remedy: yaml.remedy });
  }
  if (findings.length > 0) return findings;
  const text = 'no workflow uses qaagent-orchestrate';
  return [{ severity: 'note', text, remedy: '`qaagent-orchestrate init` writes one.' }];
}

interface Job {
  readonly name: string;
  readonly steps: readonly Mapping[];
  /** As they hold for the job; undefined when the workflow does not set them. */
  readonly permissions: unknown;
}

function jobsOf(workflow: Mapping): readonly Job[] {
  return Object.entries(mapping(workflow['jobs'])).map(([name, value]) => {
    const job = mapping(value);
    const steps = Array.isArray(job['steps']) ? (job['steps'] as readonly unknown[]).map(mapping) : [];
    return { name, steps, permissions: job['permissions'] ?? workflow['permissions'] };
  });
}

function mapping(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {};
}

const uses = (step: Mapping | undefined): string => (typeof step?.['uses'] === 'string' ? step['uses'] : '');

function examineJob({ name, steps, permissions }: Job, file: string): readonly Finding[] {
  const at = steps.findIndex((step) => /\/qaagent-orchestrate(@|$)/.test(uses(step)));
  if (at < 0) return [];
  const place = `${file}, job ${name}`;
  const isPublishing = mapping(steps[at]?.['with'])['mode'] === 'publish';
  const hasCheckout = steps.slice(0, at).some((step) => /^actions\/checkout@/.test(uses(step)));
  const checkout: Finding = {
    severity: 'error',
    text: `${place}: no earlier step checks out the repository`,
    remedy: 'Add `- uses: actions/checkout@v7` before it.',
  };
  const found = [...(hasCheckout || isPublishing ? [] : [checkout]), ...missingPermissions(permissions, place)];
  return found.length === 0 ? [fine(`${place}: checkout and permissions`)] : found;
}

function missingPermissions(permissions: unknown, place: string): readonly Finding[] {
  if (permissions === 'write-all') return [];
  if (permissions === undefined) {
    const remedy = 'Write `permissions: { contents: read, checks: write, pull-requests: write, actions: read }`.';
    return [
      { severity: 'warning', text: `${place}: \`permissions\` is not set, and the default may be read-only`, remedy },
    ];
  }
  const given = permissions === 'read-all' ? { actions: 'read', contents: 'read' } : mapping(permissions);
  const missing = PERMISSIONS.filter(([name, level]) => given[name] !== level && given[name] !== 'write');
  return missing.map(([name, level, without]) => ({
    severity: 'warning',
    text: `${place}: ${without}, because \`${name}: ${level}\` is missing`,
    remedy: `Add \`${name}: ${level}\` to \`permissions\`.`,
  }));
}
