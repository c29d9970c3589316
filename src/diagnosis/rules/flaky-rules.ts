import type { Rule } from './rule.js';

const base = { category: 'flaky', confidence: 'high', on: 'head' } as const;

/** Texts that prove non-determinism by themselves: the same code would have passed with another interleaving. */
export const FLAKY_RULES: readonly Rule[] = [
  {
    ...base,
    name: 'flaky/stale-element',
    kind: 'stale-element',
    match:
      /StaleElementReference|stale element reference|\bstale element\b|element is (?:not|no longer) attached|reference not seen before|(?:detached|removed) from the (?:DOM|document)/i,
    why: 'WebDriver error "stale element reference": the page changed between finding and using the element.',
  },
  {
    ...base,
    name: 'flaky/navigation-race',
    kind: 'race',
    match: /Execution context was destroyed, most likely because of a navigation|Cannot find context with specified id/,
    why: 'The page navigated away while a script of the test was running in it.',
  },
  {
    ...base,
    name: 'flaky/serialization',
    kind: 'serialization-failure',
    match:
      /could not serialize access|SerializationFailure|serialization failure|deadlock detected|deadlock found when trying|was deadlocked on lock|ORA-00060|\b40P01\b|\b40001\b|LockAcquisitionException|WriteConflict|TransientTransactionError/i,
    why: 'SQLSTATE 40001 and 40P01: transactions ran into each other; the database asks to try again.',
  },
  {
    ...base,
    name: 'flaky/optimistic-lock',
    kind: 'serialization-failure',
    match:
      /Optimistic(?:Lock|ing)\w{0,40}(?:Exception|Failure)|StaleObjectState|StaleObjectError|DbUpdateConcurrencyException/,
    why: 'JPA, ActiveRecord and Entity Framework report a lost race for a row with these classes.',
  },
  {
    ...base,
    name: 'flaky/database-locked',
    kind: 'db-locked',
    match: /database (?:table )?is locked|SQLITE_(?:BUSY|LOCKED)|lock wait timeout exceeded/i,
    why: 'SQLITE_BUSY and MySQL 1205: another connection held the lock at that moment.',
  },
  {
    ...base,
    name: 'flaky/hypothesis',
    kind: 'non-deterministic',
    match:
      /\bFlaky(?:Failure|Replay|Strategy\w*)?: |produces unreliable results|inconsistent (?:data generation|test results)|test is not deterministic/i,
    why: 'Hypothesis raises Flaky when one example fails and then passes.',
  },
];

/** A race detector's report stands outside of the message, and nothing else explains the failure better. */
export const RACE_RULES: readonly Rule[] = [
  {
    ...base,
    on: 'text',
    name: 'flaky/data-race',
    kind: 'data-race',
    match:
      /WARNING: DATA RACE|race detected during execution|ThreadSanitizer: data race|concurrent map (?:writes|read and map write|iteration)/,
    why: 'Go and LLVM race detectors report an unsynchronised access that really happened.',
  },
];
