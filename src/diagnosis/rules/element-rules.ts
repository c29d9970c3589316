import type { Rule } from './rule.js';

/** A page without the element a test looks for: the expectation of the test does not hold. */
export const ELEMENT_RULES: readonly Rule[] = [
  {
    name: 'assertion/element-missing',
    category: 'assertion',
    kind: 'element-not-found',
    confidence: 'medium',
    on: 'head',
    match:
      /no such element|NoSuchElement(?:Exception|Error).{0,200}(?:element|locat)|unable to (?:locate|find)(?: an?)? element|can't call .{1,60} on element .{1,80} because element wasn't found|Expected to find element/i,
    why: 'WebDriver error "no such element" and the words of WebdriverIO and Cypress.',
  },
];
