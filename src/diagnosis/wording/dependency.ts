import type { Ask } from '../facts/entities.js';
import type { Facts, Classification } from '../rules/rule.js';
import { clip, first, pathOf, plainHeadline, sourceLine, withDetail } from './sentence.js';

/** What a network dependency did, the host first. */
export function connection(verdict: Classification, facts: Facts, ask: Ask): string {
  const host = first(ask('host'), ask('endpoint'));
  const headline = plainHeadline(facts);
  const subject = host === '' ? 'the server' : host;
  switch (verdict.kind) {
    case 'refused':
      return host === ''
        ? withDetail('a server refuses connections', headline)
        : withDetail(`${host} refuses connections`, pathOf(ask('endpoint')), ' for ');
    case 'dns':
      return host === '' ? withDetail('a host name cannot be resolved', headline) : `${host} cannot be resolved`;
    case 'reset':
      return withDetail(`${subject} closed the connection`, headline);
    case 'too-many-connections':
      return withDetail(`${subject} has no free connection`, headline);
    case '5xx':
      return headline.includes(ask('endpoint')) ? headline : withDetail(ask('endpoint'), headline);
    default:
      return host === '' || headline.includes(host) ? headline : withDetail(host, headline);
  }
}

/** The last reason that Playwright's call log gives for still waiting. */
function stillWaiting(facts: Facts): string {
  const log = facts.lines
    .map((line) => line.trim().replace(/^- /, ''))
    .filter((line) => /^(?:element (?:is|was)|unexpected value|navigating to|<)/.test(line));
  return (
    log.findLast((line) =>
      /not (?:visible|stable|enabled|attached|editable)|detached|outside of the viewport|unexpected value/.test(line),
    ) ?? ''
  ).slice(0, 120);
}

function element(facts: Facts, ask: Ask, limit: string): string {
  const locator = ask('locator');
  const blocker = ask('blocker');
  if (blocker !== '')
    return `${first(locator, 'the element')} covered by ${blocker}${limit === '' ? '' : ` for ${limit}`}`;
  const reason = stillWaiting(facts);
  return `${locator} was not ready${within(limit)}${reason === '' ? '' : ` (${reason})`}`;
}

const within = (limit: string): string => (limit === '' ? '' : ` within ${limit}`);

/** What was awaited and for how long, with the last reason for waiting. */
export function timeout({ kind }: Classification, facts: Facts, ask: Ask): string {
  const limit = humanLimit(ask('limit'));
  const headline = plainHeadline(facts);
  if (ask('blocker') !== '' || ask('locator') !== '') return clip(element(facts, ask, limit));
  const navigation = /navigating to "([^"]{1,160})"/.exec(facts.text)?.[1] ?? '';
  if (navigation !== '') return clip(`${navigation} did not load${within(limit)}`);
  const silent = limit === '' ? ' in time' : within(limit);
  if (/^[\w.]*$/.test(headline)) return clip(withDetail(`nothing came${silent}`, sourceLine(facts), ' from '));
  const host = ask('host');
  if (kind === 'read-timeout' && host !== '') return clip(`${host}${pathOf(ask('endpoint'))} did not answer${silent}`);
  return clip(host === '' || headline.includes(host) ? headline : `${host}${pathOf(ask('endpoint'))}: ${headline}`);
}

/** `1500ms` reads as 1.5 s; short limits stay in milliseconds. */
function humanLimit(limit: string): string {
  const match = /^(\d+(?:\.\d+)?) ?(ms|milliseconds)?$/.exec(limit);
  if (!match) return limit;
  const value = Number(match[1]);
  if (match[2] === undefined && value < 1_000 && limit.includes('.')) return `${limit} s`;
  return value >= 1_000 ? `${value / 1_000} s` : `${value} ms`;
}
