import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { globSync } from 'tinyglobby';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const FOLDERS = ['runners', 'execution', 'settings', 'app/read'];
const LITERAL = String.raw`(\x60(?:\\.|[^\x60\\])*\x60|'(?:\\.|[^'\\])*')`;
const MESSAGES = [
  String.raw`settingsError\(\s*[^,]{1,80},\s*`,
  String.raw`configError\(\s*\w+,\s*`,
  String.raw`\bmessage(?: =|:)\s*(?:[\w .!=()]{1,60}\?\s*)?`,
].map((before) => new RegExp(before + LITERAL, 'g'));

/** The longest piece of a message without what is filled in. */
function fixedPart(literal: string): string {
  const plain = literal.slice(1, -1).replaceAll('\\`', '').replaceAll('`', '').replaceAll("\\'", "'");
  const pieces = plain.split(/\$\{[^{}]*\}/).map((piece) => piece.replace(/^[^\w@]+|[^\w)]+$/g, ''));
  return pieces.sort((one, other) => other.length - one.length)[0] ?? '';
}

function messagesOf(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8');
  const literals = MESSAGES.flatMap((pattern) => [...text.matchAll(pattern)].map(([, literal]) => literal ?? ''));
  return literals.map(fixedPart).filter((part) => part.length >= 8 && !part.includes('${'));
}

const GUIDE = readFileSync(join(ROOT, 'docs', 'troubleshooting.md'), 'utf8');

/** What a link to a phrase of the guide is called. */
function anchorOf(phrase: string): string {
  const words = phrase.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return words.replace(/^-|-$/g, '').slice(0, 80).replace(/-$/, '');
}

test('every message in the tables of the guide has an anchor of its own, and none is there twice', () => {
  const rows = GUIDE.split('\n').filter((line) => /^\| (?:<a id|`)/.test(line));
  const phrases = rows.flatMap((row) =>
    [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, text]) => text),
  );
  const anchors = [...GUIDE.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id]) => id);
  expect(phrases.length).toBeGreaterThan(60);
  expect([...new Set(phrases.map((phrase) => anchorOf(phrase ?? '')))].sort()).toEqual([...anchors].sort());
});

test('every message about settings and suites is in the guide of troubleshooting', () => {
  const guide = GUIDE.replace(/<[^>]+>/g, '')
    .replaceAll('`', '')
    .replace(/\s+/g, ' ');
  const files = globSync(
    FOLDERS.map((folder) => `src/${folder}/**/*.ts`),
    { cwd: ROOT, absolute: true },
  );
  const messages = [...new Set(files.flatMap(messagesOf))].sort();
  expect(messages.length).toBeGreaterThan(60);
  expect(messages.filter((message) => !guide.includes(message))).toEqual([]);
});
