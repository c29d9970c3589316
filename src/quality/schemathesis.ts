import { isAbsolute } from 'node:path';
import type { SchemathesisSettings } from '../model/quality.js';
import type { SuiteCommon } from '../model/settings.js';
import {
  configError,
  type AttemptPlan,
  type AttemptRequest,
  type ExitMeaning,
  type Preparation,
  type RunnerServices,
} from '../runners/runner.js';
import { explainSchemathesis } from './explain-exit.js';
import { driverPath, findPythonProgram, inSuite, missingModule, type PythonPackage } from './python-driver.js';
import { driverPlan, qualitySuite } from './quality-suite.js';
import { withoutEnd } from '../text/bounds.js';

type SchemathesisSuite = SuiteCommon & SchemathesisSettings;
type Command = readonly [string, ...string[]];

const TOOL: PythonPackage = { name: 'schemathesis', module: 'schemathesis.cli', pinned: '4.32.5' };
const USUAL_PLACES = ['openapi', 'docs/openapi', 'api/openapi', 'spec/openapi', 'swagger', 'docs/swagger'].flatMap(
  (place) => ['yaml', 'yml', 'json'].map((ending) => `${place}.${ending}`),
);

/** Schemathesis 4 and 3: every check of every operation is a test, reported by hooks that are loaded by environment. */
export async function prepareSchemathesis(
  suite: SchemathesisSuite,
  services: RunnerServices,
  driversDirectory: string,
): Promise<Preparation> {
  const baseUrl = services.env['BASE_URL'] ?? '';
  const spec = await findSpec(suite, baseUrl, services);
  if (spec === null) return configError(suite, ...missingSpec(suite));
  if (baseUrl === '' && !isAddress(spec)) {
    return configError(suite, 'there is no base URL to send requests to', 'Set `base-url`.');
  }
  if (suite.auth !== null && (services.env[suite.auth] ?? '') === '') {
    const remedy = `Set \`env: { ${suite.auth}: \${{ secrets.${suite.auth} }} }\` on this step.`;
    return configError(suite, `the variable ${suite.auth} of \`auth\` is empty`, remedy);
  }
  const found = await findPythonProgram(suite, TOOL, services);
  if ('ok' in found) return found;
  return {
    ok: true,
    suite: qualitySuite({
      tool: TOOL.name,
      setup: found.setup,
      plan: (request) => planAttempt({ suite, spec, program: found.program, driversDirectory }, services, request),
      canSelect: true,
      explainExit: (code, output) => explainExit(relativeTo(suite, spec), code, output),
    }),
  };
}

const isAddress = (place: string): boolean => /^https?:\/\//i.test(place);

/** A file, an address, or a path of the service; null when there is none. */
async function findSpec(suite: SchemathesisSuite, baseUrl: string, { files }: RunnerServices): Promise<string | null> {
  const named = suite.spec ?? suite.path;
  const candidates = named === '' ? USUAL_PLACES : [named];
  if (isAddress(named)) return named;
  for (const place of candidates) {
    const path = isAbsolute(place) ? place : inSuite(suite, place);
    if (await files.exists(path)) return path;
  }
  if (baseUrl === '' || !(named === '' || named.startsWith('/'))) return null;
  return `${withoutEnd(baseUrl, '/')}${named === '' ? '/openapi.json' : named}`;
}

function missingSpec({ spec, path, workingDirectory }: SchemathesisSuite): readonly [string, string] {
  const named = spec ?? path;
  if (named === '') return ['no OpenAPI file was found', 'Set `spec` to a file or a URL, or set `base-url`.'];
  return [`the specification ${named} does not exist`, `Correct \`spec\`, which is relative to ${workingDirectory}.`];
}

interface Found {
  readonly suite: SchemathesisSuite;
  readonly spec: string;
  readonly program: Command;
  readonly driversDirectory: string;
}

function planAttempt(found: Found, services: RunnerServices, request: AttemptRequest): AttemptPlan {
  const { suite, spec, program, driversDirectory } = found;
  const { auth } = suite;
  const hooks = services.env['SCHEMATHESIS_HOOKS'];
  const baseUrl = services.env['BASE_URL'] ?? '';
  const operations = [...new Set(request.select?.map(({ selector }) => operationOf(selector)) ?? [])];
  return driverPlan(request, {
    command: [
      ...program,
      'run',
      spec,
      ...suite.checks.flatMap((check) => ['--checks', check]),
      ...operations.flatMap((operation) => ['--include-name', operation]),
      ...suite.args,
    ],
    cwd: suite.workingDirectory,
    env: {
      ...driverPath(driversDirectory, services.env),
      SCHEMATHESIS_HOOKS: 'qaagent_schemathesis',
      ...(hooks === undefined ? {} : { QAAGENT_USER_HOOKS: hooks }),
      ...(baseUrl === '' ? {} : { SCHEMATHESIS_BASE_URL: baseUrl }),
    },
    settings: { auth, secrets: auth === null ? [] : [auth] },
  });
}

/** `GET /pets › not_a_server_error` is a check of the operation `GET /pets`. */
function operationOf(selector: string): string {
  return selector.split(' › ', 1)[0] ?? selector;
}

/** As the user would write it. */
function relativeTo({ workingDirectory }: SuiteCommon, spec: string): string {
  return spec.startsWith(`${workingDirectory}/`) ? spec.slice(workingDirectory.length + 1) : spec;
}

function explainExit(spec: string, code: number, output: string): ExitMeaning | null {
  const known = missingModule(TOOL, output) ?? explainSchemathesis(spec, output);
  if (known !== null || code !== 2) return known;
  return {
    outcome: 'config-error',
    message: 'schemathesis ended with 2 (wrong usage, or a specification that cannot be loaded)',
    remedy: 'Correct `spec`, `checks` or `args` of the suite.',
  };
}
