// Writes to the log of a job with workflow commands: groups, annotations, masks.
import {
  error,
  endGroup,
  info,
  notice,
  setSecret,
  startGroup,
  warning,
  type AnnotationProperties,
} from '@actions/core';
import type { Annotation } from '../model/publication.js';
import type { Console } from '../ports.js';

/** GitHub's runner takes `::name::` at the start of a line and `##[name]` anywhere in one as commands. A line begins after each separator too. */
const COMMANDS = /^(?:[^\S\n\u2028\u2029]|\u0085)*:(?=:)|##(?=\[)/gm;

/** Text that no runner takes as a command: an invisible character stands inside what would be one. */
export function disarm(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n').replace(COMMANDS, (found) => `${found}\u200b`);
}

/** The log of a job. */
export const actionsConsole: Console = {
  info: (text) => info(disarm(text)),
  untrusted: (text) => info(disarm(text)),
  warning: (text) => warning(text),
  error: (text) => error(text),
  annotate: ({ level, message, ...place }) => annotators[level](message, propertiesOf(place)),
  startGroup: (name) => startGroup(disarm(name)),
  endGroup,
  live: null,
  mask: setSecret,
};

const annotators = { failure: error, warning, notice } as const;

function propertiesOf({
  path,
  startLine,
  endLine,
  title,
}: Omit<Annotation, 'level' | 'message'>): AnnotationProperties {
  return { file: path, startLine, endLine, title };
}
