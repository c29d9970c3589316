import type { RawFrame } from './frame.js';
import { isVendorClass } from './vendor.js';
import { withoutEnd } from '../text/bounds.js';

const LOCATION = /^(.{0,600}[^:\d]):(\d{1,7})(?::(\d{1,7}))?$/;
const JVM_FILE = /^([\w$-]{1,120}\.(?:java|kts?|scala|groovy|clj)):(\d{1,7})$/;
const DOTNET = /\.(?:cs|fs|vb|cshtml|razor):\S{1,14} (\d{1,7})\.?$/;
const SOURCE_FILE = /\.\w{1,6}$/;

/** `pkg.Class$Inner.method` says in which directory the file is; the frame itself has the base name only. */
function jvmFrame(call: string, base: string, line: number): RawFrame {
  const qualified = call.slice(call.lastIndexOf('/') + 1);
  const method = qualified.lastIndexOf('.');
  const owner = qualified.slice(0, Math.max(0, method));
  const dirs = owner.slice(0, Math.max(0, owner.lastIndexOf('.'))).replaceAll('.', '/');
  const file = dirs === '' ? base : `${dirs}/${base}`;
  const vendor = isVendorClass(qualified);
  return { file, line, fn: qualified.slice(method + 1), owner, family: 'jvm', kind: 'call', vendor };
}

/** .NET translates the words `in` and `line`, so only their places are relied on. */
export function dotnetFrame(rest: string): RawFrame | null {
  const match = DOTNET.exec(rest);
  if (!match) return null;
  const path = rest.slice(0, rest.lastIndexOf(':'));
  const call = path.slice(0, path.lastIndexOf(') ') + 1);
  const file = path
    .slice(call.length)
    .trimStart()
    .replace(/^\S{1,6} (?=[A-Za-z]:[\\/]|\/|[\w.])/, '');
  return { file, line: Number(match[1]), fn: methodName(call), owner: '', family: 'dotnet', kind: 'call' };
}

const methodName = (call: string): string => /([\w`<>]{1,120})\(/.exec(call)?.[1] ?? '';

function scriptFrame(call: string, location: string): RawFrame | null {
  const match = LOCATION.exec(location.replace(/^[<(]/, '').replace(/[>)]$/, ''));
  const file = match?.[1] ?? '';
  if (!match || !(SOURCE_FILE.test(file.split(/[?#]/, 1)[0] ?? '') || /^(?:node|ext|deno|bun|native):/.test(file)))
    return null;
  const family = file.endsWith('.rs') ? 'rust' : 'script';
  return { file, line: Number(match[2]), fn: call, owner: '', family, kind: 'call' };
}

/** The frame behind the word `at`: JVM, V8, .NET, Rust, Catch2. Works from the end, so its cost is linear. */
export function frameAfterAt(text: string): RawFrame | null {
  const rest = text.startsWith('async ') ? text.slice(6) : text;
  const dotnet = dotnetFrame(rest);
  if (dotnet) return dotnet;
  const angle = /^([^<]{0,200}) <([^<>]{1,600})>$/.exec(rest);
  if (angle) return scriptFrame(angle[1]?.trim() ?? '', angle[2] ?? '');
  const open = rest.lastIndexOf('(');
  const close = open < 0 ? -1 : rest.indexOf(')', open);
  if (close < 0) return scriptFrame('', withoutEnd(rest.replace(/ \{$/, ''), ')'));
  const call = rest.slice(0, open).trim();
  const inside = rest.slice(open + 1, close);
  const jvm = JVM_FILE.exec(inside);
  if (jvm) return jvmFrame(call, jvm[1] ?? '', Number(jvm[2]));
  return scriptFrame(call, inside) ?? scriptFrame('', rest);
}
