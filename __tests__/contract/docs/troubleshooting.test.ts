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

test('every message about settings and suites is in the guide of troubleshooting', () => {
  const guide = readFileSync(join(ROOT, 'docs', 'troubleshooting.md'), 'utf8')
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
