import type { Ask } from '../facts/entities.js';
import { requestOfLine } from '../source/request-near.js';
import { serviceOf } from '../facts/service.js';
import type { Facts, Classification } from '../rules/rule.js';
import { answeredSentence } from './answer.js';
import { covered } from './defects.js';
import { clip, code, first, isBare, pathOf, plainHeadline, sourceLine, withCode, withDetail } from './sentence.js';

/** What the sentence of a connection is made of. */
interface Peer {
  /** Empty when the text names none. */
  readonly host: string;
  readonly subject: string;
  readonly endpoint: string;
  readonly headline: string;
  readonly facts: Facts;
  readonly ask: Ask;
}

function refuses({ host, endpoint, headline, facts }: Peer): string {
  const service = serviceOf(facts, host);
  if (/No such file|ENOENT|no such file/.test(headline)) {
    const socket = socketOf(facts);
    return socket === ''
      ? withDetail(`the socket of ${first(service, 'a server')} does not exist`, sourceLine(facts))
      : `the socket ${socket} does not exist: ${first(service, 'no server')}${service === '' ? ' listens there' : ' is not running'}`;
  }
  if (/\bproxy\b/i.test(headline) && host !== '') return `the proxy ${host} refuses connections`;
  const detail = headline.replace(/, SQL: .{1,400}\)$/, ')');
  if (host === '') return withDetail(`${first(service, 'a server')} refuses connections`, detail);
  const refusal = `${service === '' ? '' : `${service} at `}${host} refuses connections`;
  // The address of the own machine says nothing of what was called.
  return service === '' && endpoint === '' && LOOPBACK.test(host)
    ? withDetail(refusal, code(facts), ' in ')
    : withDetail(refusal, endpoint, ' for ');
}

const LOOPBACK = /^(?:localhost|127\.\d|\[?::1|0\.0\.0\.0)/;

const SOCKET = /["'` (:](\/[^\s"'`():]{2,160}?\.sock(?:et)?\b|\/[^\s"'`():]{0,120}\.s\.PGSQL\.\d{2,5})/;

/** The path of a Unix socket in the message or the failing line; empty when none is shown. */
export const socketOf = (facts: Facts): string =>
  SOCKET.exec(`${facts.head} ${facts.source} ${sourceLine(facts)}`)?.[1] ?? '';

const BY_KIND: Readonly<Record<string, (peer: Peer) => string>> = {
  docker: ({ headline }) => withDetail('no Docker daemon answers', headline),
  refused: refuses,
  'rate-limit': (peer) =>
    first(
      answered(peer),
      withDetail(first(peer.endpoint, code(peer.facts), 'the request'), peer.headline, ' is rate limited: '),
    ),
  tls: ({ headline, subject }) => certificate(headline, subject),
  dns: ({ host, headline }) =>
    host === ''
      ? withDetail('a host name cannot be resolved', headline)
      : `${host.replace(/:\d{1,5}$/, '')} cannot be resolved`,
  reset: ({ subject, headline }) =>
    withDetail(
      `${subject} closed the connection`,
      headline.replace(/^\('[^']{1,60}', \w{1,60}\((?:\d{1,6}, )?'([^']{1,120})'\)\)$/, '$1'),
    ),
  'too-many-connections': ({ subject, headline, host, facts }) => {
    const service = serviceOf(facts, host);
    const server = service === '' || host === '' ? subject : `${service} at ${host}`;
    return withDetail(`${server} has no free connection`, headline.replace(/^.{0,120}\b(?:FATAL|ERROR): {1,3}/, ''));
  },
  'redirect-loop': ({ endpoint, subject, headline }) =>
    withDetail(`${first(endpoint, subject)} redirects without end`, headline.replace(/^[\w.]{1,80}: /, '')),
  '5xx': (peer) =>
    first(
      answered(peer),
      peer.headline.includes(peer.endpoint) ? peer.headline : withDetail(peer.endpoint, peer.headline),
    ),
};

/** The request with the status that it got; empty where one of them is unknown. */
const answered = ({ facts, ask }: Peer): string => answeredSentence(facts, ask);

/** What a network dependency did, the host first. */
export function connection(verdict: Classification, facts: Facts, ask: Ask): string {
  const host = first(ask('host'), ask('endpoint'));
  const headline = plainHeadline(facts).replace(/ assert (\d{3}) == \d{3}$/, ' ($1)');
  const service = serviceOf(facts, host);
  const subject = first(host === '' ? service : host, 'the server');
  const say = BY_KIND[verdict.kind];
  if (say) return say({ host, subject, endpoint: pathOf(ask('endpoint')), headline, facts, ask });
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
    return `${locator === '' ? covered(facts, blocker) : `${locator} is covered by ${blocker}`}${limit === '' ? '' : ` for ${limit}`}`;
  const reason = stillWaiting(facts);
  const option = /did not find some options/.test(facts.text)
    ? /selectOption\((['"][^'"]{1,80}['"])/.exec(sourceLine(facts))
    : null;
  if (option) return `${locator} has no option ${option[1] ?? ''}`;
  if (/\bBy\.\w/.test(locator)) return `no element came for ${locator}${within(limit)}`;
  if (
    /resolved to 0 elements|^(?![\s\S]*(?:locator resolved to|element is|element was))[\s\S]*waiting for (?:locator|getBy|get_by|selector)/.test(
      facts.text,
    )
  )
    return `no element matches ${locator}${within(limit)}`;
  const awaited = /waiting for (response|request) "([^"\n]{1,160})"/.exec(facts.text);
  if (awaited) return `no ${awaited[1] ?? ''} came for ${awaited[2] ?? ''}${within(limit)}`;
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

/** A runner's own limit ran out; empty when something more exact is known. */
function overLimit(kind: string, headline: string, limit: string, facts: Facts): string {
  if (/^STACK_TRACE_ERROR\b/.test(headline)) return 'the test ran past its limit';
  if (limit === '' || !/^(?:test|hook|wait)-timeout$/.test(kind) || !OVER_LIMIT.test(headline)) return '';
  const isHook = kind === 'hook-timeout' || /for a hook/.test(headline);
  const past = `${isHook ? 'a hook' : 'the test'} ran past its limit of ${limit}`;
  if (/while waiting for `done\(\)` to be called/.test(facts.text)) return `${past}: its \`done()\` was not called`;
  return withDetail(past, waiting(facts), ' in ');
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
  const navigation = /navigating to "([^"]{1,160})"/.exec(facts.text)?.[1] ?? '';
  if (navigation !== '') return clip(`${navigation} did not load${within(limit)}`);
  const silent = limit === '' ? ' in time' : within(limit);
  if (/^[\w.]*$/.test(headline)) return clip(withDetail(`nothing came${silent}`, sourceLine(facts), ' from '));
  if (kind === 'read-timeout' || kind === 'deadline') return clip(noAnswer(facts, ask, headline, silent));
  return clip(ranOut(kind, facts, ask('host'), headline, silent));
}

