import { join } from 'node:path';
import type { ApiOperation } from '../../model/api.js';
import type { Problem } from '../../model/problem.js';
import type { Settings } from '../../model/settings.js';
import { parseYaml } from '../../text/yaml.js';
import type { Services } from '../services.js';

/** The API that the tests are measured against. */
export interface KnownApi {
  /** File relative to the working directory, or a URL; empty when there is none. */
  readonly source: string;
  readonly operations: readonly ApiOperation[];
  /** Origins of its servers, as far as it names them. */
  readonly origins: readonly string[];
  readonly problems: readonly Problem[];
}

const NO_API: KnownApi = { source: '', operations: [], origins: [], problems: [] };
const USUAL = ['openapi', 'swagger'].flatMap((name) =>
  ['', 'docs/', 'api/', 'spec/'].flatMap((folder) =>
    ['yaml', 'yml', 'json'].map((ending) => `${folder}${name}.${ending}`),
  ),
);
const MOST_BYTES = 20 * 1024 * 1024;
const FETCH_MS = 10_000;

/** Reads the OpenAPI description: the one that is named, else one in a usual place. One that is named and unreadable warns. */
export async function readApi(
  { openapi, workingDirectory }: Settings,
  services: Pick<Services, 'files' | 'http'>,
): Promise<KnownApi> {
  if (openapi !== null) return readNamed(openapi, workingDirectory, services);
  for (const source of USUAL) {
    const text = await services.files.readTextIfExists(join(workingDirectory, source));
    if (text !== null) return parseApi(text, source);
  }
  return NO_API;
}

async function readNamed(
  source: string,
  directory: string,
  { files, http }: Pick<Services, 'files' | 'http'>,
): Promise<KnownApi> {
  const isUrl = /^https?:/i.test(source);
  const text = isUrl
    ? await http.textOf(source, FETCH_MS, MOST_BYTES)
    : await files.readTextIfExists(join(directory, source));
  if (text !== null) return parseApi(text, source);
  return {
    ...NO_API,
    problems: [warning(`${source} cannot be read`, 'Correct `openapi`. Relative paths start at `working-directory`.')],
  };
}

async function parseApi(text: string, source: string): Promise<KnownApi> {
  const { readOpenApi } = await import('../../openapi/read-openapi.js');
  const yaml = parseYaml(text);
  if (!yaml.ok) return { ...NO_API, problems: [warning(`${source}: ${yaml.message}`, '')] };
  const { operations, origins, problems } = readOpenApi(yaml.value, source);
  return { source, operations, origins, problems };
}

function warning(message: string, remedy: string): Problem {
  return { severity: 'warning', place: 'openapi', message, remedy };
}
