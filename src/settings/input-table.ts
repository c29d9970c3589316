/** One input as action.yml and docs/inputs.md show it. */
export interface InputDescription {
  /** Kebab-case. */
  readonly name: string;
  /** As a reader of docs/inputs.md wants it; empty when there is none. */
  readonly shownDefault: string;
  /** Whole sentences. */
  readonly meaning: string;
  /** `default` of action.yml: only what the program cannot know by itself. */
  readonly actionDefault?: string;
}

const row = (name: string, shownDefault: string, meaning: string, actionDefault?: string): InputDescription =>
  actionDefault === undefined ? { name, shownDefault, meaning } : { name, shownDefault, meaning, actionDefault };

/** Every input, in the order of docs/inputs.md. A test holds it equal to what the settings code accepts. */
export const INPUT_TABLE: readonly InputDescription[] = [
  row(
    'suites',
    'settings file, else detected',
    'Suites as YAML, one a line: `name: <runner> <path> [args]`, or `name: { settings }`.',
  ),
  row(
    'config',
    '`.qaagent.yaml`',
    'Settings file. By default the nearest `.qaagent.yaml`, `.qaagent.yml`, `qaagent.yaml` or `qaagent.yml` from `working-directory` up to the workspace; two in one folder, or a named file that is missing, are an error.',
  ),
  row(
    'mode',
    '`run`',
    '`run` runs the suites; `plan` prints what would run and runs nothing; `merge` joins the evidence of shards and matrix jobs to one run and publishes it; `publish` publishes the evidence of another run, for instance that of a fork.',
  ),
  row('working-directory', '`.`', 'Folder in which suites run and at which paths start.'),
  row('base-url', '', 'Address of the application under test, passed to every suite as `BASE_URL`.'),
  row('app-env', 'first of `app`', 'Environment of the `app` block in the settings file.'),
  row(
    'start-command',
    '',
    'Shell line that starts the application under test. It may end with 0 and leave a service (`docker compose up -d`). Its processes are ended after the suites, and its log is evidence.',
  ),
  row(
    'health-url',
    '',
    'Address that answers with a status below 500 when the application is ready; several with blanks or line breaks between them.',
  ),
  row('start-timeout', '`60s`', 'Time limit for the application to become ready.'),
  row('timeout', '`300s`', 'Time limit of one attempt of one suite: `90`, `90s`, `5m`, `1h`.'),
  row('idle-timeout', 'off', 'Ends an attempt that shows no output and no test event for this long.'),
  row(
    'run-timeout',
    'off',
    'Time limit of all suites together. What runs then is ended and reported, so that the report comes before `timeout-minutes` of the job.',
  ),
  row('grace', '`10s`', 'Time between the first signal to a process and the next.'),
  row(
    'retries',
    '`0`',
    'Rounds that rerun only what has not passed. None begins when those before took longer than `timeout`.',
  ),
  row(
    'retry-max-failures',
    '`max(20, 10%)`',
    'With more failures than this nothing is rerun: the build is broken, not flaky.',
  ),
  row('suite-order', '`unit, behave, e2e`', 'Suites that run first, in this order; the others follow as written.'),
  row('parallel', '`false`', 'Runs suites side by side.'),
  row('max-workers', 'enabled suites', 'How many suites run at a time, counted by `weight`.'),
  row('fail-fast', '`false`', 'The first failed suite cancels the rest.'),
  row(
    'shard',
    '',
    'The part of every suite that this job runs: `2/4` is the second of four. A job with `mode: merge` joins them.',
  ),
  row(
    'timings',
    'of earlier merges',
    'File with recorded durations (`evidence/timings.json` of a merge), by which shards are balanced.',
  ),
  row('flaky-result', '`pass`', 'What a flaky test means: `pass` or `fail`.'),
  row(
    'order-dependent-result',
    '`fail`',
    'What a test means that fails when all tests run and passes only in a smaller set: `fail` or `pass`.',
  ),
  row('no-tests', '`fail`', 'What a suite means in which no test ran: `fail`, `warn` or `pass`.'),
  row(
    'fail-on',
    '`all`',
    'With `new`, only failures that the base branch does not have make the run red; without a history of it and `verify-base` all do.',
  ),
  row(
    'verify-base',
    '`false`',
    'Reruns failing tests of a pull request, at most 50, on the commit that it is merged into, and says which fail there, too.',
  ),
  row(
    'coverage-threshold',
    'off',
    'Least percentage of lines that the coverage reports among the `artifacts` must show. Less is red, and so is no report.',
  ),
  row(
    'changed-coverage-threshold',
    'off',
    'Least percentage of the executable lines that the pull request changes. Without a pull request nothing is asked.',
  ),
  row(
    'quarantine',
    '`.qaagent/quarantine.yml`',
    'File of known-bad tests with reason, owner and expiry date. A named file that is missing, or an incomplete entry, is an error.',
  ),
  row(
    'openapi',
    'detected',
    'OpenAPI file or URL: gives tests their routes, measures route coverage, is the source of generated tests.',
  ),
  row(
    'generate',
    '`false`',
    'Writes a smoke test for every operation that no test touches, runs it in a suite `generated`, and keeps it as evidence.',
  ),
  row(
    'diagnose',
    '`auto`',
    'How causes are found: `auto` (rules, and a model about unclear causes when `anthropic-api-key` is set), `model` (the same, also with the key in the environment), `rules` or `off`.',
  ),
  row(
    'anthropic-api-key',
    '',
    'Key for the model. It is masked at once. A key in `ANTHROPIC_API_KEY` is used with `diagnose: model` only.',
  ),
  row('llm-model', 'a small model', 'Name of the model.'),
  row('llm-base-url', "the API's", 'Address of a server that speaks the Messages API.'),
  row('llm-budget', '`0.25`', 'US dollars that a run may spend on the model; 0 never calls it.'),
  row('github-token', '`${{ github.token }}`', 'Token that publishes check and comment.', '${{ github.token }}'),
  row(
    'commit',
    'what is checked out',
    'The tested commit (40 digits), for jobs that test something else than they check out. Check and links belong to it.',
  ),
  row('pull-request', 'of the event', 'Number of the pull request to comment on, where the event names none.'),
  row(
    'expected-jobs',
    'those that GitHub lists',
    'With `mode: merge`: number of jobs that must have left evidence, each shard and each combination of a matrix counted. Fewer are red.',
  ),
  row('check', '`true`', 'Publishes a check run; `false` does not.'),
  row(
    'step-result',
    '`verdict`',
    '`verdict`: the step is as red as the run. `always-success`: a red run has a red check and a green step; the step is red only where there is no check.',
  ),
  row('check-name', '`QA`', 'Name of the check; workflow, job and matrix are appended.'),
  row('annotations', '`50`', 'Most annotations to show; 0 shows none. Counts and verdict do not depend on it.'),
  row(
    'comment',
    '`changes`',
    'When to keep one comment on the pull request: `changes`, `failures`, `always` or `off`.',
  ),
  row('artifact-name', '`qa-evidence`', 'Name of the uploaded evidence; job, matrix and attempt are appended.'),
  row('upload', '`always`', 'When to upload the evidence: `always`, `failures` or `never`.'),
  row('retention-days', "the repository's", 'Days for which the uploaded evidence is kept.'),
  row(
    'evidence-dir',
    "`$QAAGENT_RUNS_DIR`, else the runner's temp folder, else `.qaagent/runs`",
    'Parent of the run directories. With `mode: publish` or `merge` a folder with evidence, instead of the artifacts of the run.',
  ),
  row('matrix', 'set by itself', 'Distinguishes the jobs of a matrix. Leave it alone.', '${{ toJSON(matrix) }}'),
  row(
    'check-run-id',
    'set by itself',
    'Distinguishes the calls of a reusable workflow. Leave it alone.',
    '${{ job.check_run_id }}',
  ),
];

