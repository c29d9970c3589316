import { INPUT_TABLE } from './input-table.js';
import { FLAG_KEYS } from './schema/run.js';

/** Inputs that only a workflow needs, where commands stand for `mode` and something is published. */
const OF_WORKFLOWS = [
  ...[
    'matrix',
    'check-run-id',
    'github-token',
    'commit',
    'pull-request',
    'check',
    'check-name',
    'mode',
    'expected-jobs',
  ],
  ...['annotations', 'comment', 'step-result', 'artifact-name', 'upload', 'retention-days'],
];

/** Headings of the help, with the inputs below each. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'What runs:': ['suites', 'config', 'working-directory', 'suite-order', 'shard', 'timings', 'openapi', 'generate'],
  'The application under test:': ['base-url', 'app-env', 'start-command', 'health-url', 'start-timeout'],
  'Limits and order:': [
    ...['timeout', 'idle-timeout', 'run-timeout', 'grace', 'retries', 'retry-max-failures'],
    ...['parallel', 'max-workers', 'fail-fast'],
  ],
  'What is red:': [
    ...['flaky-result', 'order-dependent-result', 'no-tests', 'fail-on', 'verify-base', 'quarantine'],
    ...['coverage-threshold', 'changed-coverage-threshold'],
  ],
  'Causes:': ['diagnose', 'anthropic-api-key', 'llm-model', 'llm-base-url', 'llm-budget'],
  'Evidence:': ['evidence-dir'],
};

/** The inputs that are options of the command line, as its help shows them. */
export const COMMAND_LINE_INPUTS = INPUT_TABLE.map(({ name, meaning, shownDefault }) => ({
  name,
  meaning: plain(shownDefault === '' ? meaning : `${meaning} (Default: ${shownDefault})`),
  flag: FLAG_KEYS.includes(name),
  hidden: OF_WORKFLOWS.includes(name),
  group: Object.keys(GROUPS).find((heading) => GROUPS[heading]?.includes(name)) ?? 'Other options:',
}));

function plain(text: string): string {
  return text.replaceAll('`', '');
}
