import { list, notFound, refused, value } from './github-call.js';
import type { Call, Fields, Outcome } from './github-call.js';
import type { StoredArtifact, StoredPull, StoredRun } from './github-state.js';
import { storeCheck, storeComment, wireCheck, wireComment } from './github-writes.js';

/** The first item of the description's example list, to be filled in. */
function itemOf(example: unknown, under?: string): Fields {
  const items = under === undefined ? example : (example as Fields)[under];
  return (Array.isArray(items) ? items[0] : items) as Fields;
}

function wireArtifact(artifact: StoredArtifact, { state, origin }: Call, example: Fields): Fields {
  return {
    ...example,
    id: artifact.id,
    name: artifact.name,
    size_in_bytes: artifact.zip.byteLength,
    expired: artifact.expired,
    archive_download_url: `${origin}/repos/${state.repository}/actions/artifacts/${artifact.id}/zip`,
    workflow_run: {
      ...(example['workflow_run'] as Fields),
      id: artifact.runId,
      head_branch: artifact.headBranch,
      head_sha: artifact.headSha,
      ...(artifact.fork === true ? { head_repository_id: 99 } : {}),
    },
    ...(artifact.createdAt === undefined ? {} : { created_at: artifact.createdAt }),
  };
}

const artifactsOf = (call: Call, runId: string | undefined): Outcome => {
  const name = call.request.query.get('name');
  const found = call.state.artifacts
    .filter((artifact) => name === null || artifact.name === name)
    .filter((artifact) => runId === undefined || String(artifact.runId) === runId);
  const example = itemOf(call.example, 'artifacts');
  return list(
    [...found].reverse().map((artifact) => wireArtifact(artifact, call, example)),
    'artifacts',
  );
};

const wireRun = (run: StoredRun, example: Fields): Fields => ({
  ...example,
  id: run.id,
  head_sha: run.headSha,
  head_branch: run.headBranch,
  event: run.event,
  status: run.conclusion === null ? 'in_progress' : 'completed',
  conclusion: run.conclusion,
  run_attempt: run.attempt,
});

/** `owner:branch`, as lists of pull requests are filtered. */
const headOf = ({ headOwner, headRef }: StoredPull, repository: string): string =>
  `${headOwner ?? repository.split('/')[0] ?? ''}:${headRef}`;

const wirePull = (pull: StoredPull, example: Fields): Fields => ({
  ...example,
  requested_teams: [],
  number: pull.number,
  head: { ...(example['head'] as Fields), sha: pull.headSha, ref: pull.headRef },
  base: { ...(example['base'] as Fields), ref: pull.baseRef },
});

/** GitHub's own examples lack fields that its description requires. */
const NO_SOURCE = { language: 'Python', source: undefined, parent: undefined };
const JOB_TIMES = { created_at: '2026-01-01T00:00:00Z' };

const REPO = '/repos/{owner}/{repo}';
const number = (text: string | undefined): number => Number(text ?? Number.NaN);

function listChecks(call: Call): Outcome {
  const name = call.request.query.get('check_name');
  const example = itemOf(call.example, 'check_runs');
  const found = [...call.state.checks.values()]
    .filter((check) => check.headSha === call.params['ref'])
    .filter((check) => name === null || check.name === name);
  return list(
    found.map((check) => wireCheck(check, call, example)),
    'check_runs',
  );
}

function download(call: Call): Outcome {
  const artifact = call.state.artifacts.find(({ id }) => id === number(call.params['artifact_id']));
  if (artifact === undefined) return notFound;
  if (artifact.expired) return refused(410, 'Artifact has expired');
  return { kind: 'redirect', location: `${call.origin}/_storage/${artifact.id}.zip?sig=stand-in` };
}

