import type { Incoming } from './http-server.js';
import type { GitHubState } from './github-state.js';

/** A JSON object of the wire. */
export type Fields = Readonly<Record<string, unknown>>;

/** One call: its path's parameters, and the description's example of an item to fill in. */
export interface Call {
  readonly request: Incoming;
  readonly params: Readonly<Record<string, string>>;
  readonly example: unknown;
  readonly state: GitHubState;
  readonly origin: string;
}

/** What an operation comes to. Lists are cut into pages by the caller; `under` names the field that holds the list. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'list'; readonly items: readonly unknown[]; readonly under?: string }
  | { readonly kind: 'refused'; readonly status: number; readonly errors: readonly string[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'redirect'; readonly location: string };

/** An answer with one value. */
export const value = (fields: unknown): Outcome => ({ kind: 'value', value: fields });
/** An answer with a list, which the caller cuts into pages. */
export const list = (items: readonly unknown[], under?: string): Outcome =>
  under === undefined ? { kind: 'list', items } : { kind: 'list', items, under };
/** A refusal with one line for each reason. */
export const refused = (status: number, ...errors: readonly string[]): Outcome => ({ kind: 'refused', status, errors });
/** The refusal of what does not exist. */
export const notFound = refused(404, 'Not Found');
