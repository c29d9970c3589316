/** Options of a tool as a rerun of one test treats them; a trailing `=` means that a value follows as a word of its own. */
interface ToolOptions {
  /** Reports, colours, parallel workers, limits: not needed to see one test fail. */
  readonly dropped: readonly string[];
  /** Options whose value is the next word. */
  readonly valued: readonly string[];
}

const PYTEST: ToolOptions = {
  dropped: words(
    '-v -vv -vvv -q -qq -s -x -l -n= --numprocesses= --dist= --maxprocesses= --exitfirst --maxfail= --lf --ff --nf --sw',
    '--last-failed --failed-first --stepwise --verbose --quiet --capture= --tb= -r= -ra -rA -rf -rs --durations= --color=',
    '--junitxml= --junit-xml= --html= --self-contained-html --no-cov --cov= --cov-report= --cov-config= --cov-fail-under=',
    '--cov-branch --cov-append --cov-context= --reruns= --reruns-delay= --ignore= --ignore-glob= --deselect= -m= -k=',
    '--report-log= --alluredir= --showlocals --no-header --no-summary --randomly-seed=',
  ),
  valued: words('-c -p -o -W --rootdir --confcutdir --basetemp --import-mode --override-ini --ds --dc --config-file'),
};
const BEHAVE: ToolOptions = {
  dropped: words(
    '-f= --format= -o= --outfile= --junit --junit-directory= --no-junit --color= --no-color -c -q --quiet -v --verbose',
    '--show-timings --no-timings -T --summary --no-summary --stop --tags= -t= --logging-level= -n= --name= -i= -e=',
    '--include= --exclude= --jobs= -j=',
  ),
  valued: words('-D --define --stage --lang -r --runner --steps-catalog'),
};
const PLAYWRIGHT: ToolOptions = {
  dropped: words(
    '--reporter= --workers= -j= --retries= --shard= --max-failures= -x --output= --project= -g= --grep= --grep-invert=',
    '-gv= --quiet --repeat-each= --last-failed --fully-parallel --forbid-only --pass-with-no-tests --global-timeout=',
    '--only-changed= --ui --headed',
  ),
  valued: words('-c --config --timeout --tsconfig --trace --browser'),
};

/** What `args` of a suite can hold, by runner. */
export const TOOL_OPTIONS = { pytest: PYTEST, behave: BEHAVE, playwright: PLAYWRIGHT } as const;

function words(...lines: readonly string[]): readonly string[] {
  return lines.join(' ').split(' ');
}

/**
 * The arguments without which the tool would start with another configuration: plug-ins, settings, options of a project's
 * own. Paths are left out, for the test is named, and so is what only reports or spreads the work.
 */
export function neededArguments(args: readonly string[], { dropped, valued }: ToolOptions): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('-')) continue;
    const name = arg.split('=', 1)[0] ?? arg;
    const takesNext = !arg.includes('=') && (valued.includes(name) || dropped.includes(`${name}=`));
    const value = takesNext ? args[at + 1] : undefined;
    if (value !== undefined) at += 1;
    if (isDropped(arg, name, dropped)) continue;
    kept.push(arg, ...(value === undefined ? [] : [value]));
  }
  return kept;
}

/** `-n4` and `-rfE` carry the value of a short option. */
function isDropped(arg: string, name: string, dropped: readonly string[]): boolean {
  const short = /^-\w/.test(arg) ? arg.slice(0, 2) : '';
  return dropped.includes(name) || dropped.includes(`${name}=`) || (short !== '' && dropped.includes(`${short}=`));
}
