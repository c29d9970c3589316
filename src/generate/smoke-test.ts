import type { ApiContent, ApiOperation, ApiResponse } from '../model/api.js';
import { wordsOf } from '../text/name-words.js';
import { answerSchema } from './answer-schema.js';
import { docText, type Plain, pythonLiteral } from './python-literal.js';
import { isJson, type SmokeRequest } from './smoke-request.js';

/** One test function, readable and complete; a request that must not be made is a test with a skip mark. */
export function renderSmokeTest(name: string, operation: ApiOperation, request: SmokeRequest): string {
  const { method, path, summary, operationId } = operation;
  const reported = docText(summary || operationId);
  const successes = operation.responses.filter(({ status }) => /^[23]/.test(status));
  return [
    ...(request.skip === '' ? [] : [`@pytest.mark.skip(reason=${pythonLiteral(request.skip)})`]),
    `def ${name}(api):`,
    `    """${docText(`${method} ${path}`)}${reported === '' ? '' : `: ${reported}`}"""`,
    ...(needsCredentials(operation) ? [`    api.may_need_credentials()`] : []),
    `    answer = api.call(${argumentsOf(method, request).join(', ')})`,
    `    answer.has_status(${statusesOf(successes).map(statusLiteral).join(', ')})`,
    ...(method === 'HEAD' ? [] : contentChecks(successes)),
    '',
  ].join('\n');
}

function argumentsOf(method: string, { path, query, headers, json }: SmokeRequest): readonly string[] {
  const named = (name: string, value: Plain): string => `${name}=${pythonLiteral(value, 4, 4 + name.length + 24)}`;
  return [
    pythonLiteral(method),
    pythonLiteral(path),
    ...(Object.keys(query).length > 0 ? [named('query', query)] : []),
    ...(Object.keys(headers).length > 0 ? [named('headers', headers)] : []),
    ...(json === undefined ? [] : [named('json', json)]),
  ];
}

/** From the description, or from the answers it documents. */
function needsCredentials({ authRequired, responses }: ApiOperation): boolean {
  return authRequired || responses.some(({ status }) => status === '401' || status === '403');
}

/** Any success will do where the description names none. */
function statusesOf(successes: readonly ApiResponse[]): readonly string[] {
  return successes.length > 0 ? successes.map(({ status }) => status.toUpperCase()) : ['2XX', '3XX'];
}

const statusLiteral = (status: string): string => (/^\d+$/.test(status) ? status : `"${status}"`);

/** Checked only where one success is documented: with several, which content belongs to the answer is open. */
function contentChecks(successes: readonly ApiResponse[]): readonly string[] {
  const content = successes.length === 1 ? (successes[0]?.content ?? []) : [];
  if (content.length === 0) return [];
  const types = content.map(({ mediaType }) => pythonLiteral(mediaType)).join(', ');
  return [`    answer.has_type(${types})`, ...schemaCheck(content)];
}

function schemaCheck(content: readonly ApiContent[]): readonly string[] {
  const [only] = content;
  if (content.length !== 1 || only === undefined || !isJson(only.mediaType)) return [];
  const schema = only.schema === null ? null : answerSchema(only.schema);
  return schema === null ? [] : [`    answer.matches(${pythonLiteral(schema, 4, 20)})`];
}

/** `test_get_pets_pet_id_success`: the name from which the route is found again. */
export function smokeTestName({ method, path }: Pick<ApiOperation, 'method' | 'path'>): string {
  return ['test', method.toLowerCase(), ...wordsOf(path), 'success'].join('_');
}

/** `test_smoke_pets.py`: the file for everything under the first segment of the path that is no parameter. */
export function smokeFileName({ path }: Pick<ApiOperation, 'path'>): string {
  const segments = path.split('/').filter((segment) => segment !== '' && !/^(\{|(api|rest|v\d{1,3})$)/i.test(segment));
  return `test_smoke_${
    wordsOf(segments[0] ?? '')
      .join('_')
      .slice(0, 60) || 'root'
  }.py`;
}
