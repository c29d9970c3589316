/** A method and a path as a title, a tag or a property tells them: `GET /pets/7`. */
export interface ToldRoute {
  readonly method: string;
  readonly path: string;
}

const METHOD = '(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE)';
const IN_TEXT = new RegExp(`(?<![A-Za-z])${METHOD}\\s{1,3}(?:https?://[^\\s/]{1,200})?(/[^\\s"'\`\\]()]{0,500})`, 'g');
const IN_TAG = new RegExp(`^@?route\\s{0,2}[:=([]\\s{0,2}["']?${METHOD}[\\s:_]{0,3}(/[^\\s"')\\]]{0,500})`, 'i');
const MAX_TEXT = 2000;

/** Every `GET /pets/7` of a text, whether concrete or a template; queries and closing punctuation are cut off. */
export function routesInText(text: string): readonly ToldRoute[] {
  return [...text.slice(0, MAX_TEXT).matchAll(IN_TEXT)].map((match) => told(match[1], match[2]));
}

/** The route of a tag: `@route("GET /pets/{pet_id}")`, `route:GET /pets/7`, or `@route:GET:/pets` where blanks end a tag. */
export function routeInTag(tag: string): ToldRoute | null {
  const match = IN_TAG.exec(tag.slice(0, MAX_TEXT));
  return match === null ? null : told(match[1], match[2]);
}

function told(method = '', path = '/'): ToldRoute {
  const plain = (path.split(/[?#]/, 1)[0] ?? '').replace(/[.,;:!]+$/, '');
  return { method: method.toUpperCase(), path: plain === '/' ? '/' : plain.replace(/\/$/, '') };
}
