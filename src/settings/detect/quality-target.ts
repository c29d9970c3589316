/** The target of quality suites that no setting names. */
export interface QualityTarget {
  readonly baseUrl: string | null;
  /** True when this run starts the application under test itself. */
  readonly startsApplication: boolean;
  /** The OpenAPI file, relative to the working directory, or URL that the settings name; null when they name none. */
  readonly openapi: string | null;
}

/**
 * Why suites that write to a service or load it may not start by themselves; null when they may: only against an
 * application that this run has started on this very machine. Whatever else a base URL leads to belongs to somebody.
 */
export function notOurs({ baseUrl, startsApplication }: QualityTarget): string | null {
  if (baseUrl === null) return 'there is no `base-url`';
  if (!startsApplication) return `this run does not start the application at ${baseUrl}`;
  return isLoopback(baseUrl) ? null : `${baseUrl} is not on this machine`;
}

/** True for an address that never leaves the machine. */
export function isLoopback(address: string): boolean {
  const { hostname } = new URL(address);
  return /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|0\.0\.0\.0|\[::1\])$/.test(hostname);
}
