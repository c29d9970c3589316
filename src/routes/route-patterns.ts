import { withoutEnd } from '../text/bounds.js';

/** A method and a path as a title, a tag or a property spells them: `GET /pets/7`. */
export interface RouteInText {
  readonly method: string;
  readonly path: string;
}

const METHOD = '(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE)';
/** Locust's people write `/pets/[id]`; other brackets are those of pytest. */
const IN_PATH = '(/(?:(?<=/)\\[[\\w-]{1,60}\\]|[^\\s"\'`[\\]()]){0,500})';
const IN_TEXT = new RegExp(`(?<![A-Za-z])${METHOD}\\s{1,3}(?:https?://[^\\s/]{1,200})?${IN_PATH}`, 'g');
const IN_TAG = new RegExp(`^@?route\\s{0,2}[:=([]\\s{0,2}["']?${METHOD}[\\s:_]{0,3}${IN_PATH}`, 'i');
const MAX_TEXT = 2000;

/** Every `GET /pets/7` of a text, whether concrete or a template; queries and closing punctuation are cut off. */
export function routesInText(text: string): readonly RouteInText[] {
  return [...text.slice(0, MAX_TEXT).matchAll(IN_TEXT)].map((match) => reported(match[1], match[2]));
}

/** The route of a tag: `@route("GET /pets/{pet_id}")`, `route:GET /pets/7`, or `@route:GET:/pets` where blanks end a tag. */
export function routeInTag(tag: string): RouteInText | null {
  const match = IN_TAG.exec(tag.slice(0, MAX_TEXT));
  return match === null ? null : reported(match[1], match[2]);
}

const ANY_METHOD = '(get|post|put|patch|delete|head|options|trace)';
const PATH = '(/[^\\s"\'`\\]()[]{0,500})';
const JOINED = new RegExp(
  `(?<![a-z])${ANY_METHOD}(?:[-:]|\\s{1,3}(?:requests?\\s)?(?:(?:to|on|at|for)\\s)?["'\`]?)${PATH}`,
  'gi',
);
const PATH_FIRST = new RegExp(`(/[^\\s"'\`\\]()[]{0,200}?)-${ANY_METHOD}(?![a-z])`, 'gi');
const MAX_READINGS = 6;

/**
 * What a name may mean by a route where it is less sure: `[GET-/pets-200]` and `[/pets-get]` of parametrised tests,
 * `get /pets`, `a POST request to /orders`. Each is a list of readings, the longest path first; somebody who knows the
 * API must decide.
 */
export function possibleRoutes(text: string): readonly (readonly RouteInText[])[] {
  const bounded = text.slice(0, MAX_TEXT);
  if (!bounded.includes('/')) return [];
  const joined = [...bounded.matchAll(JOINED)].map(([, method = '', path = '']) => readings(method, path));
  const reversed = [...bounded.matchAll(PATH_FIRST)].map(([, path = '', method = '']) => [reported(method, path)]);
  return [...joined, ...reversed];
}

/** pytest joins the values of parameters by `-`, so that the path may end before any of them. */
function readings(method: string, path: string): readonly RouteInText[] {
  const parts = path.split('-').slice(0, MAX_READINGS);
  return parts.map((_, index) => reported(method, parts.slice(0, parts.length - index).join('-')));
}

function reported(method = '', path = '/'): RouteInText {
  const plain = withoutEnd(path.split(/[?#]/, 1)[0] ?? '', '.,;:!');
  return { method: method.toUpperCase(), path: plain === '/' ? '/' : plain.replace(/\/$/, '') };
}
