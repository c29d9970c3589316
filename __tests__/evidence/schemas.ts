import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

const SCHEMAS = join(import.meta.dirname, '../../fixtures/evidence');
const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);

/** What a value breaks of a schema in fixtures/evidence; empty when it holds. */
export function violations(
  schema: 'manifest' | 'test-record' | 'diagnostic-record',
  value: unknown,
): readonly string[] {
  const validate = ajv.compile(JSON.parse(readFileSync(join(SCHEMAS, `${schema}.schema.json`), 'utf8')) as object);
  validate(value);
  ajv.removeSchema();
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
