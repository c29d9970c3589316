// What lines of source and trace name: a function that calls itself, the thing out of which a key is taken.
import { escapePattern } from '../../text/escape.js';
import type { Facts } from '../rules/rule.js';

/** The name of a function in one line of a trace, in the forms of Python, JavaScript, the JVM, .NET, Ruby, Go and PHP. */
const NAMED_FRAME =
  /^(?:\S{1,300}:\d{1,7}: in ([\w<>.]{1,80})$|\s{0,12}File ".{1,300}", line \d{1,7}, in ([\w<>]{1,80})$|\s{1,12}at (?:async )?(?:new )?([\w$.<>]{1,160}?) ?\(|\s{0,12}❯ ([\w$.]{1,80}) \S{1,300}:\d|.{1,300}:\d{1,7}:in [`'](?:block .{1,20} in )?(?:[\w:]{1,80}[#.])?(\w{1,80}[?!]?)'|([\w./-]{1,160}\.[\w.()*]{1,80})\(.{0,60}\)$)/;

/** The function that a trace names again and again: the one that calls itself; empty when none is. */
export function repeatedFunction(facts: Facts): string {
  const counts = new Map<string, number>();
  for (const line of facts.lines.slice(0, 400)) {
    const found = NAMED_FRAME.exec(line)
      ?.slice(1)
      .find((name: string | undefined) => name !== undefined);
    const name = (found ?? '').split(/[./]/).slice(-2).join('.');
    if (name !== '' && !/^<|\banonymous\b/.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (most !== undefined && most[1] >= 3) return most[0].replace(/^Object\./, '');
  return /\bdef (\w{1,80})\([\s\S]{0,400}?^> {1,12}.{0,80}\b\1\(/m.exec(facts.text)?.[1] ?? '';
}

/** The expression out of which source takes a key: `conf` of `conf["rates"]`, `h` where Ruby asks `h` for `:seat`; empty when none shows. */
export function ownerOfKey(key: string, facts: Facts): string {
  const quoted = String.raw`(?:["']${escapePattern(key.replace(/^:/, ''))}["']|:${escapePattern(key.replace(/^:/, ''))}\b|${escapePattern(key)})`;
  const taken = new RegExp(String.raw`(\$?[\w.]{1,60})(?:\[${quoted}\]|\.(?:fetch|get|getString|pop)\(${quoted})`);
  const shown = [facts.source, ...facts.lines.filter((line) => /^\s{2,}|^> |code: |Failure\/Error:/.test(line))];
  for (const line of shown) {
    const owner = taken.exec(line)?.[1];
    if (owner !== undefined) return owner.replace(/^self\./, 'self.');
  }
  // `prices[kind]`: the only thing that is taken by a key in the failing line.
  const marked = facts.lines.findLast((line) => /^> {2,}\S/.test(line)) ?? facts.source;
  const [one, ...others] = [...marked.matchAll(/(\$?[a-z_]\w{0,59})\[(?!["':\]])\$?\w{1,40}\]/g)].map(
    ([, name = '']) => name,
  );
  return one === undefined || others.length > 0 ? '' : one;
}
