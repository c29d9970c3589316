import type { SourcePlace } from '../../model/report.js';
import type { PathMapper, StackDump } from './attempt-output.js';
import { formatCount } from '../../text/format.js';

/** Stack location of a hung test, from the stack dump of its process. */
export interface StackLocation {
  /** Innermost frame in a file of the workspace; null when the stack shows none. */
  readonly place: SourcePlace | null;
  /** ` at tests/a.py:6 in test_a`; empty without a place. */
  readonly where: string;
  /** The stacks of all threads, bounded; the current one comes first, with the frames of the project. */
  readonly details: string;
}

const MAX_CHARS = 32 * 1024;
const FRAME = /^ {2}File "([^"]{1,4096})", line (\d{1,9}) in (.{1,200})$/;
const FOREIGN = /(^|\/)(site-packages|dist-packages|node_modules|\.venv|\.tox|\.nox)\//;

/** Reads what Python's faulthandler wrote for one worker (empty: the main process); null when it wrote nothing. */
export function findStackLocation(
  dumps: readonly StackDump[],
  worker: string,
  mapPath: PathMapper,
): StackLocation | null {
  const dump = dumps.find((each) => each.worker === worker && each.text !== '');
  if (dump === undefined) return null;
  const text = dump.text.slice(0, MAX_CHARS);
  const details = ownFramesFirst(text, mapPath);
  for (const line of currentThread(text).split('\n')) {
    const [, path = '', number = '', name = ''] = FRAME.exec(line) ?? [];
    const file = path === '' ? '' : mapPath(path);
    if (!isOwn(file)) continue;
    const place = { file, line: Number(number) };
    return { place, where: ` at ${file}:${number} in ${name}`, details };
  }
  return { place: null, where: '', details };
}

/** The signal is handled by the main thread, which faulthandler calls the current one and writes last. */
function currentThread(text: string): string {
  const at = text.lastIndexOf('Current thread ');
  return at < 0 ? text : text.slice(at);
}

/** The frames of the project in the current thread, which are what is quoted, then the stacks of the other threads. */
function ownFramesFirst(text: string, mapPath: PathMapper): string {
  const [head = '', ...frames] = currentThread(text).trimEnd().split('\n');
  const own = frames.filter((line) => isOwn(mapPath(FRAME.exec(line)?.[1] ?? '')));
  if (own.length === 0) return text;
  const left = frames.length - own.length;
  const note = left === 0 ? [] : [`  [${formatCount(left, 'frame')} of Python and its packages]`];
  const others = text.slice(0, Math.max(0, text.lastIndexOf('Current thread '))).trimEnd();
  return [head, ...own, ...note, ...(others === '' ? [] : ['', others])].join('\n');
}

function isOwn(file: string): boolean {
  return (
    file !== '' && !file.startsWith('/') && !/^[A-Za-z]:/.test(file) && !file.startsWith('<') && !FOREIGN.test(file)
  );
}
