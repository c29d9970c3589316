import { escapePattern } from '../../text/escape.js';
import type { SourcePlace } from '../../model/report.js';
import type { Facts } from '../rules/rule.js';

/** A line of the test above the failing one, with its number. */
export interface TestLine {
  readonly number: number;
  readonly text: string;
}

const MARKED = /^> {2,}\S/;
const PYTEST_PLACE = /^[^\s:]{1,300}\.py:(\d{1,7}): /;

/** What pytest prints of a test before the line that it marks, when that line is the known place. */
function printedByPytest(lines: readonly string[], last: number): readonly string[] {
  const marked = lines.findIndex((line) => MARKED.test(line));
  const named = lines.slice(marked).find((line) => PYTEST_PLACE.test(line)) ?? '';
  if (marked < 0 || Number(PYTEST_PLACE.exec(named)?.[1]) !== last) return [];
  const from = lines.slice(0, marked).findLastIndex((line) => /^\s{0,8}(?:async )?def /.test(line));
  return from < 0 ? [] : lines.slice(from, marked + 1);
}

/** The source of the test to the failing line, and that line; blank where the repository has neither. */
export const testSource = (facts: Facts): string => `${facts.nearby()}\n${facts.source}`;

/** The lines of the test before the failing one, the nearest first. */
export function linesAbove(facts: Facts, place: SourcePlace | null): readonly TestLine[] {
  if (place === null) return [];
  const nearby = facts.nearby();
  const lines = nearby === '' ? printedByPytest(facts.lines, place.line) : nearby.split('\n');
  const numbered = lines.map((text, at) => ({ number: place.line - lines.length + 1 + at, text: text.trim() }));
  return numbered.slice(0, -1).reverse();
}

const ASSIGNED =
  /^(?:const |let |var |final |val )?(?:\w[\w<>,]{0,60} )?([\w$]{1,60})(?:: [\w.<>|]{1,60})?(?:, (?:err|_|ok))? :?= (?:await )?(\S.{0,160}?);?$/;

/** What the source of the test assigns to a name last: `findUser('1')`; empty when no line shows it. */
export function assignedTo(name: string, facts: Facts): string {
  const printed = facts.nearby() === '' ? facts.lines.filter((line) => /^ {4,}\S/.test(line)).slice(0, 60) : [];
  for (const line of [...facts.nearby().split('\n'), ...printed].reverse()) {
    const [, assigned, value = ''] = ASSIGNED.exec(line.trim()) ?? [];
    if (assigned === name) return value;
  }
  return '';
}

/** A line above the failing one that matches, the nearest first; null when none does. */
const lineWith = (above: readonly TestLine[], pattern: RegExp): TestLine | null =>
  above.find(({ text }) => pattern.test(text)) ?? null;

