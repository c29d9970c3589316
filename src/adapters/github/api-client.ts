import type { getOctokit } from '@actions/github';
import type { Sent } from '../../model/publication.js';
import type { Clock } from '../../ports.js';
import { mayNeedProxy, nodeFetch } from './node-fetch.js';
import { refusal, type Refusal } from './refusal.js';
import { Retrier, type ApiBudget } from './retry.js';

/** GitHub's REST client. */
export type Octokit = ReturnType<typeof getOctokit>;

/** The repository that every request is about. */
export interface RepositoryPath {
  readonly owner: string;
  readonly repo: string;
}

export interface ApiAccess {
  /** Without a slash at the end. */
  readonly apiUrl: string;
  readonly token: string;
  readonly budget: ApiBudget;
  readonly clock: Clock;
}

type Request<T> = (octokit: Octokit, signal: AbortSignal) => Promise<T>;

/** Page size and number of pages of any list that is read. */
const PAGE = 100;
const MOST_PAGES = 30;

/** Sends requests about one repository, with retries, within one budget. The client is loaded on first use. */
export class ApiClient {
  private readonly retrier: Retrier;
  private octokit: Promise<Octokit> | null = null;

  constructor(
    readonly at: RepositoryPath,
    private readonly access: ApiAccess,
  ) {
    this.retrier = new Retrier(access.budget, access.clock);
  }

  /**
   * The answer, or what was lost by `what`. A request that writes gives `already`: it looks whether a try that seemed
   * to fail went through, so that nothing is written twice.
   */
  async send<T>(
    what: string,
    request: Request<T>,
    already?: Request<T | null>,
  ): Promise<Extract<Sent<T>, { ok: true }> | Refusal> {
    try {
      const octokit = await (this.octokit ??= loadOctokit(this.access));
      const look = already && ((signal: AbortSignal) => already(octokit, signal));
      return { ok: true, value: await this.retrier.run((signal) => request(octokit, signal), look) };
    } catch (error) {
      return refusal(error, what);
    }
  }

  /** Items of a list, page after page, until `isEnough` of what came. */
  async list<T>(
    what: string,
    page: (
      octokit: Octokit,
      page: { page: number; per_page: number; request: { signal: AbortSignal } },
    ) => Promise<T[]>,
    isEnough: (items: readonly T[]) => boolean = () => false,
  ): Promise<Extract<Sent<readonly T[]>, { ok: true }> | Refusal> {
    const items: T[] = [];
    for (let number = 1; number <= MOST_PAGES; number += 1) {
      const listed = await this.send(what, (octokit, signal) =>
        page(octokit, { page: number, per_page: PAGE, request: { signal } }),
      );
      if (!listed.ok) return listed;
      // A page by a proxy is text.
      if (!Array.isArray(listed.value)) return refusal({ message: 'the response is not a list' }, what);
      items.push(...listed.value);
      if (listed.value.length < PAGE || isEnough(items)) break;
    }
    return { ok: true, value: items };
  }
}

async function loadOctokit({ apiUrl, token }: ApiAccess): Promise<Octokit> {
  const { getOctokit } = await import('@actions/github');
  const transport = mayNeedProxy(process.env) ? {} : { request: { fetch: nodeFetch } };
  return getOctokit(token, { baseUrl: apiUrl, ...transport });
}
