/** A path inside the repository, as the record gives it; empty for every other. */
export function insidePath(path: string): string {
  const isInside = path.length <= 1000 && !/^[/\\]|^[A-Za-z]:|\0/.test(path);
  return isInside && !path.split(/[/\\]/).includes('..') ? path : '';
}
