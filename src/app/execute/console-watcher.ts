import type { StreamEvent } from '../../model/events.js';
import type { SuiteSettings } from '../../model/settings.js';
import { firstLine, stripAnsi } from '../../text/bounds.js';
import { shellWord } from '../../text/shell.js';
import type { AttemptWatcher } from '../../execution/suite-services.js';
import type { Clock, Console } from '../../ports.js';
import { createSuiteProgress, type SuiteProgress } from './suite-progress.js';
import { formatCount } from '../../text/format.js';

const HEARTBEAT_MS = 15_000;
/** Echoed per attempt, and of what comes after it the end; the output log in the evidence has more. */
const ECHO_CHARS = 2_000_000;
const ENDING_CHARS = 2000;

interface Followed {
  readonly progress: SuiteProgress;
  lastBeat: number;
  echoed: number;
  unfinishedLine: string;
  /** The last that was printed and not echoed. */
  ending: string;
}

/**
 * Follows attempts on a console: output as it comes, each failure at once, how far each suite is: a line that stays in
 * place where the console can redraw, else one every 15 s. Suites that run side by side are distinguished by a prefix,
 * suites in order by log groups.
 */
export function createConsoleWatcher(console: Console, clock: Clock, parallel: boolean): AttemptWatcher {
  const all = new Map<string, Followed>();
  const prefixed = (name: string, text: string): string => (parallel ? `[${name}] ${text}` : text);
  const say = ({ name }: SuiteSettings, text: string): void => {
    const lines = text.split('\n').map((line) => prefixed(name, line));
    console.untrusted(lines.join('\n'));
  };
  const redraw = (): void =>
    console.live?.([...all].flatMap(([name, { progress }]) => liveLine(name, progress.line(clock.now()))));
  return {
    attemptStarted: (suite, { number, command, tests }) => {
      const fresh = { lastBeat: clock.now(), echoed: 0, unfinishedLine: '', ending: '' };
      all.set(suite.name, { progress: createSuiteProgress(), ...fresh });
      const what = tests === null ? '' : ` (rerun of ${rerunScope(suite, tests)})`;
      const title = `${suite.name}: attempt ${number}${what}`;
      if (parallel) console.info(title);
      else console.startGroup(title);
      say(suite, `$ ${command.map((part) => shellWord(part)).join(' ')}`);
    },
    progressed: (suite, output, events) => {
      const followed = all.get(suite.name);
      if (followed === undefined) return;
      const report = (text: string): void => say(suite, text);
      echo(followed, output, report);
      for (const event of events) note(followed.progress, event, report);
      for (const { id, seconds } of followed.progress.newlySlow(clock.now()))
        report(`SLOW ${id}: running for ${seconds} s`);
      if (console.live === null) beat(followed, clock.now(), report);
      else redraw();
    },
    attemptEnded: (suite) => {
      const followed = all.get(suite.name);
      all.delete(suite.name);
      const last = followed === undefined ? '' : lastWords(followed);
      if (last !== '') say(suite, last);
      redraw();
      if (!parallel) console.endGroup();
    },
  };
}

/** What runs again for the tests that are asked for: a command may know only their files, or run all of its tests. */
function rerunScope(suite: SuiteSettings, tests: number): string {
  const count = formatCount(tests, 'test');
  const template = suite.runner === 'command' ? suite.rerun : null;
  if (template === null || /\{(ids|names_regex)\}/.test(template)) return count;
  if (!template.includes('{files}')) return `the whole suite for ${count}`;
  return `the ${tests === 1 ? 'file' : 'files'} of ${count}`;
}

const liveLine = (name: string, progress: string): readonly string[] =>
  progress === '' ? [] : [`${name}  ${progress}`];

function echo(followed: Followed, output: string, say: (text: string) => void): void {
  if (output === '') return;
  if (followed.echoed >= ECHO_CHARS) {
    followed.ending = (followed.ending + output).slice(-ENDING_CHARS);
    return;
  }
  const lines = (followed.unfinishedLine + output).split('\n');
  followed.unfinishedLine = lines.pop() ?? '';
  // A program that never ends a line must not fill our memory.
  if (followed.unfinishedLine.length > 8192) {
    lines.push(followed.unfinishedLine);
    followed.unfinishedLine = '';
  }
  followed.echoed += output.length;
  if (lines.length > 0) say(lines.join('\n'));
  if (followed.echoed < ECHO_CHARS) return;
  say('[the rest of the output is in the evidence: output.log]');
  followed.ending = followed.unfinishedLine;
}

/** What an attempt printed last and the console has not shown yet. */
function lastWords({ unfinishedLine, ending }: Followed): string {
  if (ending === '') return unfinishedLine;
  const whole = ending.length < ENDING_CHARS ? ending : ending.slice(ending.indexOf('\n') + 1);
  return `[...]\n${whole.trimEnd()}`;
}

function note(progress: SuiteProgress, event: StreamEvent, say: (text: string) => void): void {
  progress.note(event);
  if (event.e === 'end' && (event.status === 'failed' || event.status === 'error' || event.status === 'timeout'))
    say(`✕ ${event.id}: ${firstLine(stripAnsi(event.message))}`);
}

function beat(followed: Followed, now: number, say: (text: string) => void): void {
  if (now - followed.lastBeat < HEARTBEAT_MS) return;
  const line = followed.progress.line(now);
  if (line === '') return;
  followed.lastBeat = now;
  say(line);
}
