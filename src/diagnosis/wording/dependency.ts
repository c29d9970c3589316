import type { Ask } from '../facts/entities.js';
import { serviceOf } from '../facts/service.js';
import type { Facts, Classification } from '../rules/rule.js';
import { clip, first, pathOf, plainHeadline, sourceLine, withDetail } from './sentence.js';

/** What the sentence of a connection is made of. */
interface Peer {
  /** Empty when the text names none. */
  readonly host: string;
  readonly subject: string;
  readonly endpoint: string;
  readonly headline: string;
  readonly facts: Facts;
}

function refuses({ host, endpoint, headline, facts }: Peer): string {
  const service = serviceOf(facts, host);
  if (/No such file|ENOENT/.test(headline))
    return withDetail(`the socket of ${first(service, 'a server')} does not exist`, sourceLine(facts));
  if (/\bproxy\b/i.test(headline) && host !== '') return `the proxy ${host} refuses connections`;
  if (host === '') return withDetail(`${first(service, 'a server')} refuses connections`, headline);
  return withDetail(`${service === '' ? '' : `${service} at `}${host} refuses connections`, endpoint, ' for ');
}

const BY_KIND: Readonly<Record<string, (peer: Peer) => string>> = {
  docker: ({ headline }) => withDetail('no Docker daemon answers', headline),
  refused: refuses,
  'rate-limit': ({ endpoint, subject, headline }) =>
    withDetail(first(endpoint, subject), headline, ' is rate limited: '),
  tls: ({ headline, subject }) => certificate(headline, subject),
  dns: ({ host, headline }) =>
    host === ''
      ? withDetail('a host name cannot be resolved', headline)
      : `${host.replace(/:\d{1,5}$/, '')} cannot be resolved`,
  reset: ({ subject, headline }) => withDetail(`${subject} closed the connection`, headline),
  'too-many-connections': ({ subject, headline }) => withDetail(`${subject} has no free connection`, headline),
  'redirect-loop': ({ endpoint, subject, headline }) =>
    withDetail(`${first(endpoint, subject)} redirects without end`, headline.replace(/^[\w.]{1,80}: /, '')),
  '5xx': ({ endpoint, headline }) => (headline.includes(endpoint) ? headline : withDetail(endpoint, headline)),
};

/** What a network dependency did, the host first. */
export function connection(verdict: Classification, facts: Facts, ask: Ask): string {
  const host = first(ask('host'), ask('endpoint'));
  const headline = plainHeadline(facts).replace(/ assert (\d{3}) == \d{3}$/, ' ($1)');
  const service = serviceOf(facts, host);
  const subject = first(host === '' ? service : host, 'the server');
  const say = BY_KIND[verdict.kind];
  if (say) return say({ host, subject, endpoint: pathOf(ask('endpoint')), headline, facts });
  const peer = [service, host].filter((part) => part !== '').join(' at ');
  return peer === '' || headline.includes(peer) ? headline : withDetail(`${peer} cannot be reached`, headline);
}

/** What is wrong with a certificate or the protocol, in plain words. */
function certificate(headline: string, subject: string): string {
  const name = /certificate is not valid for '([^']{1,120})'/.exec(headline)?.[1];
  if (name !== undefined) return `the certificate is not valid for ${name}`;
  const after = /has expired.{0,60}is after (\S{10,30})/.exec(headline)?.[1];
  if (after !== undefined) return `the certificate of ${subject} expired at ${after}`;
  if (/WRONG_VERSION_NUMBER|wrong version number|packet length too long/i.test(headline))
    return `${subject} does not speak TLS: HTTPS was sent to a port of plain HTTP`;
  return headline.includes(subject) ? headline : withDetail(subject, headline);
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
  if (
    /resolved to 0 elements|^(?![\s\S]*(?:locator resolved to|element is|element was))[\s\S]*waiting for (?:locator|getBy|get_by|selector)/.test(
      facts.text,
    )
  )
    return `no element matches ${locator}${within(limit)}`;
  if (/^(?:response|request|event)\b/.test(locator)) return `no ${locator} came${within(limit)}`;
  return `${locator} was not ready${within(limit)}${reason === '' ? '' : ` (${reason})`}`;
}

/** The line that was running when the limit ended, when the text marks one. */
function waiting(facts: Facts): string {
  const line = sourceLine(facts).replace(/;$/, '');
  const isCall =
    /[\w)]\(/.test(line) && !/^(?:test|it|def|describe|async|function|beforeAll|beforeEach|after\w+)\b/.test(line);
  return isCall && line.length <= 90 && !line.includes('`') ? `\`${line}\`` : '';
}

const within = (limit: string): string => (limit === '' ? '' : ` within ${limit}`);

const OVER_LIMIT =
  /^(?:thrown: )?["']?(?:Exceeded timeout|Test timeout|Test timed out|Timeout of|Timeout \(|Hook timed out|Timeout -)/i;

/** A runner's own limit ran out; empty when something more exact is said. */
function overLimit(kind: string, headline: string, limit: string, facts: Facts): string {
  if (limit === '' || !/^(?:test|hook|wait)-timeout$/.test(kind) || !OVER_LIMIT.test(headline)) return '';
  const isHook = kind === 'hook-timeout' || /for a hook/.test(headline);
  return withDetail(`${isHook ? 'a hook' : 'the test'} ran past its limit of ${limit}`, waiting(facts), ' in ');
}

/** Who did not answer, the request first when it is known. */
function unanswered(host: string, endpoint: string): string {
  if (endpoint === '' || endpoint.startsWith('/')) return `${host}${endpoint}`;
  return endpoint.includes(host) ? endpoint : `${endpoint} of ${host}`;
}

/** What was awaited and for how long, with the last reason for waiting. */
export function timeout({ kind }: Classification, facts: Facts, ask: Ask): string {
  const limit = humanLimit(ask('limit'));
  const headline = plainHeadline(facts);
  const passed = overLimit(kind, headline, limit, facts);
  if (passed !== '') return clip(passed);
  if (ask('blocker') !== '' || ask('locator') !== '') return clip(element(facts, ask, limit));
  const client = /(?:^|: )timeout of \d{1,9} ?ms exceeded/.test(headline) && kind === 'read-timeout';
  if (client)
    return clip(`${first(pathOf(ask('endpoint')), ask('host'), 'the HTTP request')} got no answer${within(limit)}`);
  const navigation = /navigating to "([^"]{1,160})"/.exec(facts.text)?.[1] ?? '';
  if (navigation !== '') return clip(`${navigation} did not load${within(limit)}`);
  const silent = limit === '' ? ' in time' : within(limit);
  if (/^[\w.]*$/.test(headline)) return clip(withDetail(`nothing came${silent}`, sourceLine(facts), ' from '));
  const host = ask('host');
  if (kind === 'read-timeout' && host !== '')
    return clip(`${unanswered(host, pathOf(ask('endpoint')))} did not answer${silent}`);
  return clip(host === '' || headline.includes(host) ? headline : `${host}: ${headline}`);
}

/** `1500ms` reads as 1.5 s; short limits stay in milliseconds. */
function humanLimit(limit: string): string {
  const match = /^(\d+(?:\.\d+)?) ?(ms|milliseconds)?$/.exec(limit);
  if (!match) return limit;
  const value = Number(match[1]);
  if (match[2] === undefined && value < 1_000 && limit.includes('.')) return `${limit} s`;
  return value >= 1_000 ? `${value / 1_000} s` : `${value} ms`;
}
