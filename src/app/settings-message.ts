import type { Problem } from '../model/problem.js';

/** One message for all problems of the settings: place, what was found, what is allowed. */
export function settingsMessage(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return [`qaagent-orchestrate: ${count} in the settings`, ...problems.map(problemLine)].join('\n');
}

/** `place: message remedy`, on one line. */
export function problemLine({ place, message, remedy }: Problem): string {
  return `  ${[place === '' ? '' : `${place}:`, message, remedy].filter((part) => part !== '').join(' ')}`;
}
