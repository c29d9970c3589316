import type { Console } from '../../src/ports.js';

/** Keeps what was said, one entry a line. */
export function recordingConsole(): Console & { readonly lines: string[] } {
  const lines: string[] = [];
  const say = (text: string): void => void lines.push(...text.split('\n'));
  return {
    lines,
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
