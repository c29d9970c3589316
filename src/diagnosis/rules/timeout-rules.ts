import type { Rule } from './rule.js';

const base = { category: 'timeout', confidence: 'high', on: 'head' } as const;

/** A limit ran out, from the most specific sentence to the least. */
export const TIMEOUT_RULES: readonly Rule[] = [
  {
    ...base,
    name: 'timeout/vitest-stack',
    kind: 'test-timeout',
    match: /^(?:Error: )?STACK_TRACE_ERROR$/,
    why: 'vitest makes this error at the declaration of a test, and leaves its text when the limit of the test runs out.',
  },
  {
    ...base,
    name: 'timeout/statement',
    kind: 'statement-timeout',
    match:
      /statement timeout|canceling statement due to|QueryCanceled|query (?:execution )?(?:was interrupted|timed out|timeout)|lock timeout|lock_timeout|LockNotAvailable|Query execution was interrupted|maximum statement execution time|ORA-01013|MaxTimeMSExpired|operation exceeded time limit|command timeout expired|CommandTimeout|Timeout expired\./i,
    why: 'A database stopped a statement at its limit (SQLSTATE 57014, 55P03).',
  },
  {
    ...base,
    name: 'timeout/hook',
    kind: 'hook-timeout',
    match:
      /(?:exceeded|timeout).{0,60}(?:for a hook|hook timed out)|hook timed out|(?:beforeAll|beforeEach|afterAll|afterEach|before all|before each|after all|after each)["']? hook.{0,60}(?:timeout|timed out|exceeded)|(?:timeout|timed out).{0,60}(?:beforeAll|beforeEach|afterAll|afterEach|"before |"after )|Fixture ".{1,80}" timeout|fixture .{1,80} timed out/i,
    why: 'Set-up or tear-down ran past its limit (Jest, Vitest, Mocha, Playwright).',
  },
  {
    ...base,
    name: 'timeout/suite',
    kind: 'suite-timeout',
    match:
      /panic: test timed out after|test timed out after \d+m\d|(?:suite|job|session|run|build|pipeline) (?:has )?(?:timed out|exceeded)|globalTimeout|Timed out waiting \S{1,12} for the (?:entire )?test suite/i,
    why: 'The whole program of tests ran past its limit (go test -timeout, Playwright globalTimeout).',
  },
  {
    ...base,
    name: 'timeout/navigation',
    kind: 'navigation-timeout',
    match:
      /(?:page|frame)\.(?:goto|reload|goBack|waitForNavigation|waitForLoadState): Timeout|Navigation timeout|timed out (?:after .{1,20} )?waiting for (?:your remote page|navigation|the page)|Page load timeout|timeout: Timed out receiving message from renderer|Loading chunk .{1,40} failed.{0,20}timeout/i,
    why: 'A page did not load in time.',
  },
  {
    ...base,
    name: 'timeout/locator',
    kind: 'locator-timeout',
    match:
      /(?:locator|page|frame|elementHandle|element)\.(?:click|dblclick|fill|type|press|check|uncheck|hover|tap|selectOption|setInputFiles|focus|blur|clear|textContent|innerText|innerHTML|inputValue|getAttribute|isChecked|isEnabled|isDisabled|scrollIntoViewIfNeeded|screenshot|dragTo|boundingBox|dispatchEvent|evaluate|waitFor|waitForSelector|all\w*|count): Timeout|waiting for (?:selector|locator|element|getBy\w+|get_by_\w+)|waitForSelector|element .{0,80}(?:still )?(?:not (?:visible|clickable|displayed|existing|interactable|found|present)|did not (?:appear|become)).{0,40}(?:after|within|in) \d|Timed out retrying after .{1,60}(?:Expected to find|cy\.)/i,
    why: 'A browser action waited for an element until its limit.',
  },
  {
    ...base,
    name: 'timeout/service-start',
    kind: 'service-start-timeout',
    match:
      /(?:Timed out|timeout|gave up|did not).{0,60}(?:container|server|service|port|application|app|webServer|config\.webServer|emulator|daemon|broker|cluster)\b.{0,60}(?:to (?:start|open|be ready|become|come up|respond|be accessible|listen)|startup|start|ready)|Container startup failed|ContainerLaunchException|Timed out waiting \d+ms from config\.webServer|(?:server|service|container|application|app) (?:did not|didn't|failed to|never) (?:start|come up|become (?:ready|healthy)|respond)|wait(?:ed|ing)? for .{1,60} (?:to (?:start|be ready|become ready|be healthy))/i,
    why: 'A service that the tests need did not come up in time.',
  },
  {
    ...base,
    name: 'timeout/test',
    kind: 'test-timeout',
    match:
      /Exceeded timeout of|Test timeout of \d|test (?:case )?(?:timed out|exceeded|took too long)|Test timed out in|Timeout of \d{1,9} ?ms exceeded|Timeout >\s?\d|execution (?:timed out|exceeded timeout)|timed out after \d{1,9} ?(?:ms|milli|s\b|sec|min)|Async callback was not invoked within|did not (?:complete|finish|end|resolve|return) (?:with)?in\b|ensure the (?:promise|callback) (?:resolves|is executed)|function timed out|TestTimedOut|TestTimeout|testTimeoutFailure|exceeded (?:the )?(?:timeout|time limit|deadline|maximum (?:execution )?time)|DeadlineExceeded: Test|pytest-timeout|Maximum execution time of|time limit (?:was )?exceeded|timeout exceeded|ran (?:too long|past its)/i,
    // A lower-case `timeout of 5000ms exceeded` is the limit of an HTTP client (axios), Mocha's begins with a capital.
    unless:
      /(?:[Tt]imed out|[Tt]imeout).{0,60} waiting for|(?<!\w )\btimeout of \d{1,9} ?ms exceeded(?!\. For async| for a hook)/,
    why: 'The limit of one test, as each runner words it.',
  },
  {
    ...base,
    name: 'timeout/read',
    kind: 'read-timeout',
    match:
      /ReadTimeout|Read timed out|read timeout|SocketTimeout|SO_TIMEOUT|Client\.Timeout exceeded|request (?:has )?timed[ -]?out|Request ?Timeout|RequestTimeoutError|response (?:has )?timed out|timeout of \d{1,9} ?ms exceeded|The operation was aborted due to timeout|timeout awaiting response|HeadersTimeout|BodyTimeout|ESOCKETTIMEDOUT|HttpTimeoutException|operation timed out|operation timeout|The (?:read|write|send) operation timed out|\b408\b.{0,20}Timeout|APITimeoutError|ResponseTimeout|No response (?:from|within|received)|ECONNABORTED.{0,40}timeout|signal timed out|i\/o timeout|AbortError|The request was (?:canceled|aborted).{0,60}Timeout|Operation timed out after \d/i,
    why: 'The peer accepted the request and did not answer in time.',
  },
  {
    ...base,
    name: 'timeout/wait',
    kind: 'wait-timeout',
    match:
      /timed?[ -]?out (?:after .{1,40} )?(?:while )?(?:waiting|awaiting|polling)|timed out waiting|Timeout waiting|wait(?:ing|ed)? (?:for .{1,200} )?timed out|(?:condition|predicate|expectation|assertion)\b.{0,80}\b(?:not|never) (?:been )?(?:met|satisfied|true|reached|fulfilled)|Condition never satisfied|never (?:became|appeared|happened|finished|completed|arrived|satisfied)|not (?:met|fulfilled|satisfied|ready|available|completed|received|reached) (?:with)?in\b|gave up (?:waiting|after|on)|did not (?:become|get|reach|appear|turn) .{0,60}(?:after|within|in) \d|exceeded .{0,40}waiting|giving up after|(?:no|nothing) .{0,60}(?:with)?in \d+ ?(?:ms|s|sec|min)|within (?:the )?(?:time(?:out| limit| specified| allowed| allotted)?|allotted)\b|(?:unable|failed) to (?:acquire|obtain|get) (?:\w+ ){0,3}lock|could not (?:acquire|obtain|get) (?:\w+ ){0,3}lock\b|\bTimeoutException\b|WaitTimeout|TimeoutExpired|ConditionTimeout|\bqueue\.Empty\b|_queue\.Empty|Timed out after \d|still .{1,60} after \d+ ?(?:ms|s|sec|min)|exceeded.{0,30}(?:retries|attempts).{0,40}waiting|waitFor\w{0,60}\b.{0,60}[Tt]imeout|wait_?until/i,
    why: 'Something was awaited and did not happen in time.',
  },
  {
    ...base,
    name: 'timeout/deadline',
    kind: 'deadline',
    match:
      /deadline[ _]?exceeded|DEADLINE_EXCEEDED|DeadlineExceeded|exceeds the deadline|past (?:its|the) deadline|context canceled.{0,40}timeout/i,
    why: 'Go contexts, gRPC status 4 and Hypothesis speak of deadlines.',
  },
  {
    ...base,
    name: 'timeout/any',
    kind: 'wait-timeout',
    match:
      /\btimed[ -]?out\b|\b\w{0,40}TimeoutError\b|\bTimeout(?:Exception)?\b.{0,40}(?:exceeded|expired|reached|elapsed|hit)|(?:exceeded|expired|reached|elapsed|hit).{0,40}\btimeout\b|\btimeout(?: error)?$|^timeout\b|\bby timeout\b|\w{1,60}TimeoutException\b|\bETIME\b|timer expired|: timeout\b|Timeout \d+ms exceeded|タイムアウト|délai (?:d'attente )?dépassé|Zeitüberschreitung|tiempo de espera|超时|тайм-?аут|tempo limite/i,
    why: 'The word itself, also in other languages, as the subject of the headline.',
  },
];