const UNSET =
  /delenv\(\s?["'](\w+)|delete process\.env(?:\.|\[["'])(\w+)|Unsetenv\("(\w+)"|(?:ENV\.delete|environ\.pop|remove_var|putenv)\(\s?["'](\w+)|del os\.environ\[["'](\w+)|stubEnv\(\s?["'](\w+)["'], (?:undefined|''|"")|setenv\(\s?["'](\w+)["'], ?(?:""|'')/;

/** The line of the test that removes an environment variable, or sets it to nothing; null when none does. */
export function unsetLine(variable: string, above: readonly TestLine[]): TestLine | null {
  return above.find(({ text }) => UNSET.exec(text)?.slice(1).includes(variable)) ?? null;
}

/** The line of the test that listens on a port itself; null when none does. */
export function listeningLine(port: string, above: readonly TestLine[]): TestLine | null {
  if (!/^\d{2,5}$/.test(port)) return null;
  const bound = new RegExp(
    String.raw`(?:\bbind|[lL]isten\w{0,16}|ServerSocket|TCPServer(?:\.new)?|start_server|createServer\(.{0,60}\)\.listen)\(.{0,60}\b${port}\b`,
  );
  return lineWith(above, bound);
}

const NAMED_NOTHING = /^(?:None|null|nil|undefined|NULL)$/;

/** What the failing call of the test passes as nothing: `None`, or the name of a variable that was set to it; empty for other calls. */
export function nothingPassed(facts: Facts, call: string): string {
  const args = /\w\(([^()]{0,160})\)/.exec(call)?.[1];
  const names = (args ?? '').split(',').map((arg) => arg.trim().replace(/^\w{1,40} ?[=:] ?/, ''));
  const literal = names.find((name) => NAMED_NOTHING.test(name));
  if (literal !== undefined) return literal;
  const variable = names.find(
    (name) => /^[A-Za-z_$][\w$]{0,40}$/.test(name) && NAMED_NOTHING.test(assignedTo(name, facts)),
  );
  return variable === undefined ? '' : `${variable} = ${assignedTo(variable, facts)}`;
}

/** The line of the test that sets a name to nothing; null when none does. */
export function typedNothing(name: string, above: readonly TestLine[]): TestLine | null {
  const last = /(\w{1,60})$/.exec(name)?.[1];
  if (last === undefined) return null;
  return lineWith(above, new RegExp(String.raw`\b${last}["']?\s?(?:=(?!=)|:)\s?(?:None|null|nil|undefined)\b`));
}

/** Calls that give a mock its answer, in the libraries of the languages. */
const ANSWERS =
  /\bresponses\.(?:add|get|post|put|patch|delete)\(|\.reply\(|(?:requests_mock|httpx_mock|respx|mock_api|m)\.(?:get|post|put|patch|delete|add_response)\(|\.fulfill\(|HttpResponse\.json\(|mock(?:Resolved|Rejected|Return|Implementation)\w{0,12}\(|return_value|\bwhen\(.{1,120}\)\.then|\.returns?\(|\.and_return\(|stub_request\(|willReturn|WireMock|Answer\(/;

/** The line of the test that gives a mock the answer that the code gets; null when none does. */
export const mockedAnswer = (above: readonly TestLine[]): TestLine | null => lineWith(above, ANSWERS);

/** The line above that makes the very call of the failing line, so that it is made twice; null when none does. */
export function sameCallAbove(source: string, above: readonly TestLine[]): TestLine | null {
  const call = source.trim().replace(/^(?:const |let |var |await )?(?:\w{1,40} :?= )?(?:await )?/, '');
  if (!/\w\(.{1,160}\)/.test(call)) return null;
  return (
    above.find(({ text }) => text.replace(/^(?:const |let |var )?(?:\w{1,40} :?= )?(?:await )?/, '') === call) ?? null
  );
}

/** The line of the test that writes a value into a field of the page; null when none does. */
export const typedLine = (value: string, above: readonly TestLine[]): TestLine | null =>
  value.length < 1 || value.length > 80
    ? null
    : lineWith(
        above,
        new RegExp(
          String.raw`\.(?:fill|type|send_keys|sendKeys|pressSequentially|set)\(.{0,60}["'\`]${escapePattern(value)}["'\`]`,
        ),
      );

/** The line of the test that defines the page itself; null when it opens the page of the application. */
export const pageLine = (above: readonly TestLine[]): TestLine | null =>
  lineWith(
    above,
    /\.(?:setContent|set_content)\(|\.(?:goto|get|visit|navigate)\(\s?["'`]data:|document\.body\.innerHTML\s?=/,
  );

/** The line of the test that sets the clock or the time zone; null when none does. */
export const clockLine = (above: readonly TestLine[]): TestLine | null =>
  lineWith(
    above,
    /freeze_time\(|travel(?:_to)?\(|setSystemTime\(|useFakeTimers\(|Timecop\.|["']TZ["']|process\.env\.TZ|TimeZone\.setDefault|Clock\.fixed|install\(\{ ?now|time_machine/,
  );

/** True when the test sends credentials with a request, or logs its client in. */
export const sendsCredentials = (facts: Facts): boolean =>
  /Authorization|[Bb]earer|headers=\w|\bauth=|force_(?:login|authenticate)\(|\.login\(|logged_in|set_cookie|Cookie|cookies=|api[_-]?key|\btoken\b|credentials\(/.test(
    testSource(facts),
  );

const ENDED =
  /(?:expires?_?in|exp|minutes|hours|days|seconds|ttl|lifetime|expires_delta)["']?\s?[=:(]\s?["'`]?-\s?\d{1,9}|Date\.now\(\) - |now\(\)[^\n]{0,20} - timedelta/i;

/** The words with which the test makes a token that has ended already; empty when it makes none. */
export function expiredTokenLine(above: readonly TestLine[], source: string): string {
  const line = [source, ...above.map(({ text }) => text)].find((text) => ENDED.test(text)) ?? '';
  return ENDED.exec(line)?.[0].replaceAll('`', "'") ?? '';
}

const PAYLOAD =
  /(?:json=|data=|\.send\(|payload: ?|\.post\([^,\n]{1,80}, ?|body: ?(?:JSON\.stringify\()?)(\{[^{}\n]{1,120}\})/;

/** The object that the last request of the test sends, as its source writes it; empty when no line shows one. */
export function sentPayload(facts: Facts): string {
  for (const line of [facts.source, ...facts.nearby().split('\n').reverse()]) {
    const sent = PAYLOAD.exec(line)?.[1];
    if (sent !== undefined) return sent.replaceAll('`', "'");
  }
  return '';
}
