import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request, read whole. */
export interface Incoming {
  readonly method: string;
  /** Decoded by the URL parser, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** What a stand-in answers. `hang` never does; `reset` cuts the connection. */
export type Answer =
  | 'hang'
  | 'reset'
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
      /** How the body is sent: whole unless given; half of it and then a reset; or a byte at a time. */
      readonly sent?: 'half' | 'byte by byte';
    };

export interface RunningServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** An answer in JSON. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** The body as JSON; undefined when it is empty or not JSON. */
export function jsonOf(request: Incoming): unknown {
  try {
    return JSON.parse(request.body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

async function read(message: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const url = new URL(message.url ?? '/', 'http://stand-in');
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
  return {
    method: message.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers,
    body: Buffer.concat(chunks),
  };
}

async function sendSlowly(response: ServerResponse, bytes: Buffer): Promise<void> {
  for (const byte of bytes) {
    if (response.destroyed) return;
    response.write(Buffer.from([byte]));
    await new Promise((done) => setImmediate(done));
  }
  response.end();
}

/** Sends the headers of an answer and its body in an unusual way. */
function sendBroken(
  response: ServerResponse,
  { status, headers = {}, body = '', sent }: Exclude<Answer, string>,
): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  if (sent === 'byte by byte') void sendSlowly(response, bytes);
  else response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.resetAndDestroy());
}

function send(response: ServerResponse, answer: Answer): void {
  if (answer === 'hang') return;
  if (answer === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (answer.sent !== undefined) {
    sendBroken(response, answer);
    return;
  }
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}

/** Serves on a free loopback port until it is closed. An exception of the handler is a 500 that names it. */
export async function serve(handle: (request: Incoming) => Answer | Promise<Answer>): Promise<RunningServer> {
  const server = createServer((message, response) => {
    read(message)
      .then(handle)
      .catch((error: unknown) => json(500, { message: `stand-in: ${String(error)}` }))
      .then((answer) => send(response, answer))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a server on a port has a port');
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${address.port}`, close };
}
