/** Limits of talking to the API: a request, and all requests of a run together. */
export interface ApiBudget {
  readonly requestMs: number;
  readonly totalMs: number;
  readonly attempts: number;
}

export const API_BUDGET: ApiBudget = { requestMs: 15_000, totalMs: 60_000, attempts: 5 };

interface ApiFailure {
  readonly status?: number;
  readonly message?: string;
  readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> };
}

type Headers = NonNullable<NonNullable<ApiFailure['response']>['headers']>;

/** Milliseconds to wait before the next try; null when another try is useless (permission, not found, invalid). */
export function retryDelay(failure: ApiFailure, tried: number, now: number): number | null {
  const { status = 0, message = '' } = failure;
  const headers = failure.response?.headers ?? {};
  if (isLimit(status, message, headers)) return limitDelay(headers, tried, now);
  // A reset or a time-out has no status, or 500 without a response.
  if (status < 500 && status !== 0 && status !== 408) return null;
  return askedDelay(headers) ?? 250 * 2 ** tried;
}

function isLimit(status: number, message: string, headers: Headers): boolean {
  if (status === 429) return true;
  return (
    status === 403 &&
    (/secondary rate limit|abuse detection/i.test(message) || headers['x-ratelimit-remaining'] === '0')
  );
}

function limitDelay(headers: Headers, tried: number, now: number): number {
  const reset = Number(headers['x-ratelimit-reset']) * 1000 - now;
  const untilReset = headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset) ? Math.max(0, reset) : null;
  return askedDelay(headers) ?? untilReset ?? 10_000 * tried;
}

function askedDelay(headers: Headers): number | null {
  const after = Number(headers['retry-after'] ?? Number.NaN);
  return Number.isFinite(after) && after >= 0 ? after * 1000 : null;
}

/** Repeats a request while that can help and the budget lasts; rejects with the last failure. */
export class Retrier {
  private readonly deadline: number;

  constructor(
    private readonly budget: ApiBudget,
    private readonly now: () => number,
    private readonly sleep: (milliseconds: number) => Promise<void>,
  ) {
    this.deadline = now() + budget.totalMs;
  }

  async run<T>(request: (signal: AbortSignal) => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await request(
          AbortSignal.timeout(Math.max(1, Math.min(this.budget.requestMs, this.deadline - this.now()))),
        );
      } catch (error) {
        const delay = retryDelay(error as ApiFailure, tried, this.now());
        if (delay === null || tried >= this.budget.attempts || this.now() + delay >= this.deadline) throw error;
        await this.sleep(delay);
      }
    }
  }
}
