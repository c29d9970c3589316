const MAX_PATTERN = 500;
const MAX_UNBOUNDED = 3;
const TOKEN = /\\.|\[(?:\\.|[^\]\\])*\]?|\((?:\?(?::|=|!|<=|<!|<\w+>))?|[)|]|[*+?]\??|\{\d+(?:,\d*)?\}\??|[^]/g;
const UNBOUNDED = /^(?:[*+]|\{\d+,\})/;

/** What a group holds, as far as it matters for a repetition of the group. */
interface Group {
  readonly repeats: boolean;
  readonly branches: boolean;
}

const EMPTY: Group = { repeats: false, branches: false };

interface Scan {
  readonly open: readonly Group[];
  /** The group that the token before closed; null after anything else. */
  readonly closed: Group | null;
  readonly unbounded: number;
  readonly nested: boolean;
}

const withInner = (open: readonly Group[], change: Partial<Group>): readonly Group[] => [
  ...open.slice(0, -1),
  { ...(open.at(-1) ?? EMPTY), ...change },
];

function step(scan: Scan, token: string): Scan {
  const { open } = scan;
  if (token.startsWith('(')) return { ...scan, open: [...open, EMPTY], closed: null };
  if (token === '|') return { ...scan, open: withInner(open, { branches: true }), closed: null };
  if (token === ')') {
    const closed = open.at(-1) ?? EMPTY;
    const outer = open.length > 1 ? open.slice(0, -1) : open;
    return { ...scan, open: closed.repeats ? withInner(outer, { repeats: true }) : outer, closed };
  }
  if (!UNBOUNDED.test(token)) return { ...scan, closed: null };
  const { closed } = scan;
  const nested = scan.nested || (closed !== null && (closed.repeats || closed.branches));
  return { open: withInner(open, { repeats: true }), closed: null, unbounded: scan.unbounded + 1, nested };
}

/**
 * Says why a pattern could take too long: a repeated group that itself repeats or branches, a reference back, too many
 * repetitions. Empty for a harmless pattern. Deliberately strict: `(a|b)+` can be written `[ab]+`.
 */
export function dangerOf(source: string): string {
  if (source.length > MAX_PATTERN) return `longer than ${MAX_PATTERN} characters`;
  const tokens = source.match(TOKEN) ?? [];
  const { nested, unbounded } = tokens.reduce(step, { open: [EMPTY], closed: null, unbounded: 0, nested: false });
  if (nested) return 'a repeated group holds another repetition or a choice';
  if (tokens.some((token) => /^\\(?:[1-9]|k)/.test(token))) return 'it refers back to a group';
  return unbounded > MAX_UNBOUNDED ? `it repeats without a bound more than ${MAX_UNBOUNDED} times; use {0,200}` : '';
}
