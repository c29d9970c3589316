import type { LanguageModel, ModelAnswer, ModelRefusal, ModelRequest, ModelUsage } from '../model/language-model.js';
import type * as AnthropicSdk from '@anthropic-ai/sdk';
import type { Message, MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages';

type Sdk = typeof AnthropicSdk;

/** How to reach the model. */
export interface AnthropicOptions {
  readonly apiKey: string;
  /** Any server that speaks the Messages API; null is Anthropic's own. */
  readonly baseUrl: string | null;
  /** Tries beyond the first after 429, 5xx and broken connections; the SDK obeys `retry-after`. */
  readonly maxRetries: number;
}

const MESSAGE_CHARS = 300;

/** The request as the API takes it: the constant part is marked for the cache, the answer is bound to the schema. */
function paramsOf(request: ModelRequest): MessageCreateParamsNonStreaming {
  return {
    model: request.model,
    max_tokens: request.maxTokens,
    system: [{ type: 'text', text: request.system, cache_control: { type: 'ephemeral' } }],
    messages: [{ role: 'user', content: request.user }],
    // Thinking is billed as output, and models differ in whether they think unasked.
    thinking: { type: 'disabled' },
    output_config: { effort: 'low', format: { type: 'json_schema', schema: request.schema } },
  };
}

function usageOf({ usage }: Message): ModelUsage {
  return {
    inputTokens: usage.input_tokens,
    outputTokens: usage.output_tokens,
    cacheReadTokens: usage.cache_read_input_tokens ?? 0,
    cacheWriteTokens: usage.cache_creation_input_tokens ?? 0,
  };
}

function answerOf(message: Message, requestId: string | null | undefined): ModelAnswer {
  const text = message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
  return { ok: true, text, stop: message.stop_reason ?? '', usage: usageOf(message), requestId: requestId ?? '' };
}

function reasonOfStatus(status: number): ModelRefusal {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 429) return 'rate-limited';
  if (status === 529 || status === 503) return 'overloaded';
  if (status === 408 || status === 504) return 'timeout';
  return status >= 500 ? 'server-error' : 'bad-request';
}

function refusalOf(error: unknown, sdk: Sdk): ModelAnswer {
  const message = (error instanceof Error ? error.message : String(error)).slice(0, MESSAGE_CHARS);
  const refuse = (reason: ModelRefusal, requestId = ''): ModelAnswer => ({ ok: false, reason, message, requestId });
  if (error instanceof sdk.APIUserAbortError) return refuse('aborted');
  if (error instanceof sdk.APIConnectionTimeoutError) return refuse('timeout');
  if (error instanceof sdk.APIConnectionError) return refuse('unreachable');
  if (error instanceof sdk.APIError && typeof error.status === 'number')
    return refuse(reasonOfStatus(error.status), error.requestID ?? '');
  return refuse('server-error');
}

/** The Messages API through Anthropic's SDK, which is loaded with the first question only. */
export function createAnthropicModel(options: AnthropicOptions): LanguageModel {
  const load = async (): Promise<{ readonly sdk: Sdk; readonly client: AnthropicSdk.Anthropic }> => {
    const sdk = await import('@anthropic-ai/sdk');
    const { apiKey, baseUrl, maxRetries } = options;
    const client = new sdk.Anthropic({
      apiKey,
      maxRetries,
      logLevel: 'off',
      ...(baseUrl === null ? {} : { baseURL: baseUrl }),
    });
    return { sdk, client };
  };
  let loaded: ReturnType<typeof load> | null = null;
  return {
    complete: async (request, signal) => {
      loaded ??= load();
      const { sdk, client } = await loaded;
      try {
        const call = client.messages.create(paramsOf(request), { signal, timeout: request.timeoutMs });
        const { data, request_id: requestId } = await call.withResponse();
        return answerOf(data, requestId);
      } catch (error) {
        return refusalOf(error, sdk);
      }
    },
  };
}
