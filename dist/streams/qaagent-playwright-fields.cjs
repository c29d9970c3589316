/** From Playwright's results, errors and package to the fields of events, for the reporter beside this file. */
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const DETAILS_CHARS = 64 * 1024;
const MESSAGE_CHARS = 4000;
const STEPS = 100;
const STEP_DEPTH = 3;
const ANSI = /\u001b\[[0-9;?]{0,20}[A-Za-z]/g;

/** Text without colours, as long as `limit` at most; head and tail of what is longer. */
function clip(value, limit = MESSAGE_CHARS) {
  const text = String(value ?? '').replace(ANSI, '');
  if (text.length <= limit) return text;
  const head = Math.floor(limit / 2);
  return `${text.slice(0, head)}\n[... ${text.length - limit} characters left out ...]\n${text.slice(head - limit)}`;
}

function placeOf(location) {
  return location && location.file ? { file: location.file, line: location.line } : { file: '', line: 0 };
}

/** `TypeError` of `TypeError: x is not a function`; empty when the message does not start with a type. */
function typeOf(message) {
  const found = /^([A-Za-z_$][\w$.]{0,80}): /.exec(message);
  return found && /(Error|Exception)$/.test(found[1]) ? found[1] : '';
}

function messageOf(error) {
  return clip(error.message ?? error.value ?? '').trim();
}

function traceOf(error) {
  const own = error.stack || error.message || error.value || '';
  return error.cause ? `${own}\nCaused by: ${traceOf(error.cause)}` : own;
}

/** All failures of a test. One without a place, as a test that runs out of time, is explained by the next one. */
function detailsOf(errors) {
  const mark = (at) => (errors[at - 1].location ? '[another failure of this test]\n' : '');
  return errors.map((error, at) => `${at > 0 ? mark(at) : ''}${traceOf(error)}`).join('\n\n');
}

/** Where in the life of a test it failed, from the outermost steps of Playwright's own. */
function phaseOf(result) {
  const failed = (result.steps || []).find((step) => step.error);
  if (!failed || failed.category !== 'hook') return 'call';
  return /^before/i.test(failed.title) ? 'setup' : 'teardown';
}

function outputOf(result) {
  const text = (chunks) => (chunks || []).map((chunk) => chunk.toString()).join('');
  const stdout = text(result.stdout);
  const stderr = text(result.stderr);
  return clip(
    [stdout && `[stdout]\n${stdout}`, stderr && `[stderr]\n${stderr}`].filter(Boolean).join('\n'),
    DETAILS_CHARS,
  );
}

/** What a try did, outer steps before inner ones; bounded. */
function stepsOf(steps, depth = 0, found = []) {
  for (const step of steps || []) {
    if (found.length >= STEPS) break;
    const status = step.error ? 'failed' : step.duration < 0 ? 'interrupted' : 'passed';
    found.push({ name: clip(step.title, 300), status, durationMs: Math.max(0, step.duration || 0), depth });
    if (depth < STEP_DEPTH) stepsOf(step.steps, depth + 1, found);
  }
  return found;
}

function annotationOf(test, result, types) {
  const all = [...(result.annotations || []), ...(test.annotations || [])];
  const found = all.find((annotation) => types.includes(annotation.type));
  return found && found.description ? String(found.description) : '';
}

/** Status, message and type of one try. `skipped` without a skip annotation means that Playwright never came to it. */
function verdictOf(test, result) {
  const error = (result.errors || [])[0] || result.error || {};
  const message = messageOf(error);
  if (result.status === 'skipped') {
    if (test.expectedStatus !== 'skipped') return { status: 'not-run', message: message || 'did not run', type: '' };
    return { status: 'skipped', message: annotationOf(test, result, ['skip', 'fixme']), type: '' };
  }
  if (result.status === 'interrupted') return { status: 'interrupted', message, type: typeOf(message) };
  if (result.status === 'timedOut') return { status: 'timeout', message, type: typeOf(message) || 'TimeoutError' };
  if (result.status === 'passed') {
    if (test.expectedStatus !== 'failed') return { status: 'passed', message: '', type: '' };
    return { status: 'failed', message: 'Expected to fail, but passed.', type: '' };
  }
  if (/worker process exited unexpectedly/.test(message)) return { status: 'crashed', message, type: typeOf(message) };
  if (test.expectedStatus === 'failed') {
    return { status: 'xfailed', message: annotationOf(test, result, ['fail']) || message, type: '' };
  }
  return { status: 'failed', message, type: typeOf(message) };
}

/** Playwright's version from the package whose program runs; empty when it is not known. */
function packageVersion() {
  try {
    let folder = path.dirname(fs.realpathSync(process.argv[1]));
    for (let up = 0; up < 6; up += 1) {
      const file = path.join(folder, 'package.json');
      const content = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
      if (/^(@playwright\/test|playwright)$/.test(content.name)) return String(content.version);
      folder = path.dirname(folder);
    }
  } catch {
    // The version is a courtesy.
  }
  return '';
}

module.exports = {
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
};
