/** A mistake in settings or surroundings, what names its place, and what shows the remedy. */
export interface Mistake {
  readonly mistake: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly place: string;
  readonly remedy: string;
  /** 2 when an argument is wrong, else 1. */
  readonly exit?: 1 | 2;
}

const yaml = (text: string, more: Readonly<Record<string, string>> = {}): Pick<Mistake, 'files'> => ({
  files: { '.qaagent.yaml': text, ...more },
});
const suites = (text: string, ...more: readonly string[]): Pick<Mistake, 'args'> => ({
  args: ['--suites', text, ...more],
});
const UNIT = 'unit: pytest tests';
const quarantine = (entry: string): Readonly<Record<string, string>> => ({ '.qaagent/quarantine.yml': `- ${entry}\n` });

/** What people get wrong in their first hour. Every one ends red with one message. */
export const MISTAKES: readonly Mistake[] = [
  {
    mistake: 'settings are not indented',
    ...yaml('suites:\n  unit:\n  runner: pytest\n  path: tests\n'),
    place: '.qaagent.yaml:1: suites',
    remedy: 'Indent the settings of `unit` below its name',
  },
  {
    mistake: 'a tab',
    ...yaml('suites:\n\tunit: pytest tests\n'),
    place: 'at line 2, column 1',
    remedy: 'Indent with spaces',
  },
  {
    mistake: 'an anchor that is a star',
    ...yaml('suites:\n  unit: *tests\n'),
    place: '.qaagent.yaml',
    remedy: 'put it in quotes',
  },
  {
    mistake: 'a section misspelt',
    ...yaml('suite:\n  unit: pytest tests\n'),
    place: '.qaagent.yaml:1: suite',
    remedy: 'Did you mean "suites"?',
  },
  {
    mistake: 'a setting of the run misspelt',
    ...yaml('suites:\n  unit: pytest tests\nrun: { retrys: 3 }\n'),
    place: '.qaagent.yaml:3: run.retrys',
    remedy: 'Did you mean "retries"?',
  },
  {
    mistake: 'a setting of a suite misspelt',
    ...yaml('suites:\n  unit: { runner: pytest, paht: tests }\n'),
    place: '.qaagent.yaml:2: suites.unit.paht',
    remedy: 'Did you mean "path"?',
  },
  {
    mistake: 'a setting in two spellings',
    ...yaml('suites:\n  unit: pytest tests\nrun: { fail-fast: true, fail_fast: true }\n'),
    place: 'run.fail_fast',
    remedy: 'Remove one of them',
  },
  {
    mistake: 'an option misspelt',
    args: ['--suits', UNIT],
    place: '--suits',
    remedy: 'Did you mean --suites?',
    exit: 2,
  },
  { mistake: 'a command misspelt', args: ['docter'], place: 'docter', remedy: 'Did you mean doctor?', exit: 2 },
  {
    mistake: 'a runner misspelt',
    ...suites('unit: pytests tests'),
    place: 'suites.unit.runner',
    remedy: 'Did you mean "pytest"?',
    exit: 2,
  },
  {
    mistake: 'a runner that does not exist',
    ...suites('unit: nose tests'),
    place: 'suites.unit.runner',
    remedy: 'Write `command nose tests`',
    exit: 2,
  },
  {
    mistake: 'a runner that is left out',
    ...yaml('suites:\n  unit: { path: tests }\n'),
    place: 'suites.unit.runner',
    remedy: 'Name a runner (pytest',
  },
  {
    mistake: 'a duration in words',
    ...suites(UNIT, '--timeout', '5 minutes'),
    place: 'timeout',
    remedy: 'Write 300, 300s, 5m or 1h',
    exit: 2,
  },
  {
    mistake: 'a duration of nothing',
    ...suites(UNIT, '--timeout', '0'),
    place: 'timeout',
    remedy: 'Write 300, 300s, 5m or 1h',
    exit: 2,
  },
  {
    mistake: 'a number in words',
    ...suites(UNIT, '--retries', 'two'),
    place: 'retries',
    remedy: 'Write a number such as 1',
    exit: 2,
  },
  {
    mistake: 'a negative number',
    ...suites(UNIT, '--retries=-1'),
    place: 'retries',
    remedy: 'Write a number such as 1',
    exit: 2,
  },
  {
    mistake: 'more than all per cent',
    ...suites(UNIT, '--coverage-threshold', '170'),
    place: 'coverage-threshold',
    remedy: 'Write a number such as 80 or 62.5, or off',
    exit: 2,
  },
  {
    mistake: 'yes for true',
    ...suites(UNIT, '--parallel', 'yes'),
    place: 'parallel',
    remedy: 'Write true or false',
    exit: 2,
  },
  {
    mistake: 'a word that is not in the list',
    ...suites(UNIT, '--mode', 'dry-run'),
    place: 'mode',
    remedy: 'Use one of these values',
    exit: 2,
  },
  {
    mistake: 'two suites of one name',
    ...suites('unit: pytest tests\nunit: pytest tests2'),
    place: 'at line 2',
    remedy: 'Give each entry a unique name',
    exit: 2,
  },
  {
    mistake: 'two names that differ in case',
    ...suites('unit: pytest tests\nUnit: pytest tests'),
    place: 'suites.Unit',
    remedy: 'Give it another name',
    exit: 2,
  },
  {
    mistake: 'a list of lines',
    ...suites('- pytest tests\n- behave features'),
    place: 'suites',
    remedy: 'for example `unit: pytest tests/unit`',
    exit: 2,
  },
  {
    mistake: 'a list of mappings',
    ...suites('- name: unit\n  runner: pytest\n  path: tests'),
    place: 'suites',
    remedy: 'for example `unit: pytest tests/unit`',
    exit: 2,
  },
  {
    mistake: 'a line without a name',
    ...suites('pytest tests'),
    place: 'suites',
    remedy: 'Write `unit: pytest tests`',
    exit: 2,
  },
  {
    mistake: 'a path that does not exist',
    ...suites('unit: pytest test/unit'),
    place: 'test/unit',
    remedy: 'Correct `path` of the suite',
  },
  {
    mistake: 'a working directory that does not exist',
    ...suites(UNIT, '--working-directory', 'backend'),
    place: 'working-directory',
    remedy: 'check out the repository before this step',
    exit: 2,
  },
  {
    mistake: 'an interpreter that is a version',
    ...yaml('suites:\n  unit: { runner: pytest, path: tests, python: 3.12 }\n'),
    place: 'interpreter 3.12',
    remedy: 'Write `python: python3.12`',
  },
  {
    mistake: 'an option that pytest does not know',
    ...suites(`${UNIT} --covv`),
    place: '--covv',
    remedy: 'Correct `args` or `path` of the suite',
  },
  {
    mistake: 'a report that nothing writes',
    ...suites('unit: { runner: command, run: "true", report: "reports/*.xml" }'),
    place: 'reports/*.xml',
    remedy: 'Correct `report` of the suite',
  },
  {
    mistake: 'reports that do not exist',
    ...suites('unit: { runner: junit, report: "reports/**/*.xml" }'),
    place: 'reports/**/*.xml',
    remedy: 'Correct `report` of the suite',
  },
  {
    mistake: 'a command without a report',
    ...suites('api: command echo ok'),
    place: '$QAAGENT_REPORT_DIR',
    remedy: 'make the command write JUnit XML',
  },
  {
    mistake: 'a tool that is not installed',
    ...suites('unit: jest tests'),
    place: 'unit not run: jest is not installed',
    remedy: 'Add jest to package.json',
  },
  {
    mistake: 'a script whose packages are not installed',
    ...suites('unit: npm test'),
    files: { 'package.json': '{"scripts":{"test":"mocha --exit"}}' },
    place: 'unit not run: mocha is not installed',
    remedy: 'Add mocha to package.json',
  },
  {
    mistake: 'a pytest that is not heard',
    ...suites('unit: command env -u PYTHONPATH python -m pytest tests'),
    place: '$QAAGENT_REPORT_DIR',
    remedy: 'Add `--junitxml="$QAAGENT_REPORT_DIR/junit.xml"` to pytest',
  },
  {
    mistake: 'an application that does not start',
    ...suites(UNIT, '--start-command', 'exit 3', '--health-url', 'http://127.0.0.1:9/'),
    place: 'exit status 3',
    remedy: 'Correct `start-command` or `health-url`',
  },
  {
    mistake: 'an application that ends at once',
    ...suites(UNIT, '--start-command', 'python3 nothere.py'),
    place: 'nothere.py',
    remedy: 'application/output.log',
  },
  {
    mistake: 'a base URL without a scheme',
    ...suites(UNIT, '--base-url', 'localhost:8000'),
    place: 'base-url',
    remedy: 'Write http://host:port',
    exit: 2,
  },
  {
    mistake: 'a quarantine without an owner',
    ...suites(UNIT),
    files: quarantine('{ id: "tests/a.py::b", reason: x }'),
    place: 'quarantine.yml[0]',
    remedy: 'owner: ..., expires:',
  },
  {
    mistake: 'a quarantine without a date',
    ...suites(UNIT),
    files: quarantine('{ id: "a", reason: x, owner: me, expires: next week }'),
    place: 'quarantine.yml[0]',
    remedy: 'Write 2027-01-31',
  },
  {
    mistake: 'a quarantine that does not exist',
    ...suites(UNIT, '--quarantine', 'q.yml'),
    place: 'q.yml',
    remedy: 'Correct `quarantine`',
    exit: 2,
  },
  {
    mistake: 'an OpenAPI file that does not exist',
    ...suites(UNIT, '--openapi', 'api.yml'),
    place: 'api.yml',
    remedy: 'Correct `openapi`',
    exit: 2,
  },
  {
    mistake: 'a settings file that does not exist',
    args: ['--config', 'qa.yaml'],
    place: 'qa.yaml',
    remedy: 'Correct `config`',
    exit: 2,
  },
  {
    mistake: 'a settings file of another kind',
    files: { '.qaagent.toml': '[suites]\n' },
    place: '.qaagent.toml',
    remedy: 'Rename it to .qaagent.yaml',
  },
  {
    mistake: 'two settings files',
    files: { '.qaagent.yaml': 'suites: {}\n', '.qaagent.yml': 'suites: {}\n' },
    place: '.qaagent.yaml',
    remedy: 'Keep one of them',
  },
  {
    mistake: 'suites that are empty',
    ...yaml('suites:\n'),
    place: '.qaagent.yaml:1: suites',
    remedy: 'Write one `name: runner path` per line',
  },
  {
    mistake: 'suites that are all switched off',
    ...yaml('suites:\n  unit: { runner: pytest, path: tests, enabled: false }\n'),
    place: 'suites',
    remedy: 'Enable a suite',
  },
  {
    mistake: 'a variable that is not expanded',
    ...yaml('suites:\n  unit: { runner: pytest, path: tests, env: { TOKEN: "${API_TOKEN}" } }\n'),
    place: 'suites.unit.env.TOKEN',
    remedy: 'set the variable under `env:` in the workflow',
  },
  {
    mistake: 'an expression that is not evaluated',
    ...suites(UNIT, '--retries', '${{ inputs.retries }}'),
    place: 'retries',
    remedy: 'under `with:` in the workflow',
    exit: 2,
  },
  {
    mistake: 'a colon in a command',
    ...suites('api: command npm test -- --grep "a: b"'),
    place: 'at line 1',
    remedy: 'Put the whole value in single quotes',
    exit: 2,
  },
  {
    mistake: 'a suite that waits for none',
    ...yaml('suites:\n  unit: { runner: pytest, path: tests, after: [biuld] }\n'),
    place: 'suites.unit.after',
    remedy: 'The suites are unit',
  },
  {
    mistake: 'suites that wait for each other',
    ...yaml(
      'suites:\n  a: { runner: pytest, path: tests, after: [b] }\n  b: { runner: pytest, path: tests, after: [a] }\n',
    ),
    place: 'suites',
    remedy: 'Remove one `after`',
  },
  {
    mistake: 'secrets in the settings file',
    ...yaml('suites:\n  unit: pytest tests\nrun: { github_token: ghp_x }\n'),
    place: 'run.github_token',
    remedy: 'Do not store secrets in the file',
  },
];