/** Every operation that the stand-in knows, by method and path of the description. */
export const OPERATIONS: Readonly<Record<string, (call: Call) => Outcome>> = {
  [`POST ${REPO}/check-runs`]: (call) => storeCheck(call, undefined),
  [`PATCH ${REPO}/check-runs/{check_run_id}`]: (call) => {
    const before = call.state.checks.get(number(call.params['check_run_id']));
    return before === undefined ? notFound : storeCheck(call, before);
  },
  [`GET ${REPO}/check-runs/{check_run_id}`]: (call) => {
    const check = call.state.checks.get(number(call.params['check_run_id']));
    return check === undefined ? notFound : value(wireCheck(check, call, call.example as Fields));
  },
  [`GET ${REPO}/check-runs/{check_run_id}/annotations`]: (call) => {
    const check = call.state.checks.get(number(call.params['check_run_id']));
    const example = itemOf(call.example);
    return check === undefined ? notFound : list(check.annotations.map((one) => ({ ...example, ...one })));
  },
  [`GET ${REPO}/commits/{ref}/check-runs`]: listChecks,
  [`GET ${REPO}/issues/{issue_number}/comments`]: (call) => {
    const example = itemOf(call.example);
    const found = [...call.state.comments.values()].filter(
      ({ issue }) => issue === number(call.params['issue_number']),
    );
    return list(found.map((comment) => wireComment(comment, call, example)));
  },
  [`POST ${REPO}/issues/{issue_number}/comments`]: (call) =>
    storeComment(call, number(call.params['issue_number']), undefined),
  [`PATCH ${REPO}/issues/comments/{comment_id}`]: (call) => {
    const before = call.state.comments.get(number(call.params['comment_id']));
    return before === undefined ? notFound : storeComment(call, before.issue, before);
  },
  [`DELETE ${REPO}/issues/comments/{comment_id}`]: (call) =>
    call.state.comments.delete(number(call.params['comment_id'])) ? { kind: 'empty' } : notFound,
  [`GET ${REPO}/pulls`]: (call) => {
    const head = call.request.query.get('head');
    const found = call.state.pulls.filter((pull) => head === null || head === headOf(pull, call.state.repository));
    return list(found.map((pull) => wirePull(pull, itemOf(call.example))));
  },
  [`GET ${REPO}/pulls/{pull_number}/files`]: (call) => {
    const example = itemOf(call.example);
    return list(call.state.pullFiles.map((file) => ({ ...example, ...file })));
  },
  [`GET ${REPO}/commits/{commit_sha}/pulls`]: (call) => {
    const found = call.state.pulls.filter(({ headSha }) => headSha === call.params['commit_sha']);
    return list(found.map((pull) => wirePull(pull, itemOf(call.example))));
  },
  [`GET ${REPO}/compare/{basehead}`]: (call) => {
    const [file] = (call.example as { readonly files: readonly Fields[] }).files;
    return value({ ...(call.example as Fields), files: call.state.pullFiles.map((one) => ({ ...file, ...one })) });
  },
  [`GET ${REPO}/actions/artifacts`]: (call) => artifactsOf(call, undefined),
  [`GET ${REPO}/actions/artifacts/{artifact_id}`]: (call) => {
    const artifact = call.state.artifacts.find(({ id }) => id === number(call.params['artifact_id']));
    return artifact === undefined ? notFound : value(wireArtifact(artifact, call, call.example as Fields));
  },
  [`GET ${REPO}/actions/artifacts/{artifact_id}/{archive_format}`]: download,
  [`GET ${REPO}/actions/runs/{run_id}`]: (call) => {
    const run = call.state.runs.find(({ id }) => id === number(call.params['run_id']));
    return run === undefined ? notFound : value(wireRun(run, call.example as Fields));
  },
  [`GET ${REPO}/actions/runs/{run_id}/artifacts`]: (call) => artifactsOf(call, call.params['run_id']),
  [`GET ${REPO}/actions/runs/{run_id}/attempts/{attempt_number}/jobs`]: (call) => {
    const example = itemOf(call.example, 'jobs');
    const found = call.state.jobs.filter(
      ({ runId, attempt }) =>
        runId === number(call.params['run_id']) && attempt === number(call.params['attempt_number']),
    );
    const wire = found.map(({ id, name, runId, conclusion }) => ({
      ...example,
      ...JOB_TIMES,
      id,
      name,
      run_id: runId,
      conclusion,
    }));
    return list(wire, 'jobs');
  },
  [`GET ${REPO}/actions/workflows/{workflow_id}/runs`]: (call) => {
    const example = itemOf(call.example, 'workflow_runs');
    const { query } = call.request;
    const found = call.state.runs
      .filter(({ headBranch }) => query.get('branch') === null || headBranch === query.get('branch'))
      .filter(({ event }) => query.get('event') === null || event === query.get('event'));
    return list(
      found.map((run) => wireRun(run, example)),
      'workflow_runs',
    );
  },
  [`GET ${REPO}`]: ({ example, state }) =>
    value({ ...(example as Fields), full_name: state.repository, default_branch: state.defaultBranch, ...NO_SOURCE }),
  'GET /user': ({ example, state }) =>
    state.user === null
      ? refused(403, 'Resource not accessible by integration')
      : value({ ...(example as Fields), login: state.user }),
  'GET /rate_limit': ({ example }) => value(example),
};
