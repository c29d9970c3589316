const MARK = /^[ \t]{0,40}\[\[ATTACHMENT\|([^\n]{1,2000}?)\]\][ \t]{0,40}$/gm;
const MAX_ATTACHMENTS = 100;

/** Paths of the `[[ATTACHMENT|path]]` lines of a test's output, as written: untrusted, relative to the report. */
export function attachmentsOf(output: string): readonly string[] {
  const paths = [...output.matchAll(MARK)].slice(0, MAX_ATTACHMENTS).map((match) => match[1]?.trim() ?? '');
  return [...new Set(paths)];
}
