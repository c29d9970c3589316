import type { Failure } from '../../model/diagnosis.js';
import { brokenCases, labelled, type BrokenCase } from './schemathesis-case.js';
import { idParts, statusMeaning, toolVerdict, type ToolReading } from './tool-reading.js';
import type { Classification } from '../rules/rule.js';
import { clip, first } from '../wording/sentence.js';

/** What one check found: the sentence without its operation, the next step, and what makes it one cause with others. */
interface Found {
  readonly meaning: Pick<Classification, 'category' | 'kind'>;
  readonly says: string;
  readonly next: string;
  /** Within the operation, unless `everywhere`: then the cause is the same for all operations. */
  readonly cause: string;
  readonly everywhere?: true;
}

const CONTRACT = { category: 'assertion', kind: 'api-contract' } as const;
const SCHEMA = { category: 'data', kind: 'schema' } as const;
const UNPROTECTED = { category: 'auth', kind: 'ignored-auth' } as const;
const READ_TIMEOUT = { category: 'timeout', kind: 'read-timeout' } as const;
const DROPPED = { category: 'connection', kind: 'reset' } as const;

/** Reads a check of Schemathesis that failed, or an operation that could not be asked. */
export function readSchemathesis(failure: Failure): ToolReading | null {
  const [operation, name] = idParts(failure.testId);
  const check = first(failure.type === 'error' ? '' : failure.type, name);
  const cases = brokenCases(failure.details);
  const own = cases.find(({ method }) => method === operation.split(' ')[0]);
  const broken = own ?? cases[0];
  const found = failure.type === 'error' ? unanswered(failure) : broken ? judged(check, operation, broken) : null;
  if (found === null) return null;
  const { meaning, says, next, cause, everywhere } = found;
  const request = broken?.curl ? `Reproduce it with \`${broken.curl}\`. ` : '';
  return {
    verdict: toolVerdict('schemathesis', meaning, evidenceOf(broken, failure)),
    rootCause: clip(`${operation} ${says}`),
    suggestion: `${request}${next}`,
    causeKey: `api|${everywhere ? '' : operation}|${cause}`.slice(0, 400),
    ...(broken === undefined || failure.type === 'error' ? {} : { quotes: broken.quotes }),
  };
}

function evidenceOf(broken: BrokenCase | undefined, { message }: Failure): string {
  return broken?.lines[0] ?? broken?.title ?? message.split('\n', 1)[0] ?? '';
}

/** What kept an operation from being asked, as `requests` words it in Schemathesis 4, or its trace in 3. */
function unanswered({ message, details }: Failure): Found | null {
  const text = `${message}\n${details.slice(-4000)}`;
  const limit = /[Rr]ead timeout=(\d{1,6}(?:\.\d{1,3})?)/.exec(text)?.[1];
  if (limit !== undefined) return slow(`${Number(limit)} s`);
  if (!/RemoteDisconnected|Connection aborted|ConnectionResetError|Connection reset/.test(text)) return null;
  const next = 'Read the log of the service: it accepted the request and dropped the connection.';
  return { meaning: DROPPED, says: 'closes the connection without an answer', next, cause: 'dropped' };
}

function slow(limit: string): Found {
  const next = 'Find what the handler waits for; raise `--request-timeout` only if the work is really that long.';
  return { meaning: READ_TIMEOUT, says: `did not answer within ${limit}`, next, cause: 'slow' };
}

/** What each check looks at; one that is not here, a user's own too, is reported by its title. */
const CHECKS: ReadonlyMap<string, (broken: BrokenCase) => Found> = new Map([
  ['not_a_server_error', status],
  ['status_code_conformance', status],
  ['positive_data_acceptance', refused],
  ['response_schema_conformance', wrongShape],
  ['response_headers_conformance', wrongShape],
  ['content_type_conformance', wrongType],
  ['ignored_auth', unprotected],
  ['missing_required_header', accepted],
  ['negative_data_rejection', accepted],
  ['request_timeout', (broken: BrokenCase) => slow(limitOf(broken))],
]);

function judged(check: string, operation: string, broken: BrokenCase): Found {
  const isOther = broken.method !== '' && broken.method !== operation.split(' ')[0];
  if (check === 'unsupported_method' || isOther) return undeclaredMethod(broken);
  return (CHECKS.get(check) ?? contract)(broken);
}

function undeclaredMethod({ status: answered, method }: BrokenCase): Found {
  const came = answered === null ? 'does not refuse' : `answers ${answered} to`;
  return {
    meaning: CONTRACT,
    says: `${came} ${first(method, 'another method')}, which the OpenAPI file does not declare; 405 is expected`,
    next: 'Let the router answer 405 to methods that no operation declares, or leave the check out: `args: [--exclude-checks, unsupported_method]`.',
    cause: 'undeclared-method',
    everywhere: true,
  };
}