/** One output as action.yml and docs/inputs.md show it. */
export interface OutputDescription {
  readonly name: string;
  readonly meaning: string;
}

const output = (name: string, meaning: string): OutputDescription => ({ name, meaning });

/** Every output, in the order of docs/inputs.md. */
export const OUTPUT_TABLE: readonly OutputDescription[] = [
  output('conclusion', 'Verdict of the run: `success`, `failure`, `cancelled` or `neutral`.'),
  output('total', 'Number of test cases.'),
  output('passed', 'Number of passed tests, flaky ones included.'),
  output('failed', 'Number of failed tests.'),
  output('errors', 'Number of errors, timeouts, crashes and tests that never ran.'),
  output('skipped', 'Number of skipped tests and expected failures.'),
  output('flaky', 'Number of tests that failed and then passed on the same commit.'),
  output('quarantined', 'Number of tests that failed and are quarantined.'),
  output('duration', 'Duration of the run in seconds.'),
  output('run-id', 'Name of the run directory.'),
  output('evidence-dir', 'Path of the run directory.'),
  output('manifest', 'Path of manifest.json.'),
  output('report-md', 'Path of report.md.'),
  output('report-html', 'Path of report.html.'),
  output('junit', 'Path of the merged junit.xml.'),
  output('artifact-id', 'Id of the uploaded evidence; empty when nothing was uploaded.'),
  output('artifact-url', 'Address of the uploaded evidence; empty when nothing was uploaded.'),
  output('artifact-digest', 'SHA-256 of the uploaded archive.'),
  output('check-url', 'Address of the check; empty when there is none.'),
  output('failed-tests', 'JSON array with the ids of failed tests, at most 200.'),
  output('diagnosis', 'JSON array of causes, at most 50.'),
  output('route-coverage', 'Percentage of the API operations that a test touched; empty without an OpenAPI file.'),
  output('new-failures', 'Number of failures that the base branch does not have; empty when there is no baseline.'),
];
