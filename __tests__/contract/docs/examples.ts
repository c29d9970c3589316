import { parse } from 'yaml';
import { blocksOf, PAGES, type Block } from './markdown.js';

export type Mapping = Readonly<Record<string, unknown>>;

/** A step of a workflow. */
export interface Step {
  readonly uses: string;
  readonly run: string;
  readonly with: Readonly<Record<string, string>>;
}

export interface Example {
  readonly title: string;
  readonly value: Mapping;
  readonly text: string;
}

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function exampleOf({ page, line, text }: Block): readonly Example[] {
  const value: unknown = parse(text);
  return isMapping(value) ? [{ title: `${page}:${line}`, value, text }] : [];
}

const YAML = PAGES.flatMap(blocksOf)
  .filter(({ language }) => language === 'yaml')
  .flatMap(exampleOf);
const isWorkflow = ({ value }: Example): boolean => ['jobs', 'steps', 'on'].some((key) => key in value);

/** Examples of workflows, or of parts of one. */
export const WORKFLOWS: readonly Example[] = YAML.filter(isWorkflow);
/** Examples of settings files. */
export const SETTINGS: readonly Example[] = YAML.filter(
  (example) => !isWorkflow(example) && ['suites', 'run', 'app'].some((key) => key in example.value),
);

/** The lists of steps of a workflow example. */
export function stepsOf({ value }: Example): readonly (readonly Step[])[] {
  const jobs = isMapping(value['jobs']) ? Object.values(value['jobs']).filter(isMapping) : [value];
  return jobs.flatMap(({ steps }) => (Array.isArray(steps) ? [steps.filter(isMapping).map(stepOf)] : []));
}

function stepOf(step: Mapping): Step {
  const text = (key: string): string => (typeof step[key] === 'string' ? step[key] : '');
  const inputs = isMapping(step['with']) ? step['with'] : {};
  const given = Object.entries(inputs).map(([name, value]) => [name, String(value)] as const);
  return { uses: text('uses'), run: text('run'), with: Object.fromEntries(given) };
}

/** A whole workflow around an example that shows a part of one. */
export function wholeWorkflow({ value, text }: Example): string {
  const indented = text.replace(/^(?=.)/gm, '    ');
  const dispatch =
    'on:\n  workflow_dispatch:\n    inputs:\n      sha: { required: true, type: string }\n      number: { required: true, type: string }\n';
  if ('jobs' in value) return 'on' in value ? text : `${dispatch}${text}`;
  if ('steps' in value) return `${dispatch}jobs:\n  qa:\n    runs-on: ubuntu-latest\n${indented}`;
  return `${text}jobs:\n  qa:\n    runs-on: ubuntu-latest\n    steps:\n      - run: 'true'\n`;
}
