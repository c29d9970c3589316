import type { Facts } from '../rules/rule.js';
import { testSource } from './test-lines.js';

/** Clients that call the application inside of the test's own process, with the way in which each shows the exception. */
const CLIENTS: readonly (readonly [client: RegExp, shows: string])[] = [
  [
    /raise_server_exceptions\s?=\s?False/,
    'remove `raise_server_exceptions=False`: the client then raises the exception of the handler in the test',
  ],
  [
    /\braise_request_exception\s?=\s?False/,
    'remove `raise_request_exception=False`: the client then raises the exception of the view in the test',
  ],
  [
    /\btest_client\(|\bclient\.(?:application|test_cli_runner)/,
    'set `app.testing = True`: the client then raises the exception of the view in the test',
  ],
  [/\.inject\(/, 'print the `message` of the body, or create the application with `logger: true`'],
  [
    /\brequest\(\w{1,40}\)\.|\bsupertest\b|\bchai\.request\(/,
    'print the body of the answer, and log the error in the error handler of the application',
  ],
  [
    /\bhttptest\.|ServeHTTP\(/,
    'print the body that the recorder holds, and log the error where the handler writes the status',
  ],
  [/\bMockMvc\b|\bmockMvc\b|\.andExpect\(/, 'print the answer (`andDo(print())`): its resolved exception is the cause'],
  [
    /\bTestClient\(|\bAPIClient\(|self\.client\.|\bASGITransport\b/,
    'print the body of the answer, and look for the exception in the captured output',
  ],
];

/** How the exception behind a 5xx is shown when the server runs in the process of the test; empty for other servers. */
export function shownInProcess(facts: Facts): string {
  const text = `${testSource(facts)}\n${facts.text}`;
  return CLIENTS.find(([client]) => client.test(text))?.[1] ?? '';
}

/** A line of a trace in captured output, in the forms of Python, V8, the JVM and Go. */
const FRAME =
  /^\s{0,12}(?:File "([^"\n]{1,300})", line (\d{1,7})|at (?:[^\n]{1,200} )?\(?(?:file:\/\/)?([^\s()]{1,300}):(\d{1,7}):\d{1,7}\)?$|at [\w.$]{1,200}\((\w{1,80}\.(?:java|kt)):(\d{1,7})\))/;
const FOREIGN = /site-packages|dist-packages|node_modules|\/lib\/python\d|^node:|\binternal\/|<frozen/;
const RAISED = /^(?:\w{1,40} )?([\w.$\\]{2,120}(?:Error|Exception|NotFound|DoesNotExist|Fault)\b: ?\S.{0,160})$/;

/** The exception that the server logged, and the line of the project where it was raised. */
export interface LoggedError {
  readonly error: string;
  /** `src/app/main.py:60` in the repository, else the last two parts of the path; empty when the trace shows no such line. */
  readonly place: string;
}

/** The last exception in the captured output of a test; null when it shows none. */
export function loggedError(facts: Facts): LoggedError | null {
  const lines = facts.captured.split('\n');
  const at = lines.findLastIndex((line) => RAISED.test(line.trim()));
  if (at < 0) return null;
  const isFirst = /^\s{0,12}at /.test(lines[at + 1] ?? '');
  const near = isFirst ? lines.slice(at + 1, at + 40) : lines.slice(Math.max(0, at - 60), at).reverse();
  const places = near.flatMap((line) => {
    const [, python, pythonLine, script, scriptLine, jvm, jvmLine] = FRAME.exec(line) ?? [];
    const file = python ?? script ?? jvm;
    return file === undefined || FOREIGN.test(file)
      ? []
      : [`${facts.ownFile(file) ?? file.split('/').slice(-2).join('/')}:${pythonLine ?? scriptLine ?? jvmLine ?? ''}`];
  });
  return { error: RAISED.exec((lines[at] ?? '').trim())?.[1]?.slice(0, 120) ?? '', place: places[0] ?? '' };
}
