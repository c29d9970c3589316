import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { validate as Validate } from '@actions/languageservice';
import type { ActionMetadata } from '@actions/languageservice/action';
import type { TextDocument as Documents } from 'vscode-languageserver-textdocument';
import { INPUT_TABLE } from '../../../src/settings/input-table.js';
import { ROOT } from './markdown.js';

interface Modules {
  readonly validate: typeof Validate;
  readonly TextDocument: typeof Documents;
}

/** The packages as one module, by the bundler's own program: their imports of JSON lack the attribute that Node asks for. */
async function load(): Promise<Modules> {
  const folder = mkdtempSync(join(tmpdir(), 'qaagent-language-service-'));
  try {
    const file = join(folder, 'bundle.mjs');
    const bundler = join(ROOT, 'node_modules', 'rolldown', 'bin', 'cli.mjs');
    const entry = join(import.meta.dirname, 'language-service-entry.mjs');
    execFileSync(process.execPath, [bundler, entry, '--file', file, '--platform', 'node', '--log-level', 'warn']);
    const modules: unknown = await import(pathToFileURL(file).href);
    return modules as Modules;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Actions of others are not fetched. */
const NOT_FETCHED = /^Unable to resolve action `/;

let count = 0;
let loaded: Promise<Modules> | undefined;

const OURS: ActionMetadata = {
  name: 'qaagent-orchestrate',
  description: '',
  inputs: Object.fromEntries(INPUT_TABLE.map(({ name, meaning }) => [name, { description: meaning }])),
};

/** What GitHub's language service says of a workflow or an action, `line: message` each; it knows the inputs of our action. */
export async function complaintsAbout(
  text: string,
  path = '.github/workflows/example.yml',
): Promise<readonly string[]> {
  const { validate, TextDocument } = await (loaded ??= load());
  // What is read once is kept by its address.
  const document = TextDocument.create(`file:///repository-${(count += 1)}/${path}`, 'yaml', 1, text);
  const isOurs = (name: string): boolean => name === 'qaagent-orchestrate';
  const actionsMetadataProvider = {
    fetchActionMetadata: ({ name }: { readonly name: string }) => Promise.resolve(isOurs(name) ? OURS : undefined),
  };
  const found = await validate(document, { actionsMetadataProvider });
  const complaints = found.map(({ range, message }) => ({ line: range.start.line + 1, message: message as string }));
  return complaints
    .filter(({ message }) => !NOT_FETCHED.test(message))
    .map(({ line, message }) => `${line}: ${message}`);
}
