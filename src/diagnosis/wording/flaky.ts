// Words failures of concurrency: who races for which map or variable, and which rows are deadlocked.
import type { Facts } from '../rules/rule.js';
import { plainHeadline, withCode } from './sentence.js';

/** One side of a race: the function, its file and line, and what it does. */
export interface Access {
  readonly name: string;
  readonly place: string;
  readonly verb: string;
}

const GO_FUNCTION =
  /^\s{0,8}((?:[\w.-]{1,80}\/)*[\w-]{1,80}(?:\.\(\*?\w{1,80}\))?(?:\.[\w[\]]{1,80}){1,4})\(.{0,80}\)$/;
const GO_PLACE = /^\s{1,12}(\/?\S{1,200}\.go):(\d{1,7})\b/;
const GO_OWN =
  /^(?!(?:runtime|internal|sync|testing)[./])(?!.*\/(?:libexec|go\/\d[\d.]*|usr\/local\/go|toolcache\/go)\/)/;

/** `mill.example/cache.(*Cache).Put` reads `Cache.Put`. */
const shortName = (name: string): string =>
  (name.split('/').at(-1) ?? '')
    .replace(/^[\w-]{1,80}\.(?=[\w(])/, '')
    .replace(/[(*)]/g, '')
    .replace(/(?:\.(?:func\d{1,3}|\d{1,3}|gowrap\d{1,3})){1,9}$/, '');

/** The first frame of the project below a line of Go's report. */
function frameBelow(lines: readonly string[], from: number, verb: string): Access | null {
  for (let at = from + 1; at < Math.min(lines.length - 1, from + 24); at++) {
    const name = GO_FUNCTION.exec(lines[at] ?? '')?.[1];
    const [, file = '', line = ''] = GO_PLACE.exec(lines[at + 1] ?? '') ?? [];
    if (name !== undefined && file !== '' && GO_OWN.test(name) && GO_OWN.test(file))
      return { name: shortName(name), place: `${file.split('/').at(-1) ?? ''}:${line}`, verb };
    if (lines[at]?.trim() === '') return null;
  }
  return null;
}

const SIDE = /^\s{0,8}(?:Previous )?(?:atomic )?(read|write) at 0x/i;

/** Both sides of a data race, or the one side of a map that two goroutines use; empty when the text shows none. */
export function accessesIn(facts: Facts): readonly Access[] {
  const lines = [...facts.lines, ...facts.captured.split('\n')].slice(0, 2_000);
  const sides = lines
    .flatMap((line, at) => {
      const verb = SIDE.exec(line)?.[1];
      return verb === undefined ? [] : [frameBelow(lines, at, `${verb.toLowerCase()}s`)];
    })
    .filter((side) => side !== null);
  if (sides.length > 0) return sides.slice(0, 2);
  const running = lines.findIndex((line) => /^goroutine \d{1,9} .{0,40}\[running\]/.test(line));
  const user = running < 0 ? null : frameBelow(lines, running, 'uses');
  return user === null ? [] : [user];
}

/** True where Go's runtime itself stopped the program, without its race detector. */
export const isMapFault = (facts: Facts): boolean =>
  /concurrent map (?:writes|read and map write|iteration)/.test(facts.head);

const MAP = /^(?:fatal error: )?(concurrent map (?:writes|read and map write|iteration and map write))/;

function race(facts: Facts): string {
  const [one, other] = accessesIn(facts);
  const headline = plainHeadline(facts);
  if (one === undefined) return '';
  const map = MAP.exec(headline)?.[1];
  if (map !== undefined)
    return `${one.name} (${one.place}) uses a map while another goroutine writes to it (fatal error: ${map})`;
  if (other === undefined) return '';
  const both =
    one.name === other.name && one.place === other.place
      ? `two goroutines run ${one.name} (${one.place}) at once, and it ${one.verb} the same variable`
      : `${one.name} (${one.place}) ${one.verb} a variable that ${other.name} (${other.place}) ${other.verb} at the same time`;
  return `data race: ${both}`;
}

/** The rows for which two transactions wait, as far as the text names them; each empty when it does not. */
export interface Deadlock {
  readonly table: string;
  readonly column: string;
  readonly statement: string;
}

/** Reads table and statement of a deadlock. */
export function deadlockIn(facts: Facts): Deadlock {
  const statement = (/\[?\bSQL: ([^\]\n]{1,120})/.exec(facts.text)?.[1] ?? '').replaceAll('`', '').trim();
  const table =
    /\b(?:relation|table) "(?:public\.)?(\w{1,60})"/.exec(facts.text)?.[1] ??
    /\b(?:update|into|from) (?:"|\w{1,40}\.)?(\w{1,60})/i.exec(statement)?.[1] ??
    '';
  const column = /\bwhere "?(?:\w{1,60}"?\."?)?(\w{1,60})"? ?(?:=|in\b)/i.exec(statement)?.[1] ?? '';
  return { table, column, statement: statement.slice(0, 90) };
}

function deadlock(facts: Facts): string {
  const { table, statement } = deadlockIn(facts);
  if (!/deadlock/i.test(facts.head) || table === '') return '';
  const what = statement === '' ? 'this statement' : `\`${statement}\``;
  return `deadlock on ${table}: ${what} waits for a row that another transaction has locked, and that one waits for this one`;
}

/** Who races with whom and for what; the tool's own words where the text does not show it. */
export function raced(kind: string, facts: Facts): string {
  const sentence = kind === 'data-race' ? race(facts) : kind === 'serialization-failure' ? deadlock(facts) : '';
  return sentence === '' ? withCode(plainHeadline(facts), facts) : sentence;
}
