const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/** Milliseconds of `90`, `90s`, `5m`, `1.5h`, `250ms`; a bare number is seconds. Null for anything else and for zero. */
export function parseDuration(text: string): number | null {
  const match = /^(\d{1,9}(?:\.\d{1,3})?) ?(ms|s|m|h)?$/.exec(text.trim());
  if (match === null) return null;
  const unit = (match[2] ?? 's') as keyof typeof UNITS;
  const milliseconds = Math.round(Number(match[1]) * UNITS[unit]);
  return milliseconds > 0 ? milliseconds : null;
}
