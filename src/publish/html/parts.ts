// Parts of report.html that several sections share: links, places, sentences, commands.
import type { TestCase } from '../../model/run.js';
import { htmlText } from '../../text/escape.js';
import { shortLine } from '../../text/visible.js';
import { safeUrl } from '../link.js';
import { labelOf } from '../view/tests.js';
import type { PlaceView } from '../view/view.js';
import { testAddress } from './address.js';

/** A link when the address is http(s), else the label alone. The label is HTML already. */
export function htmlLink(label: string, url: string | null): string {
  const safe = url === null ? null : safeUrl(url);
  return safe === null ? label : `<a href="${htmlText(safe)}">${label}</a>`;
}

/** A test by its name, as a link that opens it in the list of tests. */
export function testLink(test: TestCase): string {
  const label = `<code>${htmlText(shortLine(labelOf(test), 300))}</code>`;
  return `<a href="${htmlText(testAddress(test))}">${label}</a>`;
}

/** `path:line` as code, linked when there is something to link to; empty without a place. */
export function placeHtml(place: PlaceView | null): string {
  if (place === null) return '';
  const label = `${shortLine(place.path, 300)}${place.line > 0 ? `:${place.line}` : ''}`;
  return htmlLink(`<code>${htmlText(label)}</code>`, place.url);
}

/** The next step; empty when there is none. */
export function nextHtml(text: string): string {
  if (text.trim() === '') return '';
  if (text.includes('\n')) return `<p><strong>Next:</strong></p><pre>${htmlText(text.slice(0, 3000))}</pre>`;
  return `<p><strong>Next:</strong> ${proseHtml(shortLine(text, 600))}</p>`;
}

/** A sentence in which what stands between backticks is code. */
export function proseHtml(text: string): string {
  const pieces = text.split(/`([^`]{1,500})`/);
  return pieces.map((piece, index) => (index % 2 === 1 ? `<code>${htmlText(piece)}</code>` : htmlText(piece))).join('');
}
