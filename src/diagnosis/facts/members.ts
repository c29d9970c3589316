// Reads the members of printed objects, and in which of them two objects differ.
import { splitTop } from '../source/split-top.js';
import type { Comparison } from './comparison.js';

/** A member of two values that differs. */
export interface Member {
  readonly name: string;
  readonly actual: string;
  readonly expected: string;
}

/** What stands for a member that one side does not have. */
export const ABSENT = 'absent';
const MAX_TEXT = 400;
const NAME = /^(["']?)(:?[\w$.@-]{1,60})\1\s{0,2}(?::|=>|=)\s{0,2}(?:\(\w{1,20}\) (?:\(len=\d{1,6}\) )?)?(\S.{0,300})$/;
const OPENED = /^(?:&?[A-Z][\w.]{0,60} ?)?[{(]/;

/** Between members: a comma, or the blank before a name as Go prints its structs. */
const COMMA = /^,/;
const BEFORE_NAME = /^ (?=[A-Z]\w{0,60}:)/;

/** The members of a printed object by their names; null for other values and for text that was cut. */
function membersIn(printed: string): ReadonlyMap<string, string> | null {
  const text = printed.trim();
  const open = OPENED.exec(text)?.[0];
  if (open === undefined || text.length > MAX_TEXT || !/[})]$/.test(text)) return null;
  const inner = text.slice(open.length, -1).trim();
  const isGo = /^[A-Z]\w{0,60}:[^\s:]/.test(inner) && !/, /.test(inner);
  const members = new Map<string, string>();
  for (const part of splitTop(inner, isGo ? BEFORE_NAME : COMMA)) {
    const [, , name = '', value = ''] = NAME.exec(part) ?? [];
    if (name === '') return null;
    members.set(name, value);
  }
  return members;
}

/** The members in which two printed objects differ, those that both have first; empty when they cannot be read. */
export function differingMembers({ actual, expected }: Comparison): readonly Member[] {
  const [got, wanted] = [membersIn(actual), membersIn(expected)];
  if (got === null || wanted === null) return [];
  const names = [...new Set([...wanted.keys(), ...got.keys()])].filter((name) => got.get(name) !== wanted.get(name));
  const members = names.map((name) => ({
    name,
    actual: got.get(name) ?? ABSENT,
    expected: wanted.get(name) ?? ABSENT,
  }));
  const isShared = ({ actual: a, expected: e }: Member): boolean => a !== ABSENT && e !== ABSENT;
  return [...members.filter(isShared), ...members.filter((member) => !isShared(member))];
}

/** `{'paid': None} != {'paid': False}`: pytest gives each differing member a line of its own. */
const ITEM = /^\s{0,12}(?:E {1,8})?(\{.{1,160}\}) != (\{.{1,160}\})$/;
const CONTAINS = /^\s{0,12}(?:E {1,8})?(Left|Right) contains \d{1,4} more items?:?$/;
const SIGNED = /^[\s|E]{0,12}([-+])\s{1,20}(\S.{0,200}?),?$/;

interface Sides {
  actual?: string;
  expected?: string;
}

/** The members that the lines of a diff show with `-` and `+`, by name. */
function signedMembers(lines: readonly string[], minus: keyof Sides): ReadonlyMap<string, Sides> {
  const found = new Map<string, Sides>();
  for (const line of lines) {
    const [, sign = '', text = ''] = SIGNED.exec(line) ?? [];
    const [, , name = '', value = ''] = NAME.exec(text) ?? [];
    if (name === '' || /[{[(]$/.test(value)) continue;
    const other = minus === 'actual' ? 'expected' : 'actual';
    const sides = found.get(name) ?? {};
    const side = sign === '-' ? minus : other;
    found.set(name, side in sides ? sides : { ...sides, [side]: value });
  }
  return found;
}

/** The members that pytest lists as differing, or as those that only one side has. */
function listedMembers(lines: readonly string[]): readonly Member[] {
  return lines.flatMap((line, at) => {
    const [, actual = '', expected = ''] = ITEM.exec(line) ?? [];
    if (actual !== '') return differingMembers({ actual, expected, relation: '==' });
    const side = CONTAINS.exec(line)?.[1];
    if (side === undefined) return [];
    const more = membersIn((lines[at + 1] ?? '').replace(/^\s{0,12}E {1,8}/, '')) ?? new Map<string, string>();
    return [...more].map(([name, value]) =>
      side === 'Left' ? { name, actual: value, expected: ABSENT } : { name, actual: ABSENT, expected: value },
    );
  });
}

/** The members in which the lines of a failure say that two objects differ; `minus` is the side of the `-` lines. */
export function membersOfLines(all: readonly string[], minus: keyof Sides): readonly Member[] {
  const lines = all.slice(0, 80).map((line) => line.slice(0, 300));
  const listed = listedMembers(lines);
  if (listed.length > 0) return listed;
  return [...signedMembers(lines, minus)]
    .map(([name, { actual = ABSENT, expected = ABSENT }]) => ({ name, actual, expected }))
    .filter(({ actual, expected }) => actual !== expected);
}
