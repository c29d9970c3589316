/** The lines a failure speaks with, found wherever the runner put them. */
export interface MessageLines {
  /** Before any diff, trace or log begins; at most 4 lines. */
  readonly head: readonly string[];
  /** The whole message. */
  readonly all: readonly string[];
}

/** Words that runners put where a message should be. */
const GENERIC =
  /^(?:|none|null|undefined|error|failed|failure|test failed|collection failure|test (?:setup|teardown) failure|failed on (?:setup|teardown)(?: with)?|self = .*|exception|unknown|(?:build|runtime|compile) error|test (?:failure|error)|multiple errors?|uncaught exception|unexpected exception|testcase failed|[^\s:]{1,200}\.\w{1,5}:\d{1,6}:\d{1,6} .{1,300}|\{?\}?|error:|AssertionError\(\))$/i;
/** Starts the table of testify, which says more than its first line, the message of a report. */
const TESTIFY = /^\s{1,12}Error Trace:/;
/** Lines that runners print above the text of an error: a banner, the place of a panic, a numbered title. */
const BANNER =
  /^\s*(?:● .{0,200}|Test suite failed to run|thread '.{1,200}'(?: \(\d{1,9}\))? panicked at [^\s']{1,300}:\d{1,7}:\d{1,7}:?|\[(?:FAIL|ERROR)\]|FAIL:?\s*|\((?:in test file|from function) .{1,400}[),]|in test file .{1,400}\)|[^\s:]{1,300}\.\w{1,5}:\d{1,7}(?::\d{1,7})?:?|The data provider specified for .{1,300} is invalid\.?)$/;
const PYTEST_PHASE = /^failed on (?:setup|teardown) with "/;
/** From here on a message compares, lists or logs. */
const DIFF =
  /^\s*(?:[-+?] |[-+]$|@@|---|\+\+\+|={4,}|Expected\b(?!.{0,200}\b(?:but|got|to )\b)|Received|Actual\b|Got\b|Obtained|Call log|\/\S{1,300}\.\w{1,5}:\d{1,7}$|left:|right:|code:|Locator|Selector|Stack ?trace|\(Session info|Falsifying example|\[SQL:|\(Background on|For documentation|Build info|System info|\+ {1,12}where|Difference|Diff:|Full diff|Omitting|Comparing|Extra items|Differing items|At index|Use -v|Traceback|Caused by|\[cause\]|at |File "|#\d+ |Snapshot|Failed validating|On instance|DETAIL:|LINE \d|HINT:|\d+ \||> \d+ \||\{$|and the|Number of calls)/;
const NOISE =
  /^\s*(?:$|Traceback \(most recent|During handling|The above exception|(?:ERROR|FAIL|FAILED|PASS|ok|not ok)\b(?!.{0,4}:\s).{0,200}$|--- FAIL|=== |● |• |\d+\) |_{4,}|-{3,}|={3,}|⎯{3,}|●|Failing step:|Location:|test_id:|status:|run time:|duration_ms:|severity:|exitcode:|stack: |Retry #\d|.{0,300} › .{0,300}[─=]{3,}$|[─=]{3,}|attachment #\d|Failure\/Error:|Failures?:|Error Message:|Result (?:Message|StackTrace):|Hint: |ImportError while|Tags: |stack backtrace|note: run with|\[gw\d+\]|[\w-]+ - .{0,20}$|console\.\w+$|[A-Z][\w\\]{1,100}::\w+$|\[SIGNAL|goroutine \d|\d+: |throw err;|\^+$|\.\.\.$|\w+\.js:\d+$|node:internal\S+$|test .{1,100} FAILED|>\s|\d+ \||> \d+ \||@scenario|[a-z_]{1,40} = <|> .{1,200}$|Errors? occurred|run ".{1,100}"\.\.\. )/;
const PREFIX =
  /^\s*(?:(?:[A-Za-z]:)?[^\s:"'()]{1,300}\.\w{1,5}:\d{1,7}(?::\d{1,7})?:?(?: |(?=XCTAssert))(?:error: |fatal: |warning: )?|panic: |Uncaught |uncaught: |\[(?:FAILED|FAIL|PANICKED|ERROR)\] |[EF]\d{4} [\d:.]{8,16} {1,8}\d{1,8} \S{1,200}\] |[│╷|] |Error Message: {0,4}|FAILED: |E {1,8}|\d\d:\d\d:\d\d |Error:\s{1,16}(?=\S)(?=.{0,3}[a-z"0-9]))/;
const NAMED =
  /^\s*(?:[A-Za-z_$][\w$.:\\]*(?:Error|Exception|Failure|NotMet)\b(?: \[\w+\])?(?:: |:?$))|panicked at|^\s*panic: |^\s*Error: |^\s*thrown: /;

const stripPrefix = (line: string): string => line.replace(PREFIX, '').trim();

/** Lines that are neither places nor a runner's own decoration. */
export function messageLines(lines: readonly string[], frameLines: ReadonlySet<number>): readonly string[] {
  return lines.filter(
    (line, at) => (!frameLines.has(at) || /:\d{1,7}(?::\d{1,7})?: \S|"$/.test(line)) && !NOISE.test(line),
  );
}

/** pytest's `E` lines of the last exception that was raised. */
function pytestLines(lines: readonly string[]): readonly string[] {
  const from = lines.findLastIndex((line) => /^(?:During handling of|The above exception was)/.test(line));
  const segment = lines.slice(from + 1);
  const said = segment.filter((line) => /^\s*E(?: |$)/.test(line)).map((line) => line.replace(/^\s*E {0,3}/, ''));
  // A syntax error shows the file and the line above its name.
  const isPlaced = /^\s*File "/.test(said[0] ?? '');
  return isPlaced
    ? said.slice(
        Math.max(
          0,
          said.findIndex((line) => NAMED.test(line)),
        ),
      )
    : said;
}

/** The `Error:` cell of testify's table. */
function testifyLines(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line) => /^\s{1,12}Error:\s{2,}\S/.test(line));
  if (at < 0) return [];
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => /^\s{1,12}(?:Test|Messages):/.test(line));
  const more = rest.slice(0, end < 0 ? 8 : end).map((line) => line.trim());
  return [(lines[at] ?? '').replace(/^\s*Error:\s*/, ''), ...more];
}

/** The line after `panicked at` (Rust since 1.73), or the text in quotes before. */
function panicLines(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line) => /panicked at /.test(line));
  if (at < 0) return [];
  const quoted = /panicked at '(.{1,500})', /.exec(lines[at] ?? '')?.[1];
  const following = lines.slice(at + 1).filter((line) => line.trim() !== '--');
  return quoted === undefined ? following.slice(0, 4) : [quoted];
}

function firstSpoken(lines: readonly string[]): readonly string[] {
  const plain = lines
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => !NOISE.test(line) && !/^\s*at /.test(line));
  const named = plain.find(({ line }) => NAMED.test(line) && !/^\s*File "/.test(line));
  const first = plain[0];
  const chosen = named && first && named.at - first.at < 60 ? named : first;
  return chosen ? lines.slice(chosen.at, chosen.at + 30) : [];
}

function fromDetails(lines: readonly string[]): readonly string[] {
  for (const find of [pytestLines, testifyLines, panicLines]) {
    const found = find(lines).filter((line) => line.trim() !== '');
    if (found.length > 0) return found;
  }
  return firstSpoken(lines);
}

function untilDiff(lines: readonly string[]): readonly string[] {
  const head: string[] = [];
  for (const line of lines) {
    const plain = stripPrefix(line);
    if (plain === '') continue;
    if (head.length > 0 && DIFF.test(line)) {
      if (/^\s*(?:assert |Error: )/.test(line)) head.push(plain);
      break;
    }
    head.push(plain);
    if (head.length === 4) break;
  }
  return head;
}

/** pytest wraps a message of set-up or tear-down in quotes. */
function withoutPhase(message: readonly string[]): readonly string[] {
  if (!PYTEST_PHASE.test(message[0] ?? '')) return message;
  const last = message.length - 1;
  return message.map((line, at) =>
    (at === 0 ? line.replace(PYTEST_PHASE, '') : line).replace(at === last ? /"$/ : /$^/, ''),
  );
}

/** The parameters of a sub-test, which pytest prints before its error. */
const SUBTEST =
  /^(?:\[[^\]\n]{1,120}\] )?\([^\s=()]{1,60}=[^\n]{0,200}?\) (?=[A-Za-z_][\w.]{0,120}(?:Error|Exception|Failed|Exit)\b|assert |Failed: )/;

function withoutSubtest([first = '', ...rest]: readonly string[]): readonly string[] {
  return [first.replace(SUBTEST, ''), ...rest];
}

/** The test's own name is no message; PHPUnit prints it above the text, others put it into the attribute. */
function isNameOf(line: string, names: readonly string[]): boolean {
  const text = line.trim().replace(/^(?:\d{1,4}\) |● )/, '');
  return names.some((name) => {
    if (name === '' || !text.endsWith(name)) return false;
    return /^(?:[\w\\/-][\w\\/.-]{0,200}(?:::|#| › | > |\.))?$/.test(text.slice(0, -name.length));
  });
}

/** Drops banners and names until a line says something. */
function spoken(lines: readonly string[], names: readonly string[]): readonly string[] {
  const from = lines.findIndex((line) => line.trim() !== '' && !BANNER.test(line) && !isNameOf(line, names));
  return from < 0 ? [] : lines.slice(from);
}

/**
 * Chooses the headline: the message when it says something, else what the details say first. `names` are those of the
 * test.
 */
export function headlineLines(
  message: readonly string[],
  details: readonly string[],
  names: readonly string[] = [],
): MessageLines {
  const lines = spoken(details, names);
  const reported = spoken(withoutSubtest(withoutPhase(message)), names).filter((line) => line.trim() !== '');
  const first = (reported[0] ?? '').trim();
  const setupFile = /^file .{1,400}, line \d+$/.test(first);
  const isReported =
    reported.length > 0 && !GENERIC.test(first) && !setupFile && !details.some((line) => TESTIFY.test(line));
  const all = isReported ? reported : fromDetails(lines);
  const usable = all.length > 0 ? all : message.filter((line) => line.trim() !== '');
  return { head: untilDiff(usable), all: usable.slice(0, 60) };
}
