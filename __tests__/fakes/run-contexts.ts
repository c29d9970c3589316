import type { RunContext } from '../../src/model/context.js';

/** A run on a laptop whose repository is /repo. */
export function laptop(changes: Partial<RunContext> = {}): RunContext {
  return {
    version: '0.0.0',
    nodeVersion: '24.0.0',
    workspace: '/repo',
    platform: 'linux',
    env: {},
    github: null,
    terminal: false,
    columns: null,
    bundleDirectory: '/dist',
    temporaryDirectory: '/tmp',
    ...changes,
  };
}
