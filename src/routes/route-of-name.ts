const METHODS: Readonly<Record<string, string>> = {
  get: 'GET',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  head: 'HEAD',
  options: 'OPTIONS',
};

const SUFFIX = /_(success|invalid_data|invalid_params|error)$/;
const PARAMETERS = new Set(['id', 'pk', 'slug', 'uuid']);

/** Most names hold none, and are not read further. */
const ROUTE_IN_NAME = /test_(?:get|post|put|patch|delete|head|options)_/i;

/**
 * The API route that a test's name holds: `test_get_pets_pet_id_success` is `GET /pets/{pet_id}`. The method comes
 * first, `id|pk|slug|uuid` belongs to the word before it. Null when the name holds none.
 */
export function routeOfTest(name: string): string | null {
  if (!ROUTE_IN_NAME.test(name)) return null;
  const plain = (name.split('[', 1)[0] ?? '').split(/[.:]/).at(-1) ?? '';
  const match = /^test_(get|post|put|patch|delete|head|options)_([a-z0-9_]+)$/i.exec(plain);
  if (match === null) return null;
  const method = METHODS[match[1]?.toLowerCase() ?? ''];
  const words = (match[2] ?? '')
    .replace(SUFFIX, '')
    .split('_')
    .filter((word) => word !== '');
  if (method === undefined || words.length === 0) return null;
  return `${method} /${segmentsOf(words).join('/')}`;
}

function segmentsOf(words: readonly string[]): readonly string[] {
  const segments: string[] = [];
  for (const word of words) {
    const before = segments.at(-1);
    if (PARAMETERS.has(word) && before !== undefined && !before.startsWith('{'))
      segments.splice(-1, 1, `{${before}_${word}}`);
    else segments.push(word);
  }
  return segments;
}
