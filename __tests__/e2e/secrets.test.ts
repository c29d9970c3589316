import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aMessage, startMessagesServer, type MessagesServer } from '../diagnosis/messages-server.js';
import { SECRET_VARIABLES } from '../redaction/labelled/literals.js';
import { joined, LOOK_ALIKES, SECRETS, survives } from '../redaction/labelled/score.js';
import { type ActionRecord, runAction } from './run-action.js';

const markerOf = (index: number): string => `case-${String(index).padStart(4, '0')}`;
const SECRET_LINES = SECRETS.map(({ text }, index) => `${markerOf(index)} ${text}`);
const LOOK_ALIKE_LINES = LOOK_ALIKES.map((text, index) => `${markerOf(SECRETS.length + index)} ${text}`);
/** One of each in turn, so that surfaces with little room show both. */
const LINES = SECRET_LINES.flatMap((line, index) => [line, ...LOOK_ALIKE_LINES.slice(index, index + 1)]);

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const unescaped = (text: string): string =>
  text
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\\(["\\/])/g, '$1');
const decoded = (text: string): string =>
  text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);

/** What a surface shows of the labelled lines. */
interface Score {
  readonly secretsShown: number;
  readonly secretsLeft: readonly string[];
  readonly lookAlikesShown: number;
  readonly lookAlikesRedacted: readonly string[];
}

function scoreOf(surface: string): Score {
  const readings = [surface, unescaped(surface), decoded(surface)].map(joined);
  const isShown = (index: number): boolean => surface.includes(markerOf(index));
  const secrets = SECRETS.filter((_, index) => isShown(index));
  const left = secrets.filter(({ secrets: parts }) =>
    parts.some((secret) => readings.some((text) => survives(secret, text))),
  );
  const shown = LOOK_ALIKES.flatMap((_, index) => (isShown(SECRETS.length + index) ? [SECRETS.length + index] : []));
  const redacted = shown.filter((index) =>
    afterMarker(surface, markerOf(index)).some((text) => text.includes('[redacted:')),
  );
  return {
    secretsShown: secrets.length,
    secretsLeft: left.map(({ name }) => name),
    lookAlikesShown: shown.length,
    lookAlikesRedacted: redacted.map((index) => LOOK_ALIKES[index - SECRETS.length] ?? ''),
  };
}

/** What follows each place of a marker, up to the next line or the next marker. */
function afterMarker(surface: string, marker: string): readonly string[] {
  return surface
    .split(marker)
    .slice(1)
    .map((text) => /^[^]{0,400}?(?=case-\d|\n|\\n|&#10;|$)/.exec(text)?.[0] ?? '');
}

let folder: string;
let model: MessagesServer;
let record: ActionRecord;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'labelled-'));
  writeFileSync(join(folder, 'lines.json'), JSON.stringify(LINES));
  model = await startMessagesServer(() => ({ kind: 'message', message: aMessage('{}') }));
  const suite = { runner: 'command', run: `node emit.mjs ${join(folder, 'lines.json')}`, artifacts: 'out/**' };
  record = await runAction({
    project: 'prints-labelled',
    env: { ...SECRET_VARIABLES, ANTHROPIC_API_KEY: 'key-of-the-model' },
    inputs: {
      ...{ suites: JSON.stringify({ unit: suite }), comment: 'always', annotations: '50', upload: 'always' },
      ...{ 'anthropic-api-key': 'key-of-the-model', 'llm-base-url': model.url, 'llm-budget': '5' },
    },
  });
});

afterAll(async () => {
  record.remove();
  await model.close();
  rmSync(folder, { recursive: true, force: true });
});

function filesBelow(directory: string): readonly (readonly [path: string, text: string])[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(directory, path)).isFile())
    .map((path) => [path, readFileSync(join(directory, path), 'utf8')] as const);
}

/** Every text that leaves the machine, by where it goes. */
function surfaces(): Readonly<Record<string, string>> {
  const files = filesBelow(record.evidence);
  const texts = (wanted: RegExp): string =>
    files.flatMap(([path, text]) => (wanted.test(path) ? [text] : [])).join('\n');
  const uploaded = record.uploads.flatMap(({ files: unpack }) =>
    Object.values(unpack()).map((bytes) => Buffer.from(bytes).toString('utf8')),
  );
  return {
    records: texts(/^evidence\/|^manifest\.json$/),
    'output.log': texts(/output\.log$/),
    'HAR file': texts(/\.har$/),
    'file without extension': texts(/trace$/),
    'other artifacts': texts(/^artifacts\/.*(?<!output\.log|\.har|trace)$/),
    'report.html': texts(/^report\.html$/),
    'report.md': texts(/^report\.md$/),
    'junit.xml': texts(/^junit\.xml$/),
    'ctrf.json': texts(/^ctrf\.json$/),
    'uploaded archive': uploaded.join('\n'),
    'job summary': record.step.summary,
    check: JSON.stringify(record.checks),
    comment: record.comments.map(({ body }) => body).join('\n'),
    annotations: record.step.main.issues.map(({ message }) => message).join('\n'),
    'job log': record.step.stages.flatMap(({ log }) => log).join('\n'),
    'model request': model.received.map(({ body }) => JSON.stringify(body)).join('\n'),
  };
}

test('no surface shows a labelled secret, and text about secrets stays readable', () => {
  const scores = Object.entries(surfaces()).map(([name, text]) => [name, scoreOf(text)] as const);
  const share = (part: number, of: number): string => (of === 0 ? '-' : `${((100 * part) / of).toFixed(1)} %`);
  const rows = scores.map(([name, { secretsShown, secretsLeft, lookAlikesShown, lookAlikesRedacted }]) =>
    [
      name.padEnd(24),
      String(secretsShown).padStart(5),
      share(secretsShown - secretsLeft.length, secretsShown).padStart(9),
      String(lookAlikesShown).padStart(7),
      share(lookAlikesRedacted.length, lookAlikesShown).padStart(9),
    ].join(' '),
  );
  process.stderr.write(`surface                  shown    recall  alikes     false\n${rows.join('\n')}\n`);
  for (const [surface, { secretsShown, secretsLeft, lookAlikesShown, lookAlikesRedacted }] of scores) {
    expect({ surface, secretsShown }).not.toEqual({ surface, secretsShown: 0 });
    expect({ surface, left: secretsLeft.slice(Math.floor(secretsShown / 100)) }).toEqual({ surface, left: [] });
    expect({ surface, redacted: lookAlikesRedacted.slice(Math.floor(lookAlikesShown / 50)) }).toEqual({
      surface,
      redacted: [],
    });
  }
});
