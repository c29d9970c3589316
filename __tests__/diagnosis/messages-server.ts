import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Message, MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages';

/** What a stand-in for the Messages API does with one request. */
export type Reply =
  | { readonly kind: 'message'; readonly message: Message }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly type: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'text'; readonly text: string }
  /** Half of the text, and then nothing more. */
  | { readonly kind: 'half'; readonly text: string }
  | { readonly kind: 'silence' }
  | { readonly kind: 'hang-up' };

export interface Received {
  readonly path: string;
  readonly authorization: string;
  readonly body: MessageCreateParamsNonStreaming;
}

export interface MessagesServer {
  readonly url: string;
  readonly received: readonly Received[];
  readonly close: () => Promise<void>;
}

/** A message of the SDK's own type, so that the compiler says when the API has moved on. */
export function aMessage(text: string, over: Partial<Message> = {}): Message {
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-haiku-5-5',
    container: null,
    content: [{ type: 'text', text, citations: null }],
    diagnostics: null,
    stop_reason: 'end_turn',
    stop_sequence: null,
    stop_details: null,
    usage: {
      cache_creation: null,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 600,
      inference_geo: null,
      input_tokens: 900,
      output_tokens: 200,
      output_tokens_details: null,
      server_tool_use: null,
      service_tier: 'standard',
      speed: null,
    },
    ...over,
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.kind === 'silence') return;
  if (reply.kind === 'hang-up') {
    response.destroy();
    return;
  }
  const headers = { 'content-type': 'application/json', 'request-id': 'req_7' };
  if (reply.kind === 'half') {
    response.writeHead(200, { ...headers, 'content-length': reply.text.length });
    response.write(reply.text.slice(0, reply.text.length / 2));
    return;
  }
  if (reply.kind === 'text') {
    response.writeHead(200, headers).end(reply.text);
    return;
  }
  if (reply.kind === 'message') {
    response.writeHead(200, headers).end(JSON.stringify(reply.message));
    return;
  }
  const error = { type: 'error', error: { type: reply.type, message: `said ${reply.type}` }, request_id: 'req_7' };
  response.writeHead(reply.status, { ...headers, ...reply.headers }).end(JSON.stringify(error));
}

/** A real HTTP server on a free port that speaks the Messages API as far as one question needs it. */
export async function startMessagesServer(answer: (request: Received, n: number) => Reply): Promise<MessagesServer> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const body = JSON.parse(text) as MessageCreateParamsNonStreaming;
      const one: Received = { path: request.url ?? '', authorization: request.headers.authorization ?? '', body };
      received.push(one);
      send(response, answer(one, received.length));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
