import { join } from 'node:path';
import ts from 'typescript';
import type { JsonSchema } from './from-valibot.js';

const SRC = join(import.meta.dirname, '../../../src');

/** JSON schemas of exported interfaces of one file of src, by name. Readers must accept fields that they do not know. */
export function fromTypes(file: string, names: readonly string[]): ReadonlyMap<string, JsonSchema> {
  const path = join(SRC, file);
  const program = ts.createProgram([path], { strict: true, exactOptionalPropertyTypes: true, noLib: false });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  if (source === undefined) throw new Error(`no such file: ${path}`);
  const symbol = checker.getSymbolAtLocation(source);
  const exported = new Map(checker.getExportsOfModule(required(symbol)).map((each) => [each.name, each]));
  return new Map(
    names.map((name) => [name, schemaOf(checker.getDeclaredTypeOfSymbol(required(exported.get(name))), checker)]),
  );
}

function schemaOf(type: ts.Type, checker: ts.TypeChecker): JsonSchema {
  if (type.isUnion()) return unionSchema(type, checker);
  if (type.isLiteral()) return { const: type.value };
  if ((type.flags & ts.TypeFlags.String) !== 0) return { type: 'string' };
  if ((type.flags & ts.TypeFlags.Number) !== 0) return { type: 'number' };
  if ((type.flags & ts.TypeFlags.Null) !== 0) return { type: 'null' };
  if ((type.flags & ts.TypeFlags.Unknown) !== 0) return {};
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type as ts.TypeReference);
    return { type: 'array', items: schemaOf(required(item), checker) };
  }
  const values = checker.getIndexInfoOfType(type, ts.IndexKind.String);
  if (values !== undefined) return { type: 'object', additionalProperties: schemaOf(values.type, checker) };
  return objectSchema(type, checker);
}

function unionSchema(type: ts.UnionType, checker: ts.TypeChecker): JsonSchema {
  if ((type.flags & ts.TypeFlags.Boolean) !== 0) return { type: 'boolean' };
  const literals = type.types.flatMap((each) => (each.isLiteral() ? [each.value] : []));
  const others = type.types.filter((each) => !each.isLiteral()).map((each) => schemaOf(each, checker));
  const parts = [...(literals.length === 0 ? [] : [{ enum: literals.toSorted() }]), ...others];
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { anyOf: parts };
}

function objectSchema(type: ts.Type, checker: ts.TypeChecker): JsonSchema {
  const fields = checker.getPropertiesOfType(type);
  const isOptional = (field: ts.Symbol): boolean => (field.flags & ts.SymbolFlags.Optional) !== 0;
  const properties = fields.map((field) => {
    const comment = ts.displayPartsToString(field.getDocumentationComment(checker)).trim();
    const schema = schemaOf(checker.getTypeOfSymbol(field), checker);
    return [field.name, comment === '' ? schema : { ...schema, description: comment }] as const;
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: fields.filter((field) => !isOptional(field)).map(({ name }) => name),
  };
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('there is no such type');
  return value;
}
