import stringWidth from 'string-width';

/** One column each; what asks for a table of Unicode takes 30 ms at its first use. */
const NARROW = /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u203a\u2500-\u257f✓✕]*$/;

/** Columns that text takes in a terminal: wide characters and emoji two, marks none. Text without escape sequences. */
export function columns(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

/** Made when it is needed: Unicode's tables take 20 ms to load. */
let graphemes: Intl.Segmenter | undefined;

/** Text cut to `width` columns between two characters as people see them, with `ellipsis` when something is cut. */
export function cutToColumns(text: string, width: number, ellipsis = '…'): string {
  if (NARROW.test(text)) return cutNarrow(text, width, ellipsis);
  const room = width - columns(ellipsis);
  let used = 0;
  let kept = '';
  graphemes ??= new Intl.Segmenter();
  for (const { segment } of graphemes.segment(text)) {
    used += columns(segment);
    if (used > width) return kept + ellipsis;
    if (used <= room) kept += segment;
  }
  return text;
}

function cutNarrow(text: string, width: number, ellipsis: string): string {
  return text.length <= width ? text : text.slice(0, Math.max(0, width - columns(ellipsis))) + ellipsis;
}
