import { INPUT_TABLE } from '../../../src/settings/input-table.js';
import { RUN_ALIASES, SECTION_SCHEMAS } from '../../../src/settings/settings-file.js';
import { runSchema } from '../../../src/settings/schema/run.js';
import { suiteSchema } from '../../../src/settings/schema/suite.js';
import { fromTypes } from './from-types.js';
import { fromValibot, type JsonSchema } from './from-valibot.js';

const BASE = 'https://raw.githubusercontent.com/org/qaagent-orchestrate/v1/schema';

function published(name: string, title: string, schema: JsonSchema): readonly [string, JsonSchema] {
  const head = { $schema: 'http://json-schema.org/draft-07/schema#', $id: `${BASE}/${name}`, title };
  return [name, { ...head, ...schema }];
}

/** The settings of `run` with the meaning that the table of inputs gives. */
function runProperties(): JsonSchema {
  const { properties } = fromValibot(runSchema) as { readonly properties: Readonly<Record<string, JsonSchema>> };
  const meanings = new Map(INPUT_TABLE.map(({ name, meaning }) => [name, meaning.replaceAll('`', '')]));
  const described = Object.entries(properties).map(([key, schema]) => {
    const description = meanings.get(key.replaceAll('_', '-'));
    return [key, description === undefined ? schema : { ...schema, description }] as const;
  });
  const aliases = Object.entries(RUN_ALIASES).map(([alias, key]) => [alias, properties[key] ?? {}] as const);
  return Object.fromEntries([...described, ...aliases]);
}

function settingsSchema(): JsonSchema {
  const suite = {
    anyOf: [
      { type: 'string', description: 'A runner with path and arguments, or a command line.' },
      fromValibot(suiteSchema),
    ],
  };
  const sections = Object.entries(SECTION_SCHEMAS).map(([name, schema]) => {
    // Sections of the original profile hold more than is read here.
    return [name, { ...fromValibot(schema), additionalProperties: true, type: ['object', 'null'] }] as const;
  });
  const app = {
    type: ['object', 'null'],
    additionalProperties: { ...fromValibot(SECTION_SCHEMAS.app), additionalProperties: true },
  };
  return {
    type: ['object', 'null'],
    properties: {
      suites: {
        description: 'One suite a line, by name.',
        type: 'object',
        minProperties: 1,
        additionalProperties: suite,
      },
      run: {
        description: 'Settings of the run, as the inputs of the action.',
        type: ['object', 'null'],
        properties: runProperties(),
        additionalProperties: false,
      },
      ...(Object.fromEntries(sections.filter(([name]) => name !== 'app')) as JsonSchema),
      app: { description: 'The application under test, by environment.', ...app },
      project: { description: 'Name of the project.', type: ['string', 'object', 'null'] },
      tests: { description: 'Suites of a profile of the original qaagent.', type: ['object', 'null'] },
    },
  };
}

/** Every schema of the folder schema/, by file name. */
export function publishedSchemas(): ReadonlyMap<string, JsonSchema> {
  const records = fromTypes('model/evidence.ts', [
    'Manifest',
    'TestRecord',
    'DiagnosticRecord',
    'CoverageRecord',
    'ApiRecord',
  ]);
  const record = (name: string): JsonSchema => records.get(name) ?? {};
  return new Map([
    published('settings.schema.json', 'Settings file of qaagent-orchestrate (.qaagent.yaml)', settingsSchema()),
    published('manifest.schema.json', 'manifest.json of a run directory', record('Manifest')),
    published('test-record.schema.json', 'One line of evidence/tests.jsonl', record('TestRecord')),
    published('diagnostic-record.schema.json', 'One line of evidence/diagnostics.jsonl', record('DiagnosticRecord')),
    published('coverage-record.schema.json', 'One line of evidence/coverage.jsonl', record('CoverageRecord')),
    published('api-record.schema.json', 'One line of evidence/apis.jsonl', record('ApiRecord')),
  ]);
}
