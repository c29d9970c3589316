const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
const NUMERIC = /^#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}))$/;
const MAX_REFERENCE = 10;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]+/g;

/** Text of a reference without its marks; null when it is none that XML knows. */
function referenced(reference: string): string | null {
  const numeric = reference.startsWith('#') ? NUMERIC.exec(reference) : null;
  if (numeric === null) return NAMED.get(reference) ?? null;
  const code = numeric[1] === undefined ? Number.parseInt(numeric[2] ?? '0', 16) : Number(numeric[1]);
  // Halves of a surrogate pair stay halves: some writers escape each of them.
  return code === 0 || code > 0x10ffff ? '' : code < 0x10000 ? String.fromCharCode(code) : String.fromCodePoint(code);
}

/** Text with the five XML entities and numeric references decoded; unknown entities and bare `&` stay as they are. */
export function decodeReferences(text: string): string {
  let ampersand = text.indexOf('&');
  if (ampersand < 0) return text;
  let decoded = '';
  let done = 0;
  for (; ampersand >= 0; ampersand = text.indexOf('&', ampersand + 1)) {
    const ahead = text.slice(ampersand + 1, ampersand + 1 + MAX_REFERENCE);
    const length = ahead.indexOf(';');
    const plain = length < 0 ? null : referenced(ahead.slice(0, length));
    if (plain === null) continue;
    decoded += text.slice(done, ampersand) + plain;
    done = ampersand + length + 2;
  }
  return decoded + text.slice(done);
}

/** Text without the control characters that XML forbids, ESC among them, and with lone surrogates replaced. */
export function withoutControls(text: string): string {
  const clean = CONTROL.test(text) ? text.replace(CONTROLS, '') : text;
  return clean.isWellFormed() ? clean : clean.replace(/\p{Surrogate}/gu, '');
}

/** Line ends as XML wants them: LF alone. */
export function unixLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Where a piece of text may be cut so that no reference is torn: the start of one that has not ended yet, else the end. */
export function safeCut(text: string, from: number): number {
  const ampersand = text.lastIndexOf('&');
  if (ampersand < from || text.length - ampersand > 12) return text.length;
  return text.includes(';', ampersand) ? text.length : ampersand;
}