/** A valid request that was refused. */
function refused(broken: BrokenCase): Found {
  return (broken.status ?? 0) >= 400 ? status(broken) : contract(broken);
}

/** Server error, undocumented status and refused valid request are one cause when the status is the same. */
function status(broken: BrokenCase): Found {
  const answered = broken.status ?? Number(labelled(broken, 'Received'));
  const documented = labelled(broken, 'Documented');
  const isGateway = answered === 429 || answered > 501;
  const isServer = answered >= 500 && !isGateway;
  const meaning =
    isServer || answered === 404 ? ({ category: 'assertion', kind: 'status-code' } as const) : statusMeaning(answered);
  const addition = documented !== '' ? `, which the OpenAPI file does not document (${documented})` : tail(broken.body);
  return {
    meaning,
    says: `answered ${answered}${addition}`,
    next: statusAdvice(answered, isServer || isGateway),
    cause: `status:${answered}`,
    ...(isGateway || answered === 401 ? { everywhere: true } : {}),
  };
}

const tail = (body: string): string => (body === '' ? '' : `: ${body}`);

function statusAdvice(answered: number, isServer: boolean): string {
  if (isServer)
    return 'Read the log of the service at that request and repair the handler; no request may end in a server error.';
  if (answered === 401 || answered === 403)
    return `Give the suite valid credentials (\`auth\`), or document ${answered} in the OpenAPI file.`;
  return `Document ${answered} in the OpenAPI file, or answer what it promises.`;
}

function wrongShape(broken: BrokenCase): Found {
  const problem = broken.lines[0] ?? '';
  const place = /Schema at (\S{1,120}?):?$/.exec(broken.lines.find((line) => line.startsWith('Schema at ')) ?? '')?.[1];
  const where = place === undefined ? '' : ` at ${place}`;
  return {
    meaning: SCHEMA,
    says: `answers what its schema forbids${where}: ${problem}`,
    next: 'Correct the answer of the handler, or the schema in the OpenAPI file.',
    cause: `schema:${place ?? ''}:${problem.slice(0, 120)}`,
  };
}

function wrongType(broken: BrokenCase): Found {
  const received = first(labelled(broken, 'Received'), 'another type');
  const documented = labelled(broken, 'Documented');
  return {
    meaning: SCHEMA,
    says: `answers with ${received}${documented === '' ? '' : `; the OpenAPI file says ${documented}`}`,
    next: 'Set the `Content-Type` of the answer, or document the type in the OpenAPI file.',
    cause: `type:${received}`,
  };
}

function unprotected({ status: answered }: BrokenCase): Found {
  return {
    meaning: UNPROTECTED,
    says: `answers ${answered ?? 'as usual'} without valid credentials, although the OpenAPI file asks for them`,
    next: 'Check the credentials in the handler, or take `security` from the operation in the OpenAPI file.',
    cause: 'unprotected',
  };
}

/** A request without its credentials that was accepted is the same hole that `ignored_auth` finds. */
function accepted(broken: BrokenCase): Found {
  const text = broken.lines.join('\n').slice(0, 2000);
  if (/[`']Authorization[`']/.test(text)) return unprotected(broken);
  const header = /required '([^'\n]{1,80})' header/.exec(text)?.[1];
  const wrong = first(
    labelled(broken, 'Invalid component'),
    header === undefined ? '' : `without the header ${header}`,
  );
  return {
    meaning: CONTRACT,
    says: `answers ${broken.status ?? 'as usual'} to a request that the OpenAPI file forbids${wrong === '' ? '' : `: ${wrong}`}`,
    next: 'Validate the request and answer 400 or 422, or allow such requests in the OpenAPI file.',
    cause: `accepted:${wrong.slice(0, 120)}`,
  };
}

function limitOf({ lines }: BrokenCase): string {
  const limit = /limit of (\d{1,9}(?:\.\d{1,3})?)ms/.exec(lines.join('\n').slice(0, 500))?.[1];
  return limit === undefined ? 'the limit' : `${Number(limit) / 1000} s`;
}

function contract(broken: BrokenCase): Found {
  const detail = first(broken.lines[0] ?? '', broken.title);
  return {
    meaning: CONTRACT,
    says: `breaks the check "${broken.title}"${detail === broken.title ? '' : `: ${detail}`}`,
    next: 'Correct the handler, or what the OpenAPI file promises.',
    cause: `check:${broken.title.slice(0, 120)}`,
  };
}
