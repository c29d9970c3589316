import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ACTION, ROOT } from '../e2e/tools.js';

interface Locked {
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
/** Packages for development that could run a script at installation; each works without it. */
const WITH_SCRIPTS = ['@parcel/watcher', '@swc/core', 'unrs-resolver'];

describe('the packages of the project', () => {
  test('are locked with their digests', () => {
    expect(packages.length).toBeGreaterThan(300);
    expect(packages.filter(([, { integrity, link }]) => integrity === undefined && link !== true)).toEqual([]);
  });

  test('with installation scripts are known, and none of them is in the bundle', () => {
    const found = packages
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => nameOf(path));
    expect([...new Set(found)].sort()).toEqual(WITH_SCRIPTS);
    const licenses = readFileSync(join(ACTION, 'dist', 'licenses.txt'), 'utf8');
    const bundled = [...licenses.matchAll(/^Name: (.+)$/gm)].map(([, name = '']) => name);
    expect(bundled.length).toBeGreaterThan(50);
    expect(WITH_SCRIPTS.filter((name) => bundled.includes(name))).toEqual([]);
  });

  test('are installed without their scripts by every check and workflow', () => {
    const folder = join(ROOT, '.github', 'workflows');
    const files = [join(ROOT, '.ci', 'run'), ...readdirSync(folder).map((name) => join(folder, name))];
    const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n'));
    const installs = lines.filter((line) => /\bnpm (?:ci|install)\b/.test(line) && !line.trim().startsWith('#'));
    expect(installs.length).toBeGreaterThan(2);
    expect(installs.filter((line) => !line.includes('--ignore-scripts'))).toEqual([]);
  });
});
