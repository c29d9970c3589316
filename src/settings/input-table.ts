/** One input as action.yml and docs/inputs.md show it. */
export interface InputDescription {
  /** Kebab-case. */
  readonly name: string;
  /** The default as docs/inputs.md shows it; empty if there is none. */
  readonly shownDefault: string;
  /** Description in complete sentences. */
  readonly meaning: string;
  /** `default` in action.yml: set only for expressions that GitHub has to evaluate. */
  readonly actionDefault?: string;
}

const row = (name: string, shownDefault: string, meaning: string, actionDefault?: string): InputDescription =>
  actionDefault === undefined ? { name, shownDefault, meaning } : { name, shownDefault, meaning, actionDefault };

/** Every input, in the order of docs/inputs.md. A test checks that it matches the inputs that the settings code accepts. */
export const INPUT_TABLE: readonly InputDescription[] = [
  row(
    'suites',
    '`.qaagent.yaml`, else detected',
    'The suites to run, as YAML with one suite per line: `name: <runner> <path> [args]` or `name: { settings }`.',
  ),
  row(
    'config',
    '`.qaagent.yaml`',
    'Path of the settings file. By default, the action uses the nearest `.qaagent.yaml`, `.qaagent.yml`, `qaagent.yaml` or `qaagent.yml`, searching from `working-directory` up to the workspace. It is an error if one directory contains two of these files, or if a file that you name does not exist.',
  ),
  row(
    'mode',
    '`run`',
    '`run` runs the suites. `plan` prints what would run, without running it. `merge` combines the evidence of shards and matrix jobs into one run and publishes it. `publish` publishes the evidence of another run, for example of a run on a fork.',
  ),
  row('working-directory', '`.`', 'The directory in which suites run. Relative paths start there.'),
  row('base-url', '', 'The URL of the application under test. Every suite receives it as `BASE_URL`.'),
  row('app-env', 'the first one in `app`', 'The environment to use from the `app` block of the settings file.'),
  row(
    'start-command',
    '',
    'A shell command that starts the application under test. It may exit with status 0 and leave a service running (`docker compose up -d`). Its processes are ended after the suites, and its log is kept as evidence.',
  ),
  row(
    'health-url',
    '',
    'The URL that answers with a status below 500 when the application is ready. Separate several URLs with spaces or line breaks.',
  ),
  row('start-timeout', '`60s`', 'How long to wait for the application to become ready.'),
  row('timeout', '`300s`', 'The time limit for one attempt of one suite, for example `90`, `90s`, `5m` or `1h`.'),
  row('idle-timeout', 'off', 'Ends an attempt that produces no output and no test event for this long.'),
  row(
    'run-timeout',
    'off',
    'The time limit for all suites together. The suites that are still running are then ended and reported. Set it lower than `timeout-minutes` of the job, so that the report is published before GitHub ends the job.',
  ),
  row('grace', '`10s`', 'How long to wait after one signal to a process before sending the next, stronger one.'),
  row(
    'retries',
    '`0`',
    'The maximum number of rounds in which the tests that have not passed are rerun. No round starts after the reruns of a suite have taken longer than `timeout` in total.',
  ),
  row(
    'retry-max-failures',
    '`max(20, 10%)`',
    'Nothing is rerun if more tests than this have failed, because the build is then broken rather than flaky. The default is 20 tests or 10 % of the suite, whichever is more.',
  ),
  row(
    'suite-order',
    '`unit, behave, e2e`',
    'The suites to run first, in this order. The others follow in the order in which they are defined.',
  ),
  row('parallel', '`false`', 'Runs suites in parallel.'),
  row(
    'max-workers',
    'the number of enabled suites',
    'The number of suites that may run at the same time. A suite counts as its `weight`.',
  ),
  row('fail-fast', '`false`', 'Cancels the remaining suites when one suite fails.'),
  row(
    'shard',
    '',
    'The part of every suite that this job runs: `2/4` is the second of four parts. A job with `mode: merge` combines the parts.',
  ),
  row(
    'timings',
    'recorded by earlier merges',
    'A file with recorded test durations (`evidence/timings.json` of a merge). It is used to balance the shards.',
  ),
  row('flaky-result', '`pass`', 'The result of a flaky test: `pass` or `fail`.'),
  row(
    'order-dependent-result',
    '`fail`',
    'The result of a test that fails when all tests run and passes only in a smaller set: `fail` or `pass`.',
  ),
  row('no-tests', '`fail`', 'The result of a suite in which no test ran: `fail`, `warn` or `pass`.'),
  row(
    'fail-on',
    '`all`',
    '`all` fails the run for every failure. `new` fails it only for failures that the base branch does not have. If there is no history of the base branch and `verify-base` is off, `new` behaves like `all`.',
  ),
  row(
    'verify-base',
    '`false`',
    'Reruns the failing tests of a pull request, at most 50, on the commit that the pull request is merged into, and reports which of them fail there too.',
  ),
  row(
    'coverage-threshold',
    'off',
    'The minimum line coverage, in percent, of the coverage reports among the `artifacts`. The run fails if the coverage is lower or if there is no coverage report.',
  ),
  row(
    'changed-coverage-threshold',
    'off',
    'The minimum coverage, in percent, of the executable lines that the pull request changes. It is not checked outside pull requests.',
  ),
  row(
    'quarantine',
    '`.qaagent/quarantine.yml`',
    'A file that lists tests that are known to fail, each with a reason, an owner and an expiry date. It is an error if a file that you name does not exist, or if an entry is incomplete.',
  ),
  row(
    'openapi',
    'detected',
    'The path or URL of an OpenAPI file. It is used to assign routes to tests, to measure route coverage and to generate tests.',
  ),
  row(
    'generate',
    '`false`',
    'Generates a smoke test for every API operation that no test calls, runs these tests in a suite named `generated`, and keeps them as evidence.',
  ),
  row(
    'diagnose',
    '`auto`',
    'How causes are determined. `rules` uses rules only. `auto` also asks a model about unclear causes if `anthropic-api-key` is set. `model` does the same and also accepts a key from the environment. `off` determines no causes.',
  ),
  row(
    'anthropic-api-key',
    '',
    'The API key for the model. It is masked in the log. A key in the environment variable `ANTHROPIC_API_KEY` is used only with `diagnose: model`.',
  ),
  row('llm-model', 'a small model', 'The name of the model.'),
  row('llm-base-url', "Anthropic's API", 'The URL of a server that implements the Anthropic Messages API.'),
  row('llm-budget', '`0.25`', 'The maximum cost of model calls per run, in US dollars. `0` disables them.'),
  row(
    'github-token',
    '`${{ github.token }}`',
    'The token that is used to publish the check run and the comment.',
    '${{ github.token }}',
  ),
  row(
    'commit',
    'the commit that is checked out',
    'The full SHA of the tested commit (40 hexadecimal digits). Set it if the job tests something other than what it checks out. The check run and the links refer to this commit.',
  ),
  row(
    'pull-request',
    'from the event',
    'The number of the pull request to comment on. Set it if the event does not refer to a pull request.',
  ),
  row(
    'expected-jobs',
    'listed by GitHub',
    'The number of jobs whose evidence `mode: merge` must find. Each shard and each combination of a matrix counts as one job. The run fails if there are fewer.',
  ),
  row('check', '`true`', 'Whether to publish a check run.'),
  row(
    'step-result',
    '`verdict`',
    '`verdict` fails the step if the run fails. `always-success` lets the step succeed and only the check run fail; the step still fails if no check run could be published.',
  ),
  row(
    'check-name',
    '`QA`',
    'The name of the check run. The workflow, the job and the matrix values are appended to it.',
  ),
  row(
    'annotations',
    '`50`',
    'The maximum number of annotations. `0` shows none. The counts and the verdict do not depend on it.',
  ),
  row(
    'comment',
    '`changes`',
    'When to create or update the comment on the pull request: `changes`, `failures`, `always` or `off`.',
  ),
  row(
    'artifact-name',
    '`qa-evidence`',
    'The name of the artifact that contains the evidence. The job, the matrix values and the attempt are appended to it.',
  ),
  row('upload', '`always`', 'When to upload the evidence: `always`, `failures` or `never`.'),
  row('retention-days', "the repository's setting", 'The number of days for which the artifact is kept.'),
  row(
    'evidence-dir',
    "`$QAAGENT_RUNS_DIR`, else the runner's temporary directory, else `.qaagent/runs`",
    'The directory in which the run directories are created. With `mode: publish` or `merge`, a directory from which evidence is read instead of the artifacts of the run.',
  ),
  row('matrix', 'set automatically', 'Identifies the job within a matrix. Do not set it.', '${{ toJSON(matrix) }}'),
  row(
    'check-run-id',
    'set automatically',
    'Identifies the call of a reusable workflow. Do not set it.',
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
  output('conclusion', 'The verdict of the run: `success`, `failure`, `cancelled` or `neutral`.'),
  output('total', 'The number of tests.'),
  output('passed', 'The number of tests that passed, including flaky tests.'),
  output('failed', 'The number of tests that failed.'),
  output('errors', 'The number of tests that ended with an error, a timeout or a crash, or that never ran.'),
  output('skipped', 'The number of skipped tests and expected failures.'),
  output('flaky', 'The number of tests that failed and then passed on the same commit.'),
  output('quarantined', 'The number of tests that failed and are quarantined.'),
  output('duration', 'The duration of the run in seconds.'),
  output('run-id', 'The name of the run directory.'),
  output('evidence-dir', 'The path of the run directory.'),
  output('manifest', 'The path of manifest.json.'),
  output('report-md', 'The path of report.md.'),
  output('report-html', 'The path of report.html.'),
  output('junit', 'The path of the merged junit.xml.'),
  output('artifact-id', 'The ID of the uploaded artifact. Empty if nothing was uploaded.'),
  output('artifact-url', 'The URL of the uploaded artifact. Empty if nothing was uploaded.'),
  output('artifact-digest', 'The SHA-256 digest of the uploaded artifact.'),
  output('check-url', 'The URL of the check run. Empty if there is none.'),
  output('failed-tests', 'A JSON array with the IDs of the failed tests, at most 200.'),
  output('diagnosis', 'A JSON array with the causes of the failures, at most 50.'),
  output(
    'route-coverage',
    'The percentage of API operations that at least one test calls. Empty without an OpenAPI file.',
  ),
  output(
    'new-failures',
    'The number of failures that the base branch does not have. Empty if there is no history of the base branch.',
  ),
];
