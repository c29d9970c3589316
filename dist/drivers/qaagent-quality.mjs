// What a quality tool found, written where the suite looks: events as JSON lines (src/model/events.ts), one JUnit file,
// findings as JSON lines. The twin of qaagent_quality.py. QAAGENT_QUALITY names a JSON file with the settings.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const MAX_TEXT = 16_000;
const MAX_FINDINGS = 2_000;
const NOT_XML = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export function readSettings() {
  return JSON.parse(readFileSync(process.env.QAAGENT_QUALITY, 'utf8'));
}

export function clipped(text, limit = MAX_TEXT) {
  const whole = String(text);
  return whole.length <= limit ? whole : `${whole.slice(0, limit - 1)}…`;
}

export function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A file name made of any text. */
export function slug(text) {
  return (
    text
      .replace(/[^A-Za-z0-9.-]+/g, '-')
      .replace(/^[-.]+|-+$/g, '')
      .slice(0, 80) || 'root'
  );
}

/** One session of a tool: tests as they become known, findings, and at the end the report. */
export class Session {
  constructor({ directory, select }, runner, version) {
    this.directory = directory;
    this.select = select;
    this.runner = runner;
    this.tests = new Map();
    this.findings = 0;
    this.broken = false;
    const cwd = process.cwd();
    this.event('session', { v: 1, runner, version, rootdir: cwd, cwd, pid: process.pid });
  }

  isWanted(classname, name) {
    return this.select === null || this.select.includes(`${classname} › ${name}`);
  }

  append(name, value) {
    appendFileSync(join(this.directory, name), `${JSON.stringify(value)}\n`);
  }

  event(e, fields) {
    this.append('events.jsonl', { e, t: Date.now(), ...fields });
  }

  error(message, details = '') {
    this.broken = true;
    this.event('error', { message: clipped(message, 1000), details: clipped(details), file: '', line: 0 });
  }

  collect(tests) {
    const reported = tests.map(({ classname, name }) => ({
      ...{ id: `${classname} › ${name}`, name, classname },
      ...{ file: '', line: 0 },
    }));
    this.event('collected', { tests: reported });
  }

  start(classname, name) {
    this.event('start', { id: `${classname} › ${name}`, retry: 0 });
  }

  end(classname, name, result) {
    const id = `${classname} › ${name}`;
    const { status, durationMs = 0, type = '', properties = {}, attachments = [] } = result;
    const message = clipped(result.message ?? '', 2000);
    const details = clipped(result.details ?? '');
    this.tests.set(id, { classname, name, status, durationMs, type, message, details, properties, attachments });
    const place = { phase: '', file: '', line: 0 };
    this.event('end', { id, retry: 0, status, durationMs, message, type, details, ...place, attachments });
  }

  finding({ severity, code, message, selector = null, route = null, refs = [], tags = [], metadata = {} }) {
    this.findings += 1;
    if (this.findings > MAX_FINDINGS) return;
    const place = { file: null, line: null, column: null };
    const kept = Object.entries(metadata).map(([key, value]) => [
      key,
      typeof value === 'string' ? clipped(value, 4000) : value,
    ]);
    this.append('findings.jsonl', {
      ...{ tool: this.runner, severity, code, message: clipped(message, 2000), ...place },
      ...{ selector: selector === null ? null : clipped(selector, 1000), route, evidence_refs: refs, tags },
      metadata: Object.fromEntries(kept),
    });
  }

  /** Writes the report, ends the session and sets the exit status. */
  close() {
    const tests = [...this.tests.values()];
    writeFileSync(join(this.directory, 'junit.xml'), junit(this.runner, tests));
    const exit = this.broken || tests.some(({ status }) => status !== 'passed') ? 1 : 0;
    this.event('finish', { exit });
    process.exitCode = exit;
  }
}

const escaped = (text) =>
  String(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');

function junit(runner, tests) {
  const count = (wanted) => tests.filter(({ status }) => status === wanted).length;
  const totals = `tests="${tests.length}" failures="${count('failed')}" errors="${count('error')}"`;
  const cases = tests.map(testcase).join('\n');
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites><testsuite name="${escaped(runner)}" ${totals}>
${cases}
</testsuite></testsuites>
`;
  return text.toWellFormed ? text.toWellFormed().replace(NOT_XML, '\uFFFD') : text.replace(NOT_XML, '\uFFFD');
}

function testcase({ classname, name, status, durationMs, type, message, details, properties, attachments }) {
  const pairs = Object.entries(properties).map(
    ([key, value]) => `<property name="${escaped(key)}" value="${escaped(value)}"/>`,
  );
  const reported = pairs.length === 0 ? '' : `<properties>${pairs.join('')}</properties>`;
  const tag = status === 'failed' ? 'failure' : 'error';
  const bad = `<${tag} message="${escaped(message)}" type="${escaped(type)}">${escaped(details)}</${tag}>`;
  const marks = attachments.map((path) => `[[ATTACHMENT|${path}]]`).join('\n');
  const output = marks === '' ? '' : `<system-out>${escaped(marks)}</system-out>`;
  const head = `name="${escaped(name)}" classname="${escaped(classname)}" time="${(durationMs / 1000).toFixed(3)}"`;
  return `<testcase ${head}>${reported}${status === 'passed' ? '' : bad}${output}</testcase>`;
}

/** A package by its folder, whether it is CommonJS or ES modules alone. */
export async function loadPackage(folder) {
  const require = createRequire(join(folder, 'package.json'));
  try {
    return require(folder);
  } catch {
    const { exports, module, main } = require(join(folder, 'package.json'));
    const root = exports?.['.'] ?? exports;
    const entry = root?.import?.default ?? root?.import ?? root?.default ?? root ?? module ?? main ?? 'index.js';
    return import(pathToFileURL(join(folder, entry)).href);
  }
}

export function versionOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version ?? '';
}
