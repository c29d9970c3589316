import stringWidth from 'string-width';

/** Columns that text takes in a terminal: wide characters and emoji two, marks none. Text without escape sequences. */
export function columns(text: string): number {
  return stringWidth(text);
}

const graphemes = new Intl.Segmenter();

/** Text cut to `width` columns between two characters as people see them, with `ellipsis` when something is cut. */
export function cutToColumns(text: string, width: number, ellipsis = '…'): string {
  const room = width - columns(ellipsis);
  let used = 0;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    used += columns(segment);
    if (used > width) return kept + ellipsis;
    if (used <= room) kept += segment;
  }
  return text;
}
