import { relative, sep } from 'node:path';
import type { CollectedTest, EndEvent, StreamEvent } from '../../../src/model/events.js';

const posix = (path: string): string => path.split(sep).join('/');

/** `file:line` relative to the project; empty when the event names no place. */
function place(event: { readonly file: string; readonly line: number }, project: string): string {
  return event.file === '' ? '' : `${posix(relative(project, event.file))}:${event.line}`;
}

const headline = (text: string | undefined): string => (text ?? '').split('\n')[0] ?? '';
const parts = (...all: readonly string[]): string => all.filter((part) => part !== '').join(' | ');

function tellEnd(event: EndEvent, project: string): string {
  const head = `end ${event.id} try ${event.retry} ${event.status}`;
  return parts(head, event.phase, event.type, headline(event.message), place(event, project));
}

const routesOf = ({ tags }: CollectedTest): readonly string[] => (tags ?? []).filter((tag) => tag.startsWith('route:'));

/** One event as a line that does not depend on time, machine or process. */
function report(event: StreamEvent, project: string): string {
  switch (event.e) {
    case 'session':
      return `session ${event.runner}${event.worker === undefined ? '' : ' worker'}`;
    case 'collected':
      return [`collected ${event.tests.length}`, ...event.tests.flatMap(routesOf)].join(' ');
    case 'collect-error':
      return parts(`collect-error ${event.id}`, headline(event.message), place(event, project));
    case 'start':
      return `start ${event.id} try ${event.retry}`;
    case 'end':
      return tellEnd(event, project);
    case 'missing':
      return `missing ${JSON.stringify(event.ids)}`;
    case 'error':
      return parts('error', headline(event.message), place(event, project));
    case 'interrupt':
      return parts('interrupt', headline(event.message));
    case 'finish':
      return `finish ${String(event.exit)}`;
  }
}

/** The whole stream, one line an event, with the project's own path taken out. */
export function reported(events: readonly StreamEvent[], project: string): readonly string[] {
  return events.map((event) => report(event, project).replaceAll(project, '<project>'));
}

/** `*` in an expected line stands for what differs between versions of a tool. */
function fits(line: string, expected: string): boolean {
  const pieces = expected.split('*');
  if (pieces.length === 1) return line === expected;
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const found = index === pieces.length - 1 ? line.lastIndexOf(piece) : line.indexOf(piece, at);
    if (found < at || (index === 0 && found !== 0)) return false;
    at = found + piece.length;
  }
  return at === line.length;
}

/** Expected lines that fit are shown as expected, so that a diff holds nothing but what is wrong. */
export function aligned(lines: readonly string[], expected: readonly string[]): readonly string[] {
  return lines.map((line) => expected.find((one) => fits(line, one)) ?? line);
}
