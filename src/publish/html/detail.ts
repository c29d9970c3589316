import type { RunReport, TestAttempt, TestCase } from '../../model/run.js';
import type { TextAllowance } from '../../text/bounded-text.js';
import { shortLine, visibleText } from '../../text/visible.js';
import { relativeAddress } from '../link.js';
import type { ReportView } from '../view/view.js';
import type { HtmlAttempt, HtmlDetail } from './page-data.js';

const FILES = 50;
const STEPS = 100;

/** One test with all its attempts, texts bounded. */
export function htmlDetail(
  test: TestCase,
  state: string,
  { context }: ReportView,
  report: RunReport,
  allowance: TextAllowance,
): HtmlDetail {
  const { quarantine, disagreement } = test;
  const owned =
    quarantine === null ? '' : `Quarantined: ${quarantine.reason} (${quarantine.owner}, until ${quarantine.expires})`;
  const files = test.attachments.slice(0, FILES);
  const attempts = test.attempts.map((attempt) => ({
    ...attemptOf(attempt, report, allowance),
    files: addresses(files.filter((path) => madeBy(path, test) === attempt)),
  }));
  return {
    attempts,
    files: addresses(files.filter((path) => madeBy(path, test) === null)),
    rerun: NO_RERUN.has(state) ? '' : shortLine(context.rerunCommand(test) ?? '', 2000),
    notes: [owned, disagreement].filter((note) => note !== '').map((note) => shortLine(note, 500)),
  };
}

function addresses(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => relativeAddress(path) ?? []);
}

/** The attempt that left a file, by the folder of the attempt and the one that Playwright makes for each of its retries. */
function madeBy(path: string, { attempts }: TestCase): TestAttempt | null {
  const round = Number(/\/attempt-(\d{1,4})\//.exec(path)?.[1] ?? 0);
  const retry = Number(/-retry(\d{1,3})\//.exec(path)?.[1] ?? 0);
  const ofRound = attempts.filter(({ number }) => number === round);
  return ofRound.find((attempt) => attempt.retry === retry) ?? (ofRound.length === 1 ? (ofRound[0] ?? null) : null);
}

const LEFT_OUT = '[not shown because of limited space; see the evidence of the suite]';
const NO_RERUN = new Set(['passed', 'skipped', 'xfailed']);

function attemptOf(attempt: TestAttempt, report: RunReport, allowance: TextAllowance): Omit<HtmlAttempt, 'files'> {
  const text = (raw: string): string => {
    const taken = allowance.take(raw);
    return taken === '' && raw !== '' ? LEFT_OUT : colouredText(taken);
  };
  return {
    status: attempt.status,
    round: attempt.number,
    start: startOf(attempt, report),
    ms: Math.round(attempt.durationMs),
    message: text(attempt.message),
    // Runners often repeat the message as the whole of the trace.
    details: text(attempt.details === attempt.message ? '' : attempt.details),
    output: text(attempt.output),
    ...(attempt.steps === undefined ? {} : { steps: stepsOf(attempt.steps, allowance) }),
  };
}

function stepsOf(
  steps: NonNullable<TestAttempt['steps']>,
  allowance: TextAllowance,
): NonNullable<HtmlAttempt['steps']> {
  return steps.slice(0, STEPS).map(({ status, durationMs, depth, name }) => {
    const shown = shortLine(allowance.take(name), 300);
    return [status, Math.round(durationMs), Math.max(0, Math.min(depth, 3)), shown];
  });
}

/** Milliseconds into the run; -1 when only a report contains the attempt. */
export function startOf({ startedAt }: TestAttempt, report: RunReport): number {
  return startedAt === null ? -1 : Math.max(0, Math.round(startedAt - report.startedAt));
}

const COLOUR = /(\u001b\[[0-9;]{0,40}m)/;

/** Untrusted text in which colours are the only sequences left; everything else is as in `visibleText`. */
function colouredText(text: string): string {
  if (!text.includes('\u001b')) return visibleText(text);
  return text
    .split(COLOUR)
    .map((piece, index) => (index % 2 === 1 ? piece : visibleText(piece)))
    .join('');
}
