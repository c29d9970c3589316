import { Parser } from 'htmlparser2';
import { parseGfm } from '../publish/gfm.js';
import { Dice } from '../verdict/perturbations.js';

/** What the suite of a fault prints and reports: secrets, and texts that are commands, elements or mentions where they get out. */
export interface Planted {
  readonly secrets: readonly string[];
  /** A variable of the step that the suite inherits; its value is one of the secrets. */
  readonly env: Readonly<Record<string, string>>;
  /** Lines of output. */
  readonly output: string;
  /** A JUnit report with one failed test. */
  readonly report: string;
}

/** What a step has shown and left. Texts are read as what shows them reads them. */
export interface Surfaces {
  /** Everything by its name: logs, outputs, records, requests, uploaded files. */
  readonly texts: ReadonlyMap<string, string>;
  readonly markdown: readonly string[];
  readonly html: readonly string[];
  /** Titles and messages of annotations, names of outputs, commands that the runner refused. */
  readonly commanded: readonly string[];
}

/** How often something that was planted got out. */
export interface Escaped {
  readonly secrets: number;
  readonly commands: number;
  readonly elements: number;
  readonly mentions: number;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const COMMANDS = [
  '::error file=forged.py::forged error',
  '::set-output name=forged::1',
  '::add-mask::unlikely-text',
  'progress ##[warning]forged warning',
  '::stop-commands::forged-token',
];
const ELEMENT = '</details><h1 id="forged">forged</h1><img src="x" onerror="forged()">';
const MENTION = '@forged-octocat';

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');

/** What a seed plants. The secrets are put together here, so that the repository holds none. */
export function plant(seed: number): Planted {
  const dice = new Dice(seed);
  const random = (length: number): string =>
    Array.from({ length }, () => LETTERS[dice.below(LETTERS.length)] ?? 'a').join('');
  const [token, value] = [`ghp_${random(36)}`, random(24)];
  const text = `${ELEMENT} ${MENTION} token ${token}\n${COMMANDS.join('\n')}`;
  const failure = `<failure message="${xml(`value ${value} ${text}`)}">${xml(text)}</failure>`;
  return {
    secrets: [token, value],
    env: { PAYMENT_API_TOKEN: value },
    output: `${text}\npayment value ${value}\n`,
    report: `<testsuite tests="1" failures="1"><testcase classname="c" name="${xml(`t ${ELEMENT} ${MENTION}`)}">${failure}</testcase></testsuite>`,
  };
}

const count = (texts: readonly string[], holds: (text: string) => boolean): number => texts.filter(holds).length;

function elementsIn(html: string): number {
  let found = 0;
  const parser = new Parser({
    onopentag: (_name, attributes) => {
      if (attributes['id'] === 'forged' || attributes['onerror'] !== undefined) found += 1;
    },
  });
  parser.end(html);
  return found;
}

/** Names of the texts that hold a secret, once for each. */
export function textsWithSecrets({ secrets }: Planted, { texts }: Surfaces): readonly string[] {
  return secrets.flatMap((secret) => [...texts].filter(([, text]) => text.includes(secret)).map(([name]) => name));
}

/** Counts what got out of its place. */
export function escapedIn(planted: Planted, surfaces: Surfaces): Escaped {
  const { markdown, html, commanded } = surfaces;
  const nodes = markdown.flatMap(parseGfm);
  const ofType = (...types: readonly string[]): readonly string[] =>
    nodes.filter(({ type }) => types.includes(type)).map(({ value }) => value ?? '');
  const elements = [...html, ...ofType('html')].map(elementsIn);
  return {
    secrets: textsWithSecrets(planted, surfaces).length,
    commands: count(commanded, (text) => /^\s*forged|^add-mask|^stop-commands/.test(text)),
    elements: elements.reduce((sum, found) => sum + found, 0),
    mentions: count(ofType('text', 'html'), (text) => text.includes(MENTION)),
  };
}
