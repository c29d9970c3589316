import type { RunnerServices } from '../../src/runners/runner.js';
import { memoryFiles } from '../fakes/memory-files.js';

export interface WorldParts {
  readonly files?: Readonly<Record<string, string>>;
  /** Programs on PATH. */
  readonly programs?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A repository at /repo, and the programs that it finds in /bin. */
export function aWorld({ files = {}, programs = [], env = {} }: WorldParts): RunnerServices {
  return {
    files: memoryFiles({ '/repo/.git/HEAD': 'ref', ...files }),
    processes: {
      start: () => {
        throw new Error('a runner prepares, it does not start');
      },
      endAbandoned: () => Promise.resolve(),
      which: (tool) => Promise.resolve(programs.includes(tool) ? `/bin/${tool}` : null),
    },
    streamsDirectory: '/dist/streams',
    env,
    workspace: '/repo',
  };
}
