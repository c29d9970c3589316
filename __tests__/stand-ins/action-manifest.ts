import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Input {
  readonly default?: string | number | boolean;
  readonly deprecationMessage?: string;
}

/** What the runner reads of an action.yml. */
export interface ActionManifest {
  readonly inputs?: Readonly<Record<string, Input | null>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly runs: {
    readonly using: string;
    readonly main: string;
    readonly pre?: string;
    readonly post?: string;
    readonly 'post-if'?: string;
  };
}

/** Contexts that an expression in a default can read: `github`, `runner`, `job`, `matrix`, `strategy`. */
export type Contexts = Readonly<Record<string, unknown>>;

export interface ResolvedInputs {
  /** `INPUT_*` variables. */
  readonly env: Readonly<Record<string, string>>;
  /** Warnings of the runner: unexpected and deprecated inputs. */
  readonly warnings: readonly string[];
}

/** Reads `action.yml` of a folder. Only JavaScript actions of a runtime that GitHub still runs are accepted. */
export function readManifest(folder: string): ActionManifest {
  const manifest = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as ActionManifest;
  if (!/^node(20|24)$/.test(manifest.runs.using)) throw new Error(`runs.using: ${manifest.runs.using} is not node24`);
  return manifest;
}

function lookUp(path: string, contexts: Contexts): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[key], contexts);
}

/** Evaluates `${{ a.b }}` and `${{ toJSON(a.b) }}`; anything more is refused, so that nothing is misread silently. */
function evaluate(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{([^}]*)\}\}/g, (_whole, inner: string) => {
    const found = /^\s*(?:(toJSON)\(\s*([\w.-]+)\s*\)|([\w.-]+))\s*$/i.exec(inner);
    if (found === null) throw new Error(`the stand-in cannot evaluate \${{${inner}}}`);
    const value = lookUp(found[2] ?? found[3] ?? '', contexts);
    if (found[1] !== undefined) return JSON.stringify(value ?? null, null, 2);
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  });
}

/** The variables an action sees for its inputs: given values over evaluated defaults, every declared one present. */
export function resolveInputs(
  manifest: ActionManifest,
  given: Readonly<Record<string, string>>,
  contexts: Contexts,
): ResolvedInputs {
  const declared = manifest.inputs ?? {};
  const values = { ...Object.fromEntries(Object.keys(declared).map((name) => [name, ''])), ...given };
  const env = Object.entries(values).map(([name, value]) => {
    const fallback = declared[name]?.default;
    const text = name in given || fallback === undefined ? value : evaluate(String(fallback), contexts);
    return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, text] as const;
  });
  const valid = Object.keys(declared).join("', '");
  const warnings = Object.keys(given).flatMap((name) => {
    if (!(name in declared)) return [`Unexpected input(s) '${name}', valid inputs are ['${valid}']`];
    const message = declared[name]?.deprecationMessage;
    return message === undefined ? [] : [`Input '${name}' has been deprecated with message: ${message}`];
  });
  return { env: Object.fromEntries(env), warnings };
}
