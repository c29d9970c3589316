/** HTTP methods that an API description can have operations for. */
export const API_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'] as const;
/** One of `API_METHODS`. */
export type ApiMethod = (typeof API_METHODS)[number];

/** The types of JSON Schema. */
export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

/** What an API description says of a value, references resolved and `allOf` merged. What it does not say is empty. */
export interface ApiSchema {
  /** Empty: any type. */
  readonly types: readonly JsonType[];
  readonly properties: ReadonlyMap<string, ApiSchema>;
  readonly required: readonly string[];
  readonly items: ApiSchema | null;
  /** `oneOf` and `anyOf`: one of these holds. */
  readonly variants: readonly ApiSchema[];
  /** `enum` and `const`. */
  readonly allowed: readonly unknown[];
  /** Examples first, then the default. */
  readonly examples: readonly unknown[];
  readonly format: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly minLength: number | null;
  /** True for what only requests carry: an answer may leave it out although it is required. */
  readonly writeOnly: boolean;
}

export interface ApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly schema: ApiSchema;
  /** Examples of the parameter itself, before those of its schema. */
  readonly examples: readonly unknown[];
}

export interface ApiContent {
  /** `application/json`, without parameters. */
  readonly mediaType: string;
  readonly schema: ApiSchema | null;
  readonly examples: readonly unknown[];
}

export interface ApiResponse {
  /** `200`, `2XX` or `default`, as written. */
  readonly status: string;
  readonly content: readonly ApiContent[];
}

/** One operation of an API. */
export interface ApiOperation {
  readonly method: ApiMethod;
  /** Template as written: `/pets/{pet_id}`. */
  readonly path: string;
  /** Path of the server, without a slash at the end; empty when there is none. */
  readonly basePath: string;
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  /** True when the description asks for credentials. */
  readonly authRequired: boolean;
  readonly parameters: readonly ApiParameter[];
  readonly body: { readonly required: boolean; readonly content: readonly ApiContent[] } | null;
  readonly responses: readonly ApiResponse[];
}
