import { join } from 'node:path';
import { didYouMean } from '../../settings/schema/issues.js';
import { isSuiteLine } from '../../settings/suites.js';
import { readSettings } from '../read/read-settings.js';
import type { Services } from '../services.js';

/** What was meant by a first word that is no command: a suite, a test or a tool; empty where nothing is near. */
export async function suggestCommand(words: readonly string[], services: Services): Promise<string> {
  const [word = ''] = words;
  const reading = await readSettings(services);
  const suites = reading.ok ? reading.settings.suites.map(({ name }) => name) : [];
  const line = ['qaagent-orchestrate', 'run', ...words].join(' ');
  if (suites.includes(word)) return `"${word}" is a suite. Did you mean \`${line}\`?`;
  const suite = suites.length === 1 ? (suites[0] ?? '') : '<suite>';
  const { files, context } = services;
  const [path = ''] = word.split('::', 1);
  if (/[/\\.]/.test(path) && (await files.exists(join(context.workspace, path.replace(/(?::\d+){1,2}$/, '')))))
    return `"${word}" is a test or a file. Did you mean \`qaagent-orchestrate run ${suite} --only ${word}\`?`;
  if (isSuiteLine(words.join(' ')))
    return `"${word}" starts a tool. Did you mean \`qaagent-orchestrate run --suites 'unit: ${words.join(' ')}'\`?`;
  const near = didYouMean(word, suites).slice('Did you mean "'.length, -'"?'.length);
  if (near !== '') return `Did you mean \`qaagent-orchestrate run ${near}\`?`;
  return suites.length === 0
    ? ''
    : `The suites are ${suites.join(', ')}: \`qaagent-orchestrate run ${suites[0] ?? ''}\` runs one.`;
}
