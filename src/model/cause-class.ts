import type { Category } from './diagnosis.js';

/** What people are shown: the category, and for `unknown` where the fault lies when the kind shows it. */
export type CauseClass = Category | 'environment' | 'code';

/** Something around the tests is missing, full or not started. */
const ENVIRONMENT: ReadonlySet<string> = new Set([
  ...['missing-dependency', 'missing-env', 'missing-driver', 'browser-start', 'browser-closed', 'command-failed'],
  'missing-tool',
  ...['port-in-use', 'out-of-memory', 'disk-full', 'docker', 'file-permission', 'pending-migration'],
  ...['server-crashed', 'runner-crash', 'resource-limit', 'db-permission'],
]);

/** Tests or product cannot work as they are written. */
const CODE: ReadonlySet<string> = new Set([
  ...['code-error', 'syntax-error', 'import-error', 'wrong-call', 'undefined-step', 'missing-fixture', 'missing-mark'],
  ...[
    'collection-error',
    'build-error',
    'setup-error',
    'cancelled',
    'not-implemented',
    'warning-as-error',
    'risky-test',
  ],
  ...['ambiguous-locator', 'element-covered', 'element-state', 'process-crash', 'ended-early'],
]);

/** The class of a cause, from its category and its kind. */
export function causeClassOf({ category, kind }: { readonly category: Category; readonly kind: string }): CauseClass {
  if (category !== 'unknown') return category;
  if (ENVIRONMENT.has(kind)) return 'environment';
  return CODE.has(kind) ? 'code' : 'unknown';
}
