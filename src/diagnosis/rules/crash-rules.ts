import type { Rule } from './rule.js';

const base = { category: 'unknown', confidence: 'high', on: 'head' } as const;

/** The program that runs tests died; what it was doing then is not the cause. */
export const CRASH_RULES: readonly Rule[] = [
  {
    ...base,
    on: 'text',
    name: 'crash/runner',
    kind: 'runner-crash',
    match: /^INTERNALERROR>|^pytest.{0,20} internal error|^Internal error: |^Unhandled (?:Runner )?Internal Error/im,
    why: 'pytest prefixes every line of its own crash with INTERNALERROR>.',
  },
  {
    ...base,
    name: 'crash/worker',
    kind: 'process-crash',
    match:
      /worker '?\w+'? crashed|replaced worker|worker .{0,40}(?:exited|terminated|quit|died) unexpectedly|forked VM terminated|test host process crashed|(?:process|browser|renderer|page|target|tab) crashed|child process exited unexpectedly|exited unexpectedly with signal|terminated by signal|terminat(?:ed|ing) due to signal|killed by signal|signal: (?:killed|aborted|segmentation|terminated)/i,
    why: 'Runners report a worker that disappeared: xdist, surefire, vstest, Jest, Playwright, go test.',
  },
  {
    ...base,
    name: 'crash/native',
    kind: 'process-crash',
    match:
      /segmentation fault|\bSIG(?:SEGV|ABRT|BUS|ILL|FPE|KILL)\b|core dumped|Fatal Python error|AddressSanitizer|LeakSanitizer|UndefinedBehaviorSanitizer|stack smashing|double free|corrupted size|EXC_BAD_ACCESS|access violation|\b0xC0000005\b/i,
    unless: /nil pointer|NullPointer/i,
    why: 'The operating system or a sanitizer ended native code.',
  },
  {
    ...base,
    name: 'crash/ended-early',
    kind: 'ended-early',
    match: /ended with status 0 before node:test reported its tests/,
    why: 'What the action itself reports of a file of node:test whose tests have no result.',
  },
  {
    ...base,
    on: 'text',
    name: 'crash/exit-signal',
    kind: 'process-crash',
    match: /^[ \t]*severity: crashed$|^[ \t]*exitcode: -(?!15\b|9\b)\d{1,3}$/m,
    why: 'TAP diagnostics of a process that ended by a signal; 15 and 9 are how a time limit is enforced.',
  },
];
