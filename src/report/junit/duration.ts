const CLOCK = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2}(?:\.\d{1,9})?)$/;
const ISO = /^P(?:(\d{1,6})D)?T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?$/i;
const WITH_UNIT = /^(-?[\d., _']{1,40}(?:[eE][+-]?\d{1,3})?)\s{0,3}(ms|s|sec|secs|seconds|m|min|h)?$/;
const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['m', 60_000],
  ['min', 60_000],
  ['h', 3_600_000],
]);

const sum = (hours: string | undefined, minutes: string | undefined, seconds: string | undefined): number =>
  Number(hours ?? 0) * 3_600_000 + Number(minutes ?? 0) * 60_000 + Number(seconds ?? 0) * 1_000;

/** Digits with one decimal point, whatever the writer's locale put between them. */
function withDecimalPoint(digits: string): string {
  const plain = digits.replace(/[\s_']/g, '');
  const comma = plain.lastIndexOf(',');
  const point = plain.lastIndexOf('.');
  if (comma < 0) return plain;
  if (point >= 0) return comma > point ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '');
  // surefire writes three decimals behind a point, so three digits behind a lone comma are thousands
  const thousands = /^-?[1-9]\d{0,2}(?:,\d{3})+$/.test(plain);
  return thousands ? plain.replaceAll(',', '') : plain.replace(',', '.');
}

/** Milliseconds of seconds with three decimals, the spelling of nearly all reports; null for all others. */
function simpleSeconds(text: string): number | null {
  const point = text.length - 4;
  if (point < 1 || point > 7) return null;
  let milliseconds = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (at === point ? digit !== -2 : digit < 0 || digit > 9) return null;
    if (at !== point) milliseconds = milliseconds * 10 + digit;
  }
  return milliseconds;
}

/**
 * Milliseconds of a `time` attribute in seconds, in any spelling that report writers use: `1,234.56`, `0,123`, `12.5s`,
 * `350ms`, `00:00:01.234`, `PT1.5S`, `8.4e-06`. Negative is 0; null when it is no time at all.
 */
export function reportedDurationMs(text: string | undefined): number | null {
  return text === undefined ? null : (simpleSeconds(text) ?? spelledDuration(text.trim()));
}

function spelledDuration(text: string): number | null {
  if (text === '' || text.length > 60) return null;
  const plain = Number(text);
  if (Number.isFinite(plain)) return Math.max(0, plain * 1_000);
  const clock = CLOCK.exec(text);
  if (clock) return sum(clock[1], clock[2], clock[3]);
  const iso = ISO.exec(text);
  if (iso) return Number(iso[1] ?? 0) * 86_400_000 + sum(iso[2], iso[3], iso[4]);
  const unit = WITH_UNIT.exec(text);
  const value = Number(withDecimalPoint(unit?.[1] ?? 'NaN'));
  return Number.isFinite(value) ? Math.max(0, value * (UNIT_MS.get(unit?.[2] ?? 's') ?? 1_000)) : null;
}
