const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g;
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]+/g;

/** Text of a numeric reference. Halves of a surrogate pair stay halves, because some writers escape each of them. */
function referenced(code: number): string {
  return code === 0 || code > 0x10ffff ? '' : code < 0x10000 ? String.fromCharCode(code) : String.fromCodePoint(code);
}

/** Text with the five XML entities and numeric references decoded; unknown entities and bare `&` stay as they are. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (_, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? '';
    return referenced(decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal));
  });
}

/** Text without the control characters that XML forbids, ESC among them, and with lone surrogates replaced. */
export function withoutControls(text: string): string {
  const clean = text.search(CONTROLS) < 0 ? text : text.replace(CONTROLS, '');
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
