import { dotnetFrame, frameAfterAt } from './at-frame.js';
import type { Frame, RawFrame } from './frame.js';
import { GRAMMARS } from './grammars.js';
import { boundedLines } from './text-lines.js';
import { isVendorPath } from './vendor.js';

const MAX_FRAMES = 400;
const NUMBERED = /[:(, ]\d/;
const AT = /^[ \t|+│>]*(?:-+> )?at /;
/** .NET translates even the word `at`. */
const DOTNET_CUE = /\.(?:cs|fs|vb):[^\s\d(]/;
/** Ginkgo prints a node's title and, below it, where the node is written. */
const GINKGO_TITLE = /^[ \t]*\[\w+\] /;
const PYTHON_DEF = /^[ \t>E]*(?:async )?def (\w{1,120})\(/;
const GO_CALL = /^[\w./()*~-]{1,300}?\.([\w.]{1,120})\(/;
/** pytest shows the exception's own text behind `E`; a path in there is a value, save in a syntax error. */
const PYTEST_MESSAGE = /^E(?: |$)(?!\s{1,40}File ")/;

function grammarFrame(line: string): RawFrame | null {
  for (const grammar of GRAMMARS) {
    if (!line.includes(grammar.cue)) continue;
    const groups = grammar.pattern.exec(line)?.groups;
    if (!groups) continue;
    const { file = '', fn = '' } = groups;
    return { file, line: Number(groups['line']), fn, owner: '', family: grammar.family, kind: grammar.kind };
  }
  return null;
}

function rawFrame(line: string): RawFrame | null {
  if (line.startsWith('E') && PYTEST_MESSAGE.test(line)) return null;
  const at = line.includes('at ') ? AT.exec(line) : null;
  if (!at && DOTNET_CUE.test(line)) return dotnetFrame(line) ?? grammarFrame(line);
  return (at && frameAfterAt(line.slice(at[0].length).trimStart())) ?? grammarFrame(line.trimEnd());
}

const MAX_KNOWN = 4_000;
const known = new Map<string, RawFrame | null>();

/** Traces of one run repeat the lines of runner and libraries; what a line names depends on the line alone. */
function frameOf(line: string): RawFrame | null {
  if (!NUMBERED.test(line)) return null;
  const found = known.get(line);
  if (found !== undefined) return found;
  const frame = rawFrame(line);
  if (known.size < MAX_KNOWN) known.set(line, frame);
  return frame;
}

const cleanPath = (path: string): string =>
  path
    .trim()
    .replace(/^file:\/\/(?=\/)/, '')
    .replaceAll('\\', '/')
    .replace(/^\.\//, '');

/** A trace names some functions on the line before the place: pytest's source block, Go's stack. */
function functionBefore(lines: readonly string[], at: number, frame: RawFrame, lastDef: string): string {
  if (frame.fn !== '') return frame.fn;
  if (frame.family === 'python') return lastDef;
  if (frame.family === 'go') return GO_CALL.exec(lines[at - 1] ?? '')?.[1] ?? '';
  return '';
}

/** Frames of lines that are already bounded, in text order, at most 400. */
export function framesOfLines(lines: readonly string[]): readonly Frame[] {
  const frames: Frame[] = [];
  let lastDef = '';
  const vendors = new Map<string, boolean>();
  for (const [at, line] of lines.entries()) {
    const def = line.includes('def ') ? PYTHON_DEF.exec(line) : null;
    if (def) lastDef = def[1] ?? '';
    const raw = frameOf(line);
    if (!raw || raw.file === '' || raw.line === 0) continue;
    const file = cleanPath(raw.file);
    const titled = raw.family === 'ginkgo' && GINKGO_TITLE.test(lines[at - 1] ?? '');
    const kind = titled ? 'declaration' : raw.kind;
    const vendor = raw.vendor ?? vendors.get(file) ?? isVendorPath(file);
    vendors.set(file, vendor);
    const { line: number, owner, family } = raw;
    const fn = functionBefore(lines, at, raw, lastDef);
    // Spelled out: a spread would make each of many frames twice.
    frames.push({ file, line: number, fn, owner, family, kind, vendor, at });
    if (raw.family === 'python') lastDef = '';
    if (frames.length === MAX_FRAMES) break;
  }
  return frames;
}

/**
 * Every place a trace names, in text order, whatever runner wrote it. Bounded: the text is cut by `boundedLines`, the
 * answer has at most 400 frames. Frames of packages and runtimes are kept and marked `vendor`.
 */
export function framesOf(text: string): readonly Frame[] {
  return framesOfLines(boundedLines(text));
}
