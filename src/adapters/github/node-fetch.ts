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

/**
 * `fetch` for Octokit on `node:https`. Node's own `fetch` loads another HTTP client, which costs as much as the rest of a
 * small run; a redirected request is left to it.
 */
export async function nodeFetch(url: string, options: FetchOptions): Promise<FetchAnswer | Response> {
  const answer = await send(url, options);
  const { statusCode: status = 0, statusMessage: statusText = '' } = answer;
  if (status >= 300 && status < 400 && answer.headers.location !== undefined) {
    answer.destroy();
    return fetch(url, options);
  }
  const body = await readBody(answer, options.signal);
  const headers = new Map(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
  return {
    ...{ status, statusText, url, headers },
    text: () => Promise.resolve(body.toString('utf8')),
    arrayBuffer: () => Promise.resolve(new Uint8Array(body).buffer),
  };
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