/** A limit that ran out, with the request of the failing line, the host that it was about, or that line. */
function ranOut(kind: string, facts: Facts, host: string, headline: string, silent: string): string {
  const request = isBare(headline) ? requestOfLine(sourceLine(facts)) : '';
  if (request !== '') return `${request} did not answer${silent}`;
  const isNamed = host === '' || kind === 'statement-timeout' || headline.includes(host);
  const detail = isNamed ? headline : `${host}: ${headline}`;
  const isShort = isBare(headline) || /^called `Result/.test(headline);
  return withDetail(detail, isShort ? code(facts) : '', ' in ');
}

/** Words of HTTP clients that say only that time ran out. */
const CLIENT = /(?:^|: )timeout of \d{1,9} ?ms exceeded|HttpClient\.Timeout|The operation was aborted due to timeout/;

/** A peer that took a request and did not answer; the failing call where it is not named. */
function noAnswer(facts: Facts, ask: Ask, headline: string, silent: string): string {
  const [host, endpoint] = [ask('host'), ask('endpoint')];
  if (/celery/i.test(facts.type)) return withDetail(`no result of the task came${silent}`, code(facts), ' for ');
  if (endpoint.includes('://')) return `${endpoint} did not answer${silent}`;
  if (CLIENT.test(headline)) {
    const to = first(endpoint, host);
    return `the HTTP request${to === '' ? '' : ` to ${to}`} got no answer${silent}`;
  }
  if (host !== '') return `${unanswered(host, endpoint)} did not answer${silent}`;
  return withCode(headline, facts);
}

/** `1500ms` reads as 1.5 s; short limits stay in milliseconds. */
function humanLimit(limit: string): string {
  const match = /^(\d+(?:\.\d+)?) ?(ms|milliseconds)?$/.exec(limit);
  if (!match) return limit.replace(/(\d)(?=(?:ms|s|min)$)/, '$1 ');
  const value = Number(match[1]);
  if (match[2] === undefined && value < 1_000 && limit.includes('.')) return `${limit} s`;
  return value >= 1_000 ? `${value / 1_000} s` : `${value} ms`;
}
