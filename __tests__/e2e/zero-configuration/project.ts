import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../truth/local-run.js';
import { ROOT } from '../tools.js';

const PROJECTS = join(ROOT, 'fixtures', 'zero-configuration');

/** Copies a project, with the packages of some `node_modules` folders installed in it. */
export function makeProject(name: string, modules: readonly string[] = []): Place {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'qaagent-zero-')));
  const project = join(root, 'project');
  cpSync(join(PROJECTS, name), project, { recursive: true, filter: (path) => !path.endsWith('__pycache__') });
  for (const folder of modules) install(folder, join(project, 'node_modules'));
  return { root, project, evidence: join(root, 'runs') };
}

/** Links every package, and every program, of one folder into another. */
function install(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name.startsWith('@') || name === '.bin') install(join(from, name), join(to, name));
    else if (!name.startsWith('.')) symlinkSync(join(from, name), join(to, name));
  }
}
