/** Text that differs between two failures of one cause becomes a mark; numbers that carry meaning are kept on request. */
export function normalise(text: string, keepNumbers = false): string {
  const masked = text
    .slice(0, 600)
    .replace(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi, '<id>')
    .replace(/\b0x[\da-f]{4,}\b/gi, '<hex>')
    .replace(/\b(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{12,64}\b/gi, '<hash>')
    .replace(/-(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{4,12}\b/g, '-<id>')
    .replace(/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?/g, '<time>')
    .replace(/\b\d{1,9}(?:\.\d{1,9})? ?(?:ms|milliseconds|seconds|sec|s|min|minutes)\b/g, '<duration>')
    .replace(/(?:[A-Za-z]:)?(?:[\\/][\w.@-]{1,100}){2,}[\\/]/g, '')
    .replace(/\s+/g, ' ');
  return (keepNumbers ? masked : masked.replace(/\d+/g, '#')).trim().slice(0, 300);
}

/** Method and path of a request without host, query and numbers; empty when there is no path. */
export function pathPattern(endpoint: string): string {
  const path = endpoint.replace(/^([A-Z]{3,7} )?(?:https?:\/\/[^/]{1,200})?/, '$1').split('?')[0] ?? '';
  return path.includes('/') ? path.replace(/\d+/g, '#') : '';
}
