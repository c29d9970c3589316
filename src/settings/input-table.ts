/** One input as action.yml and the README show it. */
export interface InputDescription {
  /** Kebab-case. */
  readonly name: string;
  /** As a reader of the README wants it; empty when there is none. */
  readonly shownDefault: string;
  readonly meaning: string;
  /** `default` of action.yml: only what the program cannot know by itself. */
  readonly actionDefault?: string;
}

const row = (name: string, shownDefault: string, meaning: string, actionDefault?: string): InputDescription =>
  actionDefault === undefined ? { name, shownDefault, meaning } : { name, shownDefault, meaning, actionDefault };

/** Every input, in the order of the README. A test holds it equal to what the settings code accepts. */
export const INPUT_TABLE: readonly InputDescription[] = [
  row(
    'suites',
    'settings file, else detected',
    'YAML, one suite a line: `name: <runner> <path> [args]`, or `name: {settings}`',
  ),
  row(
    'config',
    '`.qaagent.yaml`',
    'settings file; by default the nearest `.qaagent.yaml`, `.qaagent.yml`, `qaagent.yaml` or `qaagent.yml` from `working-directory` up to the workspace; two in one folder, or one that is named and missing, are an error',
  ),
  row(
    'mode',
    '`run`',
    '`run`; `plan`: print what would run and run nothing; `publish`: publish the evidence of another run, for instance that of a fork',
  ),
  row('working-directory', '`.`', 'where suites run and paths start'),
  row('base-url', '', 'exported to every suite as `BASE_URL`'),
  row('app-env', 'first of `app`', "environment of the settings file's `app` block"),
  row(
    'start-command',
    '',
    'shell line that starts the application under test; it is stopped after the suites, its log is evidence',
  ),
  row('health-url', '', 'address that answers below 500 when the application is ready'),
  row('timeout', '`300s`', 'per suite attempt: `90`, `90s`, `5m`, `1h`'),
  row('idle-timeout', 'off', 'no output and no test event for that long ends an attempt'),
  row(
    'run-timeout',
    'off',
    'all suites together: what runs then is ended and reported, so that the report comes before `timeout-minutes`',
  ),
  row('grace', '`10s`', 'from the first signal to the next'),
  row(
    'retries',
    '`0`',
    'extra rounds that rerun only what has not passed; none begins when those before took longer than `timeout`',
  ),
  row('retry-max-failures', '`max(20, 10%)`', 'above it nothing is rerun: the build is broken, not flaky'),
  row('suite-order', '`unit, behave, e2e`', 'then as written'),
  row('parallel', '`false`', 'suites run side by side'),
  row('max-workers', 'enabled suites', 'how many at a time, counted by `weight`'),
  row('fail-fast', '`false`', 'the first failed suite cancels the rest'),
  row('flaky-result', '`pass`', 'or `fail`'),
  row(
    'order-dependent-result',
    '`fail`',
    'or `pass`: tests that fail when all tests run and pass only in a smaller set',
  ),
  row('no-tests', '`fail`', '`fail`, `warn`, `pass`: what a suite without a test that ran means'),
  row(
    'coverage-threshold',
    'off',
    'least per cent of lines that the coverage reports among the `artifacts` must show; less is red, and no report is, too',
  ),
  row(
    'changed-coverage-threshold',
    'off',
    'least per cent of the lines that the pull request changes and that can run; asks nothing without a pull request',
  ),
  row(
    'quarantine',
    '`.qaagent/quarantine.yml`',
    'known-bad tests with reason, owner, expiry; a file that is named and missing, or an entry that is incomplete, is an error',
  ),
  row('openapi', 'detected', 'OpenAPI file or URL: routes of tests, route coverage, generated tests'),
  row(
    'generate',
    '`false`',
    'write a smoke test for every operation that no test touches, run it as suite `generated`, keep it as evidence',
  ),
  row('diagnose', '`auto`', '`auto` (a model when a key is there, rules otherwise), `rules`, `off`'),
  row('anthropic-api-key', 'env `ANTHROPIC_API_KEY`', 'masked at once'),
  row('llm-model', 'a small model', 'name of the model'),
  row('llm-base-url', "the API's", 'any server that speaks the Messages API'),
  row('llm-budget', '`0.25`', 'US dollars per run; 0 never calls'),
  row('github-token', '`${{ github.token }}`', 'publishes check and comment', '${{ github.token }}'),
  row(
    'commit',
    'what is checked out',
    'the tested commit (40 digits), for jobs that test something else than they check out; check and links belong to it',
  ),
  row('pull-request', 'of the event', 'number of the pull request to comment on, where the event names none'),
  row('check', '`true`', '`false`: no check run'),
  row(
    'step-result',
    '`verdict`',
    '`always-success`: a red run has a red check and a green step; the step is red where there is no check',
  ),
  row('check-name', '`QA`', 'workflow, job and matrix are appended'),
  row('annotations', '`50`', 'shown at most; 0 is none; never changes counts or verdict'),
  row('comment', '`changes`', 'one sticky comment on the pull request: `changes`, `failures`, `always`, `off`'),
  row('artifact-name', '`qa-evidence`', 'job, matrix and attempt are appended'),
  row('upload', '`always`', '`always`, `failures`, `never`'),
  row('retention-days', "the repository's", 'of the uploaded evidence'),
  row(
    'evidence-dir',
    "`$QAAGENT_RUNS_DIR`, else the runner's temp folder, else `.qaagent/runs`",
    'parent of the run directories; with `mode: publish` a folder with evidence, instead of the artifacts of the run',
  ),
  row('matrix', 'set by itself', 'distinguishes the jobs of a matrix; leave it alone', '${{ toJSON(matrix) }}'),
  row(
    'check-run-id',
    'set by itself',
    'distinguishes the calls of a reusable workflow; leave it alone',
    '${{ job.check_run_id }}',
  ),
];

/** One output as action.yml and the README show it. */
export interface OutputDescription {
  readonly name: string;
  readonly meaning: string;
}

const output = (name: string, meaning: string): OutputDescription => ({ name, meaning });

/** Every output, in the order of the README. */
export const OUTPUT_TABLE: readonly OutputDescription[] = [
  output('conclusion', '`success`, `failure`, `cancelled`, `neutral`'),
  output('total', 'test cases'),
  output('passed', 'flaky ones included'),
  output('failed', 'failures'),
  output('errors', 'errors, timeouts, crashes, tests that never ran'),
  output('skipped', 'skipped and expected failures'),
  output('flaky', 'failed and then passed on the same commit'),
  output('quarantined', 'failed, but quarantined'),
  output('duration', 'seconds'),
  output('run-id', 'name of the run directory'),
  output('evidence-dir', 'run directory'),
  output('manifest', 'path of manifest.json'),
  output('report-md', 'path of report.md'),
  output('report-html', 'path of report.html'),
  output('junit', 'path of the merged junit.xml'),
  output('artifact-id', 'empty when nothing was uploaded'),
  output('artifact-url', 'empty when nothing was uploaded'),
  output('artifact-digest', 'sha256 of the uploaded archive'),
  output('check-url', 'empty when there is no check'),
  output('failed-tests', 'JSON array of ids, at most 200'),
  output('diagnosis', 'JSON array of causes, at most 50'),
  output('route-coverage', 'percent of the API operations that a test touched; empty without an OpenAPI file'),
  output('new-failures', 'number; empty when there is no baseline'),
];
