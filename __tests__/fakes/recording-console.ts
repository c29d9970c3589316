import type { Console } from '../../src/ports.js';

/** Keeps the log, one entry a line; with `redraws` also the status lines below it, one entry for each time they were drawn. */
export function recordingConsole(redraws = false): Console & { readonly lines: string[]; readonly drawn: string[][] } {
  const lines: string[] = [];
  const drawn: string[][] = [];
  const say = (text: string): void => void lines.push(...text.split('\n'));
  return {
    lines,
    drawn,
    live: redraws ? (shown) => void drawn.push([...shown]) : null,
    info: say,
    untrusted: say,
    warning: (text) => say(`warning: ${text}`),
    error: (text) => say(`error: ${text}`),
    annotate: ({ path, startLine }) => say(`annotation: ${path}:${startLine}`),
    startGroup: (name) => say(`group: ${name}`),
    endGroup: () => say('end of group'),
    mask: () => undefined,
  };
}
