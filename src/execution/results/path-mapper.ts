import { pathOfAddress, pathsOf } from '../../text/shell.js';
import type { PathMapper } from './attempt-output.js';

/** Paths that are remembered: a file has many tests. */
const MOST_KNOWN = 20_000;

/** A relative path without steps that lead nowhere or back. */
const PLAIN = /^(?:(?!\.{1,2}\/)[\w.@+-]{1,200}\/){0,50}(?!\.{1,2}$)[\w.@+-]{1,200}$/;

/** Maps a child's path (absolute, `file://`, or relative to where the suite runs) to the workspace. */
export function createPathMapper(workingDirectory: string, workspace: string): PathMapper {
  const paths = pathsOf(workspace);
  const folder = paths.relative(workspace, workingDirectory).replaceAll('\\', '/');
  const isInside = !folder.startsWith('..') && !paths.isAbsolute(folder);
  const prefix = folder === '' ? '' : `${folder}/`;
  const mapped: PathMapper = (path) => {
    if (isInside && PLAIN.test(path)) return `${prefix}${path}`;
    const plain = pathOfAddress(path);
    const inside = paths.relative(workspace, paths.resolve(workingDirectory, plain)).replaceAll('\\', '/');
    const isOutside = inside.startsWith('../') || inside === '..' || paths.isAbsolute(inside);
    return isOutside ? plain : inside;
  };
  const known = new Map<string, string>();
  return (path) => {
    const found = known.get(path) ?? mapped(path);
    if (known.size < MOST_KNOWN) known.set(path, found);
    return found;
  };
}
