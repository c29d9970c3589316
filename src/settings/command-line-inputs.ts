import { INPUT_TABLE } from './input-table.js';
import { FLAG_KEYS } from './schema/run.js';

/** Inputs that only a workflow gives: the command line publishes nothing. */
const OF_WORKFLOWS = [
  ...['matrix', 'check-run-id', 'github-token', 'commit', 'pull-request', 'check', 'check-name'],
  'expected-jobs',
];

/** The inputs that are options of the command line, as its help shows them. */
export const COMMAND_LINE_INPUTS = INPUT_TABLE.map(({ name, meaning, shownDefault }) => ({
  name,
  meaning: plain(shownDefault === '' ? meaning : `${meaning} (Default: ${shownDefault})`),
  flag: FLAG_KEYS.includes(name),
  hidden: OF_WORKFLOWS.includes(name),
}));

function plain(text: string): string {
  return text.replaceAll('`', '');
}
