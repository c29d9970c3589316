// Words what a server answered: status and message, refused log-ins, tokens and missing rights.
import { answerIn, bodyMessage } from '../facts/answer.js';
import type { Ask } from '../facts/entities.js';
import { requestNear } from '../source/request-near.js';
import { serviceOf } from '../facts/service.js';
import type { Facts } from '../rules/rule.js';
import { clip, first, withDetail } from './sentence.js';

/** The message of an answer's body: in what the test says beside the comparison, else where the failure prints it. */
function messageOf(facts: Facts): string {
  const lines = facts.lines.slice(0, 60).filter((line) => !/^\s*(?:>|def |at |\d+ \|)/.test(line));
  return first(bodyMessage(facts.headline), bodyMessage(lines.join('\n')), bodyMessage(facts.captured));
}

/** `GET /berths/77 answered 404: berth 77 does not exist`; empty when request or status is unknown. */
export function answeredSentence(facts: Facts, ask: Ask): string {
  const answer = answerIn(facts);
  const endpoint = first(ask('endpoint'), requestNear(facts));
  if (answer === null || endpoint === '') return '';
  const text = messageOf(facts);
  const phrase = answer.phrase === '' ? '' : ` ${answer.phrase}`;
  const isNew = text !== '' && text.toLowerCase() !== answer.phrase.toLowerCase();
  return clip(`${endpoint} answered ${answer.status}${phrase}${isNew ? `: ${text}` : ''}`);
}

/** What tools say of a token, and the plain words for it. */
const TOKENS: readonly (readonly [text: RegExp, plain: string])[] = [
  [/^(?:Signature has expired|jwt expired|(?:the )?token (?:is|has|was)? ?expired\.?)$/i, 'the token has expired'],
  [/^(?:Audience doesn't match|jwt audience invalid.{0,80}|Invalid audience)$/i, 'the token is for another audience'],
  [
    /^(?:Signature verification failed|invalid signature|signature (?:is )?invalid)$/i,
    'the token is signed with another key',
  ],
  [/^(?:jwt malformed|Not enough segments|Invalid header.{0,60})$/i, 'the token is no JWT'],
];

/** What is wrong with a token, in plain words; the text itself when it is about something else. */
export function tokenInWords(text: string): string {
  const plain = TOKENS.find(([known]) => known.test(text))?.[1];
  return plain === undefined || plain === text ? text : `${plain} (${text})`;
}

const LOGIN =
  /(?:authentication failed for user|Access denied for user|Login failed for user) ["']?([\w.@-]{1,80}?)["']?(?:@'?[\w.:-]{1,80}'?)?(?=[\s.,;:)(]|$)/;

/** Whose log-in a database or a broker refuses; empty when its words are not known. */
export function loginRefused(facts: Facts, ask: Ask, headline: string): string {
  const host = ask('host');
  const service = serviceOf(facts, host);
  const server = [service === '' ? 'the server' : service, host].filter((part) => part !== '').join(' at ');
  const user = LOGIN.exec(headline)?.[1] ?? '';
  if (user !== '') return `${server} refuses the password of user '${user.replace(/^'|'$/g, '')}'`;
  if (/username-password pair|WRONGPASS/.test(headline))
    return withDetail(`${server} refuses user and password`, headline);
  return '';
}

/** Services by their clients and the addresses of their answers. */
const PROVIDERS: readonly (readonly [named: RegExp, name: string])[] = [
  [/\bgithub\b|octokit|api\.github\.com/i, 'GitHub'],
  [/\bgitlab\b/i, 'GitLab'],
  [/\bslack(?:_sdk)?\b/i, 'Slack'],
  [/\bstripe\b/i, 'Stripe'],
  [/\btwilio\b/i, 'Twilio'],
  [/\bsendgrid\b/i, 'SendGrid'],
  [/\bopenai\b/i, 'OpenAI'],
  [/\banthropic\b/i, 'Anthropic'],
  [/\bdocker(?:hub)?\b|registry-1\.docker/i, 'the Docker registry'],
  [/\bbotocore\b|\bamazonaws\b|\bboto3\b/i, 'AWS'],
  [/\bgoogleapis?\b|google\.(?:auth|api_core|cloud)/i, 'Google Cloud'],
];

/** A refusal that a client prints with its body: `401 {"message": "Bad credentials"}`; empty for other texts. */
export function refusedBody(facts: Facts, text: string): string {
  const [, status = ''] = /^(?:HTTP )?([45]\d\d)[\w ]{0,30}:? ?\{/.exec(text) ?? [];
  const message = bodyMessage(text);
  if (message === '' || !/^(?:[45]\d\d\b|\{)/.test(text)) return '';
  const name = PROVIDERS.find(([named]) => named.test(`${facts.type} ${text}`))?.[1] ?? '';
  const answer = status === '' ? message : `${status} ${message}`;
  if (name !== '' && (status === '401' || /bad credentials|invalid.{0,20}(?:token|key|credentials)/i.test(message)))
    return `${name} refuses the ${/api.?key/i.test(message) ? 'API key' : 'token'}: ${answer}`;
  return `${first(name, 'the server')} answered ${answer}`;
}

/** Who may not do what, as Kubernetes and its kin say it; empty for other refusals. */
export function rightMissing(facts: Facts): string {
  const [, user = '', verb = '', resource = '', space = ''] =
    /User "([^"]{1,120})" cannot (\w{1,20}) (?:resource|path) "([^"]{1,80})"(?:.{0,60}namespace "([^"]{1,80})")?/.exec(
      facts.text,
    ) ?? [];
  return user === '' ? '' : `${user} may not ${verb} ${resource}${space === '' ? '' : ` in the namespace ${space}`}`;
}
