import type { FileText } from '../../src/ports.js';
import { TextBuffer } from '../../src/text/text-buffer.js';

/** The text that a file gets. */
export function writtenText(text: FileText): string {
  if (typeof text === 'string') return text;
  const pieces: Buffer[] = [];
  const buffer = new TextBuffer((bytes) => void pieces.push(Buffer.from(bytes)));
  text(buffer);
  buffer.flush();
  return Buffer.concat(pieces).toString('utf8');
}
