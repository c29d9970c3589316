import { stripAnsi } from '../../text/bounds.js';
import { type AttemptOutput, hasSession, isFinished, type ObservedTest } from '../results/attempt-output.js';

/** Formats that are written line by line: a file without the tests that would have followed looks complete. */
const STREAMED: readonly string[] = ['go-test-json', 'tap', 'libtest-json', 'unknown'];
const UNFINISHED = ['not-run', 'timeout', 'crashed', 'interrupted'];

/** True when an attempt that was stopped had no test left: its session was over, or its report was written and complete. */
export function hasEndedTests({ events, reports }: AttemptOutput, tests: readonly ObservedTest[]): boolean {
  if (tests.length === 0) return false;
  if (tests.some((test) => UNFINISHED.includes(test.attempts.at(-1)?.status ?? 'not-run'))) return false;
  if (hasSession(events)) return isFinished(events);
  const isWhole = ({ report }: AttemptOutput['reports'][number]): boolean =>
    !STREAMED.includes(report.format) && report.problems.length === 0;
  return reports.length > 0 && reports.every(isWhole);
}

const QUOTED_LINES = 12;
/** What runners print when something keeps their process alive. */
const KEPT_ALIVE =
  /did not exit|open handle|hanging[- ]process|close timed out|keep(?:s|ing)? .{0,40}(?:alive|from exiting)|detectOpenHandles/i;

/** What is known of the reason why a process did not end: the stacks of its threads, or what its runner printed; empty for none. */
export function quoteOfOpenProcess({ stacks, tail }: AttemptOutput): string {
  const threads = stacks.map(({ text }) => text.trim()).filter((text) => text !== '');
  if (threads.length > 0)
    return threads
      .join('\n\n')
      .split('\n')
      .slice(0, 2 * QUOTED_LINES)
      .join('\n');
  const lines = stripAnsi(tail).split('\n');
  const at = lines.findIndex((line) => KEPT_ALIVE.test(line.slice(0, 500)));
  return at < 0
    ? ''
    : lines
        .slice(at, at + QUOTED_LINES)
        .join('\n')
        .trim();
}
