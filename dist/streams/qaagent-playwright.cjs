/**
 * Playwright reporter that reports what happens as JSON lines (see src/model/events.ts).
 *
 * Added by PW_TEST_REPORTER=<absolute path of this file>; @playwright/test 1.44 and newer, Node 18 and newer. It writes to
 * QAAGENT_EVENTS and nowhere else, and never throws: Playwright fails a run whose reporter does.
 */
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const {
  clip,
  detailsOf,
  messageOf,
  outputOf,
  packageVersion,
  phaseOf,
  placeOf,
  stepsOf,
  traceOf,
  verdictOf,
  DETAILS_CHARS,
} = require('./qaagent-playwright-fields.cjs');

const PIECE = 250;
const CLAIM = 'QAAGENT_PLAYWRIGHT_PID';
/** Playwright reports these as errors, yet nothing is wrong beyond what its tests report: the run was cut short. */
const CUT_SHORT = /^(Testing stopped early after|Timed out waiting [\d.]+s for the (teardown for )?test suite to run)/;

/** True in the process that claimed the event file first: a run started by a test inherits the environment, not the right. */
let taken = false;

function claim() {
  const owner = process.env[CLAIM];
  if (!process.env.QAAGENT_EVENTS || taken || (owner && owner !== String(process.pid))) return false;
  process.env[CLAIM] = String(process.pid);
  taken = true;
  return true;
}

const posix = (file) => file.split(path.sep).join('/');

/** Name of the outermost describe that must be rerun as a whole; else whether tests of its file may run beside a test. */
function groupingOf(test) {
  const suites = [];
  for (let suite = test.parent; suite; suite = suite.parent) suites.push(suite);
  // _parallelMode is Playwright's own (1.20 to at least 1.65); without it nothing is grouped.
  const modes = suites.map((suite) => suite._parallelMode);
  const serial = suites[modes.lastIndexOf('serial')];
  if (!serial) return modes.includes('parallel') && !modes.includes('default') ? { parallel: true } : {};
  return { group: [...serial.titlePath().filter(Boolean), `repeat ${test.repeatEachIndex || 0}`].join(' › ') };
}

/** Ids of QAAGENT_SELECT; null when nothing was asked for. Selecting is Playwright's own business (`--last-failed`). */
function wantedIds() {
  const file = process.env.QAAGENT_SELECT;
  const ids = file ? JSON.parse(fs.readFileSync(file, 'utf8')) : null;
  return Array.isArray(ids) ? ids.map(String) : null;
}

class QaagentReporter {
  constructor(options) {
    this._fd = null;
    this._ids = new Map();
    this._used = new Set();
    this._open = new Map();
    this._cutShort = false;
    try {
      if (options && options._mode === 'merge') return;
      if (!claim()) return;
      this._fd = fs.openSync(process.env.QAAGENT_EVENTS, 'a');
      const rootdir = (options && options.configDir) || process.cwd();
      const version = packageVersion();
      this._write('session', { v: 1, runner: 'playwright', version, rootdir, cwd: process.cwd(), pid: process.pid });
    } catch {
      this._fd = null;
    }
  }

  printsToStdio() {
    return false;
  }

  _write(kind, fields) {
    if (this._fd === null) return;
    try {
      const line = Buffer.from(`${JSON.stringify({ e: kind, t: Date.now(), ...fields })}\n`);
      for (let from = 0; from < line.length;) from += fs.writeSync(this._fd, line, from);
    } catch {
      // A full disk must not fail the run.
    }
  }

  _quietly(act) {
    try {
      act();
    } catch {
      // Whatever we could not tell, the run goes on.
    }
  }

  /** `[project] file › describe › title`, then the repetition; equal ones (which Playwright refuses) get a number. */
  _idOf(test) {
    const known = this._ids.get(test);
    if (known) return known;
    const [, project, file, ...titles] = test.titlePath();
    const repeat = test.repeatEachIndex > 0 ? ` (repeat ${test.repeatEachIndex + 1})` : '';
    const base = [posix(file), ...titles].join(' › ');
    const name = `${project ? `[${project}] ` : ''}${base}${repeat}`;
    let id = name;
    for (let number = 2; this._used.has(id); number += 1) id = `${name} (${number})`;
    this._used.add(id);
    this._ids.set(test, id);
    return id;
  }

