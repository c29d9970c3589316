import type { Clock } from '../../ports.js';

/** Limits of talking to the API: a request, and all requests of one client together. */
export interface ApiBudget {
  readonly requestMs: number;
  readonly totalMs: number;
  readonly attempts: number;
  /** Pause after the first failure of the server; doubles with each. */
  readonly backoffMs: number;
  /** Pause after a limit that does not say how long; grows with each. */
  readonly limitMs: number;
}

export const API_BUDGET: ApiBudget = {
  requestMs: 15_000,
  totalMs: 60_000,
  attempts: 5,
  backoffMs: 500,
  limitMs: 10_000,
};

/** What the client throws; without a response it is a broken connection or a time-out. */
export interface ApiFailure {
  readonly status?: number;
  readonly message?: string;
  readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> };
  readonly request?: { readonly url?: string };
}

type Headers = NonNullable<NonNullable<ApiFailure['response']>['headers']>;

/** Milliseconds to wait before the next try; null when another try is useless (permission, not found, invalid). */
function retryDelay(failure: ApiFailure, tried: number, now: number, budget: ApiBudget): number | null {
  const { status = 0, message = '' } = failure;
  const headers = failure.response?.headers ?? {};
  if (isLimit(status, message, headers)) return limitDelay(headers, tried, now, budget);
  // Without a response the client gives 500, or no status at all.
  if (status < 500 && status !== 0 && status !== 408) return null;
  return askedDelay(headers, now) ?? budget.backoffMs * 2 ** (tried - 1);
}

function isLimit(status: number, message: string, headers: Headers): boolean {
  if (status === 429) return true;
  const isReported = headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined;
  return status === 403 && (isReported || /secondary rate limit|abuse detection/i.test(message));
}

function limitDelay(headers: Headers, tried: number, now: number, budget: ApiBudget): number {
  const reset = Number(headers['x-ratelimit-reset']) * 1000 - now;
  const untilReset = headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset) ? Math.max(0, reset) : null;
  return askedDelay(headers, now) ?? untilReset ?? budget.limitMs * tried;
}

/** `retry-after` in seconds or as a date. */
function askedDelay(headers: Headers, now: number): number | null {
  const asked = headers['retry-after'];
  if (asked === undefined) return null;
  const seconds = Number(asked);
  const delay = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(String(asked)) - now;
  return Number.isFinite(delay) ? Math.max(0, delay) : null;
}

/** True when the server may have done what it was asked although we got no answer. */
function isAmbiguous({ status = 0 }: ApiFailure): boolean {
  return status === 0 || status >= 500 || status === 408;
}

/** Repeats a request while that can help and the budget lasts; rejects with the last failure. */
export class Retrier {
  private readonly deadline: number;

  constructor(
    private readonly budget: ApiBudget,
    private readonly clock: Clock,
  ) {
    this.deadline = clock.now() + budget.totalMs;
  }

  /** `already` looks whether an earlier try went through unnoticed, so that nothing is written twice. */
  async run<T>(
    request: (signal: AbortSignal) => Promise<T>,
    already?: (signal: AbortSignal) => Promise<T | null>,
  ): Promise<T> {
    let last: ApiFailure = { message: `the time limit of ${this.budget.totalMs / 1000} s for requests is used up` };
    for (let tried = 1; this.clock.now() < this.deadline; tried += 1) {
      try {
        const found = tried > 1 && isAmbiguous(last) && already !== undefined ? await this.limited(already) : null;
        return found ?? (await this.limited(request));
      } catch (error) {
        last = error as ApiFailure;
        const delay = retryDelay(last, tried, this.clock.now(), this.budget);
        if (delay === null || tried >= this.budget.attempts || this.clock.now() + delay >= this.deadline) break;
        await this.clock.sleep(delay);
      }
    }
    throw last as Error;
  }

  /** One request, aborted after its limit or at the end of the budget. */
  private async limited<T>(request: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const [timeout, answered] = [new AbortController(), new AbortController()];
    const limitMs = Math.max(1, Math.min(this.budget.requestMs, this.deadline - this.clock.now()));
    void this.clock.sleep(limitMs, answered.signal).then(() => {
      timeout.abort(new Error(`no response within ${limitMs / 1000} s`));
    });
    try {
      return await request(timeout.signal);
    } finally {
      answered.abort();
    }
  }
}
