import { visibleText } from './visible.js';

const COLOUR = /(\u001b\[[0-9;]{0,40}m)/;

/** Untrusted text in which colours are the only sequences left; everything else is as in `visibleText`. */
export function colouredText(text: string): string {
  if (!text.includes('\u001b')) return visibleText(text);
  return text
    .split(COLOUR)
    .map((piece, index) => (index % 2 === 1 ? piece : visibleText(piece)))
    .join('');
}
