import type { IncomingMessage } from 'node:http';

interface FetchOptions {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** As much of a `Response` as Octokit reads. */
interface FetchAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: () => Promise<string>;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

/** Variables that name a proxy, which only the client of `@actions/github` knows how to use. */
const PROXY = /^https?_proxy$/i;

/** True when requests may have to go through a proxy. */
export function mayNeedProxy(env: Readonly<Record<string, string | undefined>>): boolean {
  return Object.entries(env).some(([name, value]) => PROXY.test(name) && value !== undefined && value !== '');
}

const MOST_REDIRECTS = 10;

/**
 * `fetch` for Octokit on `node:https`. Node's own `fetch` loads another HTTP client, which costs as much as the rest of a
 * small run.
 */
export async function nodeFetch(url: string, options: FetchOptions, redirects = 0): Promise<FetchAnswer> {
  const answer = await send(url, options);
  const { statusCode: status = 0, statusMessage: statusText = '' } = answer;
  const { location } = answer.headers;
  if (status >= 300 && status < 400 && location !== undefined && redirects < MOST_REDIRECTS) {
    answer.resume();
    const target = new URL(location, url);
    return nodeFetch(target.href, redirected(options, status, target.origin === new URL(url).origin), redirects + 1);
  }
  const body = await readBody(answer, options.signal);
  const headers = new Map(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
  return {
    ...{ status, statusText, url, headers },
    text: () => Promise.resolve(body.toString('utf8')),
    arrayBuffer: () => Promise.resolve(new Uint8Array(body).buffer),
  };
}

/** The request for another address: by 307 and 308 the same, by others a read. The token stays with its server. */
function redirected(
  { method, headers, body, signal }: FetchOptions,
  status: number,
  isSameServer: boolean,
): FetchOptions {
  const kept = Object.entries(headers).filter(([name]) => isSameServer || name.toLowerCase() !== 'authorization');
  const isRepeated = status >= 307;
  const content = isRepeated && body !== undefined ? { body } : {};
  const until = signal === undefined ? {} : { signal };
  return { method: isRepeated ? method : 'GET', headers: Object.fromEntries(kept), ...content, ...until };
}

function send(url: string, { method, headers, body, signal }: FetchOptions): Promise<IncomingMessage> {
  // An import would evaluate every export of the module, the other client among them.
  const { request } = process.getBuiltinModule(url.startsWith('https:') ? 'node:https' : 'node:http');
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      reject(reasonOf(error, signal));
    };
    const options = signal === undefined ? { method, headers } : { method, headers, signal };
    request(url, options, resolve).on('error', fail).end(body);
  });
}

async function readBody(answer: IncomingMessage, signal: AbortSignal | undefined): Promise<Buffer> {
  try {
    return Buffer.concat(await answer.toArray());
  } catch (error) {
    throw reasonOf(error as Error, signal);
  }
}

/** A time-out is called what it is, not an abort. */
function reasonOf(error: Error, signal: AbortSignal | undefined): Error {
  return signal?.aborted === true && signal.reason instanceof Error ? signal.reason : error;
}
