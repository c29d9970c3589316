import type { getOctokit } from '@actions/github';
import type { GitHubContext } from '../../model/context.js';
import type { Annotation, CheckRun, GitHub, IssueComment, Sent } from '../../ports.js';
import { refusal } from './refusal.js';
import { API_BUDGET, Retrier } from './retry.js';

/** Annotations that one request may carry. */
const PER_REQUEST = 50;
const PAGE = 100;
const MOST_PAGES = 30;

type Octokit = ReturnType<typeof getOctokit>;

/** GitHub's REST API for one repository. The client is loaded on first use. */
export function createGitHub(context: GitHubContext, token: string): GitHub {
  return new GitHubApi({ owner: context.owner, repo: context.repository }, token);
}

class GitHubApi implements GitHub {
  private readonly retrier = new Retrier(
    API_BUDGET,
    Date.now,
    (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  );
  private client: Promise<Octokit> | null = null;

  constructor(
    private readonly at: { readonly owner: string; readonly repo: string },
    private readonly token: string,
  ) {}

  async publishCheck(check: CheckRun): Promise<Sent<{ url: string; id: number; annotations: number }>> {
    const { output } = check;
    const [first = [], ...rest] = inPieces(output.annotations.map(toApi));
    const created = await this.send('the check could not be created', (octokit, signal) =>
      octokit.rest.checks.create({
        ...this.at,
        name: check.name,
        head_sha: check.headSha,
        external_id: check.externalId,
        details_url: check.detailsUrl,
        status: 'completed',
        conclusion: check.conclusion,
        output: { title: output.title, summary: output.summary, text: output.text, annotations: first },
        request: { signal },
      }),
    );
    if (!created.ok) return created;
    const { id, html_url } = created.value.data;
    const sent = first.length + (await this.addAnnotations(id, output, rest));
    return { ok: true, value: { id, url: html_url ?? '', annotations: sent } };
  }

  /** Annotations that arrived; those of a refused request are lost, the others are not. */
  private async addAnnotations(
    id: number,
    output: CheckRun['output'],
    pieces: readonly ApiAnnotation[][],
  ): Promise<number> {
    let sent = 0;
    for (const annotations of pieces) {
      const { title, summary } = output;
      const updated = await this.send('annotations were refused', (octokit, signal) =>
        octokit.rest.checks.update({
          ...this.at,
          check_run_id: id,
          output: { title, summary, annotations },
          request: { signal },
        }),
      );
      if (updated.ok) sent += annotations.length;
    }
    return sent;
  }

  async findComment(pullRequest: number, marker: string): Promise<Sent<IssueComment | null>> {
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const listed = await this.send('the comments could not be read', (octokit, signal) =>
        octokit.rest.issues.listComments({
          ...this.at,
          issue_number: pullRequest,
          per_page: PAGE,
          page,
          request: { signal },
        }),
      );
      if (!listed.ok) return listed;
      // Only a bot's comment is ours: anybody can write the marker.
      const found = listed.value.data.find(
        (comment) => comment.body?.includes(marker) === true && comment.user?.type === 'Bot',
      );
      if (found !== undefined)
        return { ok: true, value: { id: found.id, body: found.body ?? '', url: found.html_url } };
      if (listed.value.data.length < PAGE) break;
    }
    return { ok: true, value: null };
  }

  async createComment(pullRequest: number, body: string): Promise<Sent<IssueComment>> {
    const created = await this.send('the comment could not be written', (octokit, signal) =>
      octokit.rest.issues.createComment({ ...this.at, issue_number: pullRequest, body, request: { signal } }),
    );
    return created.ok
      ? { ok: true, value: { id: created.value.data.id, body, url: created.value.data.html_url } }
      : created;
  }

  async updateComment(id: number, body: string): Promise<Sent<IssueComment>> {
    const updated = await this.send('the comment could not be updated', (octokit, signal) =>
      octokit.rest.issues.updateComment({ ...this.at, comment_id: id, body, request: { signal } }),
    );
    return updated.ok ? { ok: true, value: { id, body, url: updated.value.data.html_url } } : updated;
  }

  async changedFiles(pullRequest: number): Promise<Sent<readonly { path: string; patch: string }[]>> {
    const files: { path: string; patch: string }[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const listed = await this.send('the changed files could not be read', (octokit, signal) =>
        octokit.rest.pulls.listFiles({
          ...this.at,
          pull_number: pullRequest,
          per_page: PAGE,
          page,
          request: { signal },
        }),
      );
      if (!listed.ok) return listed;
      files.push(...listed.value.data.map(({ filename, patch }) => ({ path: filename, patch: patch ?? '' })));
      if (listed.value.data.length < PAGE) break;
    }
    return { ok: true, value: files };
  }

  private async send<T>(
    what: string,
    request: (octokit: Octokit, signal: AbortSignal) => Promise<T>,
  ): Promise<Sent<T>> {
    try {
      this.client ??= import('@actions/github').then((github) => github.getOctokit(this.token));
      const octokit = await this.client;
      return { ok: true, value: await this.retrier.run((signal) => request(octokit, signal)) };
    } catch (error) {
      return refusal(error, what);
    }
  }
}

interface ApiAnnotation {
  path: string;
  start_line: number;
  end_line: number;
  annotation_level: Annotation['level'];
  title: string;
  message: string;
  raw_details: string;
}

function toApi({ path, startLine, endLine, level, title, message, rawDetails }: Annotation): ApiAnnotation {
  return {
    path,
    start_line: startLine,
    end_line: endLine,
    annotation_level: level,
    title,
    message,
    raw_details: rawDetails,
  };
}

function inPieces(annotations: readonly ApiAnnotation[]): ApiAnnotation[][] {
  const pieces: ApiAnnotation[][] = [];
  for (let at = 0; at < annotations.length; at += PER_REQUEST) pieces.push(annotations.slice(at, at + PER_REQUEST));
  return pieces;
}
