// `init`: writes the settings file and a workflow for the suites that detection found, after asking.
import { join } from 'node:path';
import type { DetectedSuite } from '../../settings/detect/detect-suites.js';
import { formatYaml } from '../../text/yaml.js';
import { problemLine, suitesMapping } from '../log.js';
import { readSettings } from '../read/read-settings.js';
import type { Services } from '../services.js';
import type { Ask } from './perform-command.js';
import { starterWorkflow } from './starter-workflow.js';

/** `nothing`: there is nothing to write; `unasked`: files would have been written, and there was no terminal to confirm it. */
export type InitResult = 'written' | 'declined' | 'nothing' | 'unasked';

const SETTINGS = '.qaagent.yaml';
const WORKFLOW = join('.github', 'workflows', 'qa.yml');
/** Lets editors complete and check the settings file. */
const SCHEMA =
  '# yaml-language-server: $schema=https://raw.githubusercontent.com/org/qaagent-orchestrate/v1/schema/settings.schema.json';

/** Writes a settings file and a workflow for the suites that are found, after asking. Never overwrites a file. */
export async function initialize(yes: boolean, ask: Ask, services: Services): Promise<InitResult> {
  const { console, context, files } = services;
  const reading = await readSettings(services);
  if (!reading.ok) {
    console.error(reading.problems.map(problemLine).join('\n'));
    return 'nothing';
  }
  const { detected, settings, leftOut } = reading;
  for (const { entry, why } of detected)
    console.untrusted(`Found suite ${entry.name} (${entry.values.runner}): ${why}`);
  for (const sentence of [...leftOut, ...(settings.untested ?? [])]) console.untrusted(`Left out: ${sentence}`);
  const wanted: Readonly<Record<string, string>> = {
    ...(detected.length === 0 ? {} : { [SETTINGS]: settingsFile(detected) }),
    [WORKFLOW]: await starterWorkflow(settings.suites, context.workspace, files),
  };
  const texts: [string, string][] = [];
  for (const [name, text] of Object.entries(wanted)) {
    if (await files.exists(join(context.workspace, name))) console.info(`${name} already exists and is not changed.`);
    else texts.push([name, text]);
  }
  if (texts.length === 0) return 'written';
  for (const [name, text] of texts) console.untrusted(`\n${name}:\n\n${text}`);
  const names = texts.map(([name]) => name).join(' and ');
  if (yes) return write(texts, services);
  if (ask === null) {
    console.error(
      `Nothing was written, because there is no terminal to ask for confirmation. Use --yes to write ${names}, as shown above.`,
    );
    return 'unasked';
  }
  if (await ask(`Write ${names}?`)) return write(texts, services);
  console.info('Nothing was written.');
  return 'declined';
}

function settingsFile(detected: readonly DetectedSuite[]): string {
  return `${SCHEMA}\n${formatYaml({ suites: suitesMapping(detected) })}\n`;
}

async function write(texts: readonly (readonly [string, string])[], services: Services): Promise<InitResult> {
  const { files, context, console } = services;
  for (const [name, text] of texts) {
    await files.writeWhole(join(context.workspace, name), text);
    console.info(`Written: ${name}`);
  }
  console.info('Next: `qaagent-orchestrate doctor`, then `qaagent-orchestrate run`.');
  return 'written';
}