  _describe(test) {
    const [, , file, ...titles] = test.titlePath();
    const described = {
      id: this._idOf(test),
      selector: test.id,
      name: titles.join(' › '),
      classname: posix(file),
      file: test.location.file,
      line: test.location.line,
    };
    const tags = (test.tags || []).map((tag) => tag.replace(/^@/, ''));
    if (tags.length > 0) described.tags = [...new Set(tags)].slice(0, 32);
    return { ...described, ...groupingOf(test) };
  }

  onBegin(_config, suite) {
    this._quietly(() => {
      const tests = suite.allTests();
      const ids = new Set(tests.map((test) => this._idOf(test)));
      this._quietly(() => {
        const wanted = wantedIds();
        if (wanted) this._write('missing', { ids: wanted.filter((id) => !ids.has(id)) });
      });
      for (let first = 0; first === 0 || first < tests.length; first += PIECE) {
        this._write('collected', { tests: tests.slice(first, first + PIECE).map((test) => this._describe(test)) });
      }
    });
  }

  _stamp(test, result) {
    const worker = result.workerIndex >= 0 ? { worker: String(result.workerIndex) } : {};
    return { ...worker, id: this._idOf(test), retry: result.retry };
  }

  onTestBegin(test, result) {
    this._quietly(() => {
      this._open.set(test, result);
      this._write('start', this._stamp(test, result));
    });
  }

  onTestEnd(test, result) {
    this._quietly(() => {
      this._open.delete(test);
      const verdict = verdictOf(test, result);
      const good = ['passed', 'skipped', 'xfailed', 'not-run'].includes(verdict.status);
      const errors = result.errors && result.errors.length > 0 ? result.errors : [result.error].filter(Boolean);
      const place = good ? placeOf(null) : placeOf((errors[0] && errors[0].location) || test.location);
      const output = good ? '' : outputOf(result);
      const steps = good ? [] : stepsOf(result.steps);
      const files = (result.attachments || []).filter((one) => one.path).map((one) => path.resolve(one.path));
      this._write('end', {
        ...this._stamp(test, result),
        status: verdict.status,
        phase: good ? '' : phaseOf(result),
        durationMs: Math.max(0, result.duration || 0),
        message: verdict.message,
        type: verdict.type,
        details: clip(detailsOf(errors), DETAILS_CHARS),
        ...place,
        ...(output ? { output } : {}),
        ...(steps.length > 0 ? { steps } : {}),
        ...(files.length > 0 ? { attachments: files.slice(0, 50) } : {}),
      });
    });
  }

  onError(error) {
    this._quietly(() => {
      const message = messageOf(error);
      if (CUT_SHORT.test(message)) this._interrupt(message);
      else this._write('error', { message, details: clip(traceOf(error), DETAILS_CHARS), ...placeOf(error.location) });
    });
  }

  _interrupt(message) {
    if (!this._cutShort) this._write('interrupt', { message });
    this._cutShort = true;
  }

  /** Playwright reports no end of what ran when its global timeout or a signal came. */
  _endOpen(status, message) {
    for (const [test, result] of this._open) {
      const durationMs = Math.max(0, Date.now() - Number(result.startTime));
      const rest = { phase: '', durationMs, message, type: '', details: '', ...placeOf(test.location) };
      this._write('end', { ...this._stamp(test, result), status, ...rest });
    }
  }

  onEnd(result) {
    this._quietly(() => {
      if (result.status === 'interrupted') {
        this._interrupt('interrupted');
        this._endOpen('interrupted', 'the run was interrupted');
      }
      if (result.status === 'timedout') {
        this._interrupt('the global timeout was reached');
        this._endOpen('timeout', 'the global timeout was reached while it ran');
      }
      this._write('finish', { exit: result.status === 'passed' ? 0 : result.status === 'interrupted' ? 130 : 1 });
      // Playwright 1.44 reports the end of an interrupted test after the end of the run.
      this._fd = null;
      taken = false;
    });
  }
}

module.exports = QaagentReporter;
