import { spawnSync } from 'node:child_process';
import { findTools } from '../../e2e/tools.js';
import { STREAMS, cleanEnvironment } from './stream-run.js';

/** The Python of these tests: `PYTHON_FOR_TESTS`, else the one that `npm test` set up. */
export const PYTHON = process.env['PYTHON_FOR_TESTS'] ?? findTools().python ?? 'python3';

const known = new Map<string, boolean>();

/** Whether a module can be imported, or imported in a version: `xdist`, `pytest>=9`. */
export function pythonHas(need: string): boolean {
  const found = known.get(need);
  if (found !== undefined) return found;
  const [name = '', major = '0'] = need.split('>=');
  const code = `import ${name} as module; assert int(getattr(module, "__version__", "0").split(".")[0]) >= ${major}`;
  const has = spawnSync(PYTHON, ['-c', code], { encoding: 'utf8' }).status === 0;
  known.set(need, has);
  return has;
}

/** What a caller sets for both Python runners, plus what keeps the copied project clean. */
export function pythonEnvironment(): Record<string, string> {
  return { ...cleanEnvironment(), PYTHONPATH: STREAMS, PYTHONDONTWRITEBYTECODE: '1', PYTHONUNBUFFERED: '1' };
}
