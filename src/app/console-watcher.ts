import type { StreamEvent } from '../model/events.js';
import type { SuiteSettings } from '../model/settings.js';
import { firstLine, stripAnsi } from '../model/text.js';
import type { AttemptWatcher } from '../execution/watch-attempt.js';
import type { Clock, Console } from '../ports.js';

const HEARTBEAT_MS = 15_000;
const SLOW_MS = 60_000;
/** Echoed per attempt; the whole output is in the evidence. */
const ECHO_CHARS = 2_000_000;

interface Live {
  total: number;
  readonly ended: Map<string, string>;
  readonly running: Map<string, number>;
  readonly toldSlow: Set<string>;
  lastBeat: number;
  echoed: number;
  unfinishedLine: string;
}

/**
 * Follows attempts on a console: output as it comes, each failure at once, a line of progress every 15 s. Suites that
 * run side by side are told apart by a prefix, suites in order by log groups.
 */
export function createConsoleWatcher(console: Console, clock: Clock, parallel: boolean): AttemptWatcher {
  const lives = new Map<string, Live>();
  const prefix = (suite: SuiteSettings): string => (parallel ? `[${suite.name}] ` : '');
  const say = (suite: SuiteSettings, text: string): void => {
    console.untrusted(
      text
        .split('\n')
        .map((line) => `${prefix(suite)}${line}`)
        .join('\n'),
    );
  };
  return {
    attemptStarted: (suite, { number, command, tests }) => {
      lives.set(suite.name, newLive(clock.now()));
      const what = tests === null ? '' : ` (rerun of ${tests} ${tests === 1 ? 'test' : 'tests'})`;
      const title = `${suite.name}: attempt ${number}${what}`;
      if (parallel) console.info(title);
      else console.startGroup(title);
      say(suite, `$ ${command.map(shown).join(' ')}`);
    },
    progressed: (suite, output, events) => {
      const live = lives.get(suite.name);
      if (live === undefined) return;
      echo(live, output, (text) => say(suite, text));
      for (const event of events) note(live, event, (text) => say(suite, text));
      beat(live, clock.now(), (text) => say(suite, text));
    },
    attemptEnded: (suite) => {
      const live = lives.get(suite.name);
      if (live !== undefined && live.unfinishedLine !== '') say(suite, live.unfinishedLine);
      lives.delete(suite.name);
      if (!parallel) console.endGroup();
    },
  };
}

function newLive(now: number): Live {
  const maps = { ended: new Map<string, string>(), running: new Map<string, number>(), toldSlow: new Set<string>() };
  return { total: 0, ...maps, lastBeat: now, echoed: 0, unfinishedLine: '' };
}

const shown = (part: string): string => (/^[\w@%+=:,./-]+$/.test(part) ? part : `'${part.replaceAll("'", `'\\''`)}'`);

function echo(live: Live, output: string, say: (text: string) => void): void {
  if (output === '' || live.echoed >= ECHO_CHARS) return;
  const lines = (live.unfinishedLine + output).split('\n');
  live.unfinishedLine = lines.pop() ?? '';
  // A program that never ends a line must not fill our memory.
  if (live.unfinishedLine.length > 8192) {
    lines.push(live.unfinishedLine);
    live.unfinishedLine = '';
  }
  live.echoed += output.length;
  if (lines.length > 0) say(lines.join('\n'));
  if (live.echoed >= ECHO_CHARS) say('[the rest of the output is in the evidence: output.log]');
}

function note(live: Live, event: StreamEvent, say: (text: string) => void): void {
  if (event.e === 'collected') live.total += event.tests.length;
  if (event.e === 'start') live.running.set(event.id, event.t);
  if (event.e !== 'end') return;
  live.running.delete(event.id);
  live.ended.set(event.id, event.status);
  if (event.status === 'failed' || event.status === 'error' || event.status === 'timeout') {
    say(`✕ ${event.id}: ${firstLine(stripAnsi(event.message))}`);
  }
}

function beat(live: Live, now: number, say: (text: string) => void): void {
  for (const [id, startedAt] of live.running) {
    if (now - startedAt < SLOW_MS || live.toldSlow.has(id)) continue;
    live.toldSlow.add(id);
    say(`SLOW ${id}: running for ${Math.round((now - startedAt) / 1000)} s`);
  }
  if (now - live.lastBeat < HEARTBEAT_MS || live.total === 0) return;
  live.lastBeat = now;
  const states = [...live.ended.values()];
  const count = (...wanted: readonly string[]): number => states.filter((state) => wanted.includes(state)).length;
  const [oldest] = [...live.running].toSorted((a, b) => a[1] - b[1]);
  const running = oldest === undefined ? '' : `, running ${oldest[0]} ${Math.round((now - oldest[1]) / 1000)} s`;
  say(
    `${live.ended.size}/${live.total}: ${count('passed')} passed, ${count('failed', 'error', 'timeout')} failed${running}`,
  );
}
