import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseYaml } from '../../src/text/yaml.js';

export const OPENAPI = resolve(import.meta.dirname, '..', '..', 'fixtures', 'openapi');

/** Reads a YAML or JSON document as the product does. */
export function readDocument(path: string): unknown {
  const result = parseYaml(readFileSync(path, 'utf8'));
  if (!result.ok) throw new Error(`${path}: ${result.message}`);
  return result.value;
}

export function readJson(...path: readonly string[]): unknown {
  return JSON.parse(readFileSync(join(...path), 'utf8'));
}

/** The fixture folders that hold this file. */
export function foldersWith(file: string): readonly string[] {
  return readdirSync(OPENAPI).filter((folder) => existsSync(join(OPENAPI, folder, file)));
}

/** The description of the shop. */
export const SHOP = resolve(import.meta.dirname, '..', '..', 'fixtures', 'projects', 'shop', 'openapi.yaml');

/** `document.yaml` or `document.json` of a fixture folder. */
export function documentOf(folder: string): unknown {
  const json = join(OPENAPI, folder, 'document.json');
  return readDocument(existsSync(json) ? json : join(OPENAPI, folder, 'document.yaml'));
}
