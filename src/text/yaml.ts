import { parseDocument } from 'yaml';

export type YamlResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** Reads YAML 1.2. A mistake is a message with its line, never an exception; anchors cannot blow up. */
export function parseYaml(text: string): YamlResult {
  const document = parseDocument(text, { prettyErrors: true, uniqueKeys: true });
  const error = document.errors[0];
  if (error !== undefined) return { ok: false, message: error.message.split('\n')[0]?.replace(/:$/, '') ?? 'not YAML' };
  return { ok: true, value: document.toJS({ maxAliasCount: 100 }) as unknown };
}
