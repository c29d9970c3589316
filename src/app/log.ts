import type { Problem } from '../model/problem.js';
import type { Conclusion } from '../model/run.js';
import type { Settings } from '../model/settings.js';
import type { Console } from '../ports.js';
import type { ValidSettings } from './read/read-settings.js';
import type { DetectedSuite } from '../settings/detect/detect-suites.js';
import { formatYaml } from '../text/yaml.js';
import type { Services } from './services.js';
import { formatCount } from '../text/format.js';

/** Says once what is wrong with the settings: in the log, in the summary, in the outputs. Nothing has run. */
export async function reportInvalidSettings(problems: readonly Problem[], services: Services): Promise<Conclusion> {
  const message = settingsMessage(problems);
  services.console.error(message);
  services.step.setOutput('conclusion', 'failure');
  const fenced = `${'`'.repeat(3)}\n${message.replaceAll('`', "'")}\n${'`'.repeat(3)}\n`;
  await services.step.appendSummary(`## Nothing was run\n\n${fenced}`).catch(() => undefined);
  return 'failure';
}

/** Problems that do not stop anything, each as one warning or note. */
export function logProblems(problems: readonly Problem[], console: Console): void {
  for (const problem of problems) {
    const line = problemLine(problem).trim();
    if (problem.severity === 'note') console.untrusted(line);
    else console.warning(line);
  }
}

/** What will run, where it was found when no setting names it, and what was found and left alone. */
export function logPlan(
  settings: Settings,
  { detected, leftOut }: Pick<ValidSettings, 'detected' | 'leftOut'>,
  console: Console,
): void {
  // Folders may be called whatever a pull request calls them.
  for (const { entry, why } of detected)
    console.untrusted(`Found suite ${entry.name} (${entry.values.runner}): ${why}`);
  for (const sentence of [...leftOut, ...(settings.untested ?? [])]) console.untrusted(`Left out: ${sentence}`);
  if (detected.length > 0) console.untrusted(suitesBlock(detected));
  const names = settings.suites.map(({ name, runner, enabled }) => `${name} (${runner}${enabled ? '' : ', off'})`);
  const order = settings.parallel ? `in parallel, ${settings.maxWorkers} at a time` : 'in order';
  console.info(`Suites: ${names.join(', ')}; ${order}`);
}

/** One message for all problems of the settings: place, what was found, what is allowed. */
export function settingsMessage(problems: readonly Problem[]): string {
  const where = problems.every(({ place }) => /^(?:--|<)/.test(place)) ? 'on the command line' : 'in the settings';
  return [
    `qaagent-orchestrate: ${formatCount(problems.length, 'problem')} ${where}`,
    ...problems.map(problemLine),
  ].join('\n');
}

/** `place: message remedy`, on one line. */
export function problemLine({ place, message, remedy }: Problem): string {
  const isCut = remedy !== '' && /[\w)\]"'`]$/.test(message);
  return `  ${[place === '' ? '' : `${place}:`, isCut ? `${message}.` : message, remedy].filter((part) => part !== '').join(' ')}`;
}

/** What to write to keep exactly the suites that were detected. */
function suitesBlock(detected: readonly DetectedSuite[]): string {
  return `To keep these suites, add this to .qaagent.yaml:\n${formatYaml({ suites: suitesMapping(detected) })}`;
}

/** Detected suites as `suites` of the settings file names them. */
export function suitesMapping(detected: readonly DetectedSuite[]): Readonly<Record<string, unknown>> {
  const suites = detected.map(({ entry, written }) => {
    const { runner, ...rest } = written;
    return [entry.name, Object.keys(rest).length === 0 ? runner : written] as const;
  });
  return Object.fromEntries(suites);
}
