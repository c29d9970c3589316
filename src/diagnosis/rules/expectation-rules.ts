import type { Rule } from './rule.js';

const base = { category: 'assertion', on: 'head' } as const;

/** Expectations that tools state without an assertion: an element, a mocked call, a test that should fail. */
export const EXPECTATION_RULES: readonly Rule[] = [
  {
    ...base,
    name: 'assertion/element-missing',
    kind: 'element-not-found',
    confidence: 'medium',
    match:
      /no such element|NoSuchElement(?:Exception|Error).{0,200}(?:element|locat)|unable to (?:locate|find)(?: an?)? element|can't call .{1,60} on element .{1,80} because element wasn't found|Expected to find element/i,
    why: 'WebDriver error "no such element" and the words of WebdriverIO and Cypress.',
  },
  {
    ...base,
    name: 'assertion/mock',
    kind: 'mock',
    confidence: 'high',
    match:
      /\bNo match for request\b|\bnot mocked\b|No mock address|Argument\(s\) are different! Wanted|\bWanted but not invoked|Wanted \d+ times?:|expectation\(s\) were (?:not )?met|mock: (?:Unexpected|I don't know what to return)|Unexpected Method Call|there is a remaining expectation|all expectations were already fulfilled|call to .{1,200} was not expected|missing call\(s\) to|expected call at .{1,200} (?:has|doesn't)|Request was not matched|No (?:stub|mapping|mock|interaction|handler)s? (?:found|matched|matches|registered)? ?(?:for|the) |There are no pending mocks|unsatisfied interaction|received unexpected (?:call|message)|MockExpectation|No matching (?:mock|request handler)|was not expected to be called|doesn't match any registered mock|No response can be found for|without a matching request handler|Real HTTP (?:connections|requests) are (?:disabled|not allowed)|unregistered request:/i,
    why: 'Mocks of HTTP and of objects: a call came that nobody described, or a described one did not come.',
  },
  {
    ...base,
    name: 'assertion/expected-failure',
    kind: 'unexpected-pass',
    confidence: 'high',
    match:
      /^\[XPASS\(strict\)\]|^Unexpected success|Expected to fail, but passed|Expected example to fail since it is pending|expected (?:test )?to fail but (?:it )?passed/i,
    why: 'A test that is marked as failing has passed (pytest xfail strict, unittest expectedFailure, Playwright test.fail).',
  },
  {
    ...base,
    on: 'text',
    name: 'assertion/doctest',
    kind: 'value',
    confidence: 'high',
    match: /: DocTestFailure$|^Failed example:$/m,
    why: 'A doctest prints what it expected and got below labels of their own.',
  },
];
