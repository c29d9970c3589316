/** An absolute http(s) address that cannot end a Markdown link or an attribute early; null for anything else. */
export function safeUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return null;
  return parsed.href.replace(/[()<>"'`\\|[\]\s]/g, percent);
}

function percent(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** A Markdown link; the label alone when the address is missing or not http(s). The label is Markdown already. */
export function markdownLink(label: string, url: string | null): string {
  const safe = url === null ? null : safeUrl(url);
  return safe === null ? label : `[${label}](${safe})`;
}

/** A path as part of an address: every segment encoded. */
function encodePath(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment.toWellFormed()).replace(/[!'()*]/g, percent))
    .join('/');
}

/** The address of a line of a file at one commit. */
export function permalink(repositoryUrl: string, sha: string, path: string, line: number): string {
  const anchor = line > 0 ? `#L${line}` : '';
  return `${repositoryUrl}/blob/${encodeURIComponent(sha)}/${encodePath(path)}${anchor}`;
}

/** A path inside the run directory as a relative address; null for one that would leave it. */
export function relativeAddress(path: string): string | null {
  const parts = path.replaceAll('\\', '/').split('/');
  const inside = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  return inside && !path.includes('\0') ? encodePath(parts.join('/')) : null;
}
