import type { SuiteProblem } from '../../model/problem.js';

/** What pytest prints for a path or a node id that it does not find. */
const NOT_FOUND = /^(?:file or directory )?not found: (.+)$/;

/** The message for a line that a tool prints when it does not find what it was asked for; null for every other line. */
export function noSuchTest(line: string): string | null {
  const name = NOT_FOUND.exec(line)?.[1];
  return name === undefined ? null : `finds no test ${name}`;
}

/** True when a tool has run nothing because nothing is called as it was asked for. */
export function isNoSuchTest({ message }: Pick<SuiteProblem, 'message'>): boolean {
  return message.startsWith('finds no test ');
}
