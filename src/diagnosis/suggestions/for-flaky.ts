import { accessesIn, deadlockIn, isMapFault } from '../wording/flaky.js';
import { clip } from '../wording/sentence.js';
import type { About } from './suggestion.js';

/** A variable or a map that two threads use at once. */
function race({ where, facts }: About): string {
  const [one, other] = accessesIn(facts);
  if (isMapFault(facts))
    return `Guard the map that ${one === undefined ? where : `\`${one.name}\` (${where})`} uses with a \`sync.Mutex\` or \`sync.RWMutex\`, or make it a \`sync.Map\`; \`go test -race\` shows both accesses.`;
  if (one === undefined || other === undefined)
    return `Guard the access at ${where} with a lock or mutex; the detector prints both sides.`;
  const both =
    one.place === other.place
      ? `in \`${one.name}\` (${one.place})`
      : `in \`${one.name}\` (${one.place}) and in \`${other.name}\` (${other.place})`;
  return `Guard the variable by one mutex ${both}, or let one goroutine own it and send it the changes.`;
}

/** Rows for which two transactions wait. */
function conflict({ where, facts }: About): string {
  if (/database is locked/i.test(facts.head))
    return `Close other connections before ${where} writes, or set a busy timeout and WAL mode: SQLite lets one connection write.`;
  const { table, column } = deadlockIn(facts);
  const rows = /deadlock/i.test(facts.head) && table !== '' ? `the rows of ${table}` : 'rows';
  const order = rows === 'rows' || column === '' ? '' : ` (for example sorted by ${column})`;
  return `Lock ${rows} in the same order in every transaction${order}, and repeat the transaction of ${where} when the database ends it.`;
}

/** What a test that passed on a retry saw in the attempt that failed. */
function retried({ where, rootCause, ask }: About): string {
  const seen = /^failed once, then passed on the same commit: (.{3,200})$/.exec(rootCause)?.[1] ?? '';
  const [, thing = '', was = '', wanted = ''] = /^(.{1,100}) is (.{1,60}), expected (.{1,60})$/.exec(seen) ?? [];
  const end = 'quarantine the test only with an owner and a date.';
  if (thing !== '' && ask('locator') !== '')
    return `Wait ${where.startsWith('the ') ? 'in' : 'before'} ${where} until ${thing} is ${wanted} (for the response or job that sets it): it was still ${was} when the first attempt gave up; ${end}`;
  return seen === ''
    ? `Remove the dependence on timing at ${where}: wait for the state that it needs; ${end}`
    : `Find out what decides whether ${where} sees "${clip(seen, 100).replace(/["`]/g, "'")}" (order of tests, clock, network, random data) and fix it in the test; ${end}`;
}

/** The next step for failures that another interleaving would not have. */
export function forFlaky(about: About): string {
  const { kind, where } = about;
  switch (kind) {
    case 'data-race':
      return race(about);
    case 'serialization-failure':
      return conflict(about);
    case 'stale-element':
      return `Locate the element again right before ${where} uses it: the page has drawn it anew since.`;
    case 'race':
      return `Wait for the navigation to end (\`waitForURL\`, \`waitForLoadState\`) before ${where} reads the page.`;
    case 'passed-on-retry':
      return retried(about);
    default:
      return `Remove the dependence on timing at ${where}: wait for the state that it needs; quarantine the test only with an owner and a date.`;
  }
}
