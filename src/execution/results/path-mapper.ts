import { isAbsolute, relative, resolve } from 'node:path';
import type { PathMapper } from './attempt-output.js';

/** Maps a child's path (absolute, `file://`, or relative to where the suite runs) to the workspace. */
export function createPathMapper(workingDirectory: string, workspace: string): PathMapper {
  return (path) => {
    const plain = path.replace(/^file:\/\//, '');
    const inside = relative(workspace, resolve(workingDirectory, plain)).replaceAll('\\', '/');
    const isOutside = inside.startsWith('../') || inside === '..' || isAbsolute(inside);
    return isOutside ? plain : inside;
  };
}
