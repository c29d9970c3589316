import { serviceOf } from '../facts/service.js';
import { sendsCredentials } from '../source/test-lines.js';
import { unauthorized } from './for-status.js';
import type { About } from './suggestion.js';

type Step = (about: About, target: string) => string;

const STEPS: Readonly<Record<string, Step>> = {
  'token-expired': ({ request, testWhere }) =>
    request === ''
      ? `Make a new token where ${testWhere} takes its own, or fix the clock of the test: this one has expired.`
      : `Send a token that is still valid with ${request} (${testWhere}): make it in the test, or fix the clock.`,
  'bad-credentials': credentials,
  'db-password': password,
  'db-permission': ({ ask, where }) =>
    `Grant the role of the tests the right on ${ask('table') === '' ? 'the tables of the statement' : ask('table')} (\`GRANT\`); ${where} needs it.`,
  'no-credentials': ({ rootCause }, target) =>
    /\bAWS\b|botocore|locate credentials/i.test(rootCause)
      ? `Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in \`env:\` of the step (dummy values are enough for a mock), or assume a role; ${target} finds none.`
      : `Give ${target} credentials: set the secret in \`env:\` of the step (secrets are not passed to pull requests from forks).`,
  'access-denied': permission,
  forbidden: permission,
};

const VARIABLE =
  /(?:environ(?:\.get)?[[(]\s?["']|getenv\(["']|process\.env\.|ENV(?:\.fetch)?[[(]["'])([A-Z][A-Z0-9_]{2,60}(?:TOKEN|KEY|SECRET|PASSWORD|PAT)\w{0,20})/;

/** A log-in that is refused, by what the answer finds wrong. */
function credentials({ rootCause, request, where, facts }: About, target: string): string {
  if (/\baudience\b/i.test(rootCause))
    return `Issue the token for ${target} for the audience that the service asks for, or let the service accept this one.`;
  if (/\bsignature\b/i.test(rootCause))
    return `Sign the token for ${target} with the key that the service verifies with.`;
  const sent = request === '' ? `the call of ${where}` : `${request} (${where})`;
  const [, provider = '', thing = 'secret'] =
    /^([\w ]{2,40}?) refuses the (token|API key|credentials)/.exec(rootCause) ?? [];
  const of = provider === '' ? '' : ` for ${provider}`;
  const variable = VARIABLE.exec(`${facts.source} ${facts.nearby()} ${facts.text}`)
    ?.slice(1)
    .find((name: string | undefined) => name !== undefined);
  const from = variable === undefined ? 'behind its variable of `env:`' : `behind ${variable}`;
  return `Replace the ${thing}${of} that ${sent} sends (${from}): ${provider === '' ? 'the server' : provider} does not accept it (wrong, expired or revoked).`;
}

const MISSING =
  /(?:missing|requires?|needs?|lacks?|insufficient) (?:the )?(role|scope|permission)s?:? ["'`]?([\w:.*/-]{2,80})/i;

/** Which user or role lacks a right, as the server names it. */
function permission({ facts, rootCause, testWhere }: About, target: string): string {
  const user = /\bUser "([^"]{1,120})" cannot (\w{1,20}) resource "([^"]{1,80})"/.exec(facts.text);
  if (user) return `Give ${user[1] ?? ''} a role that may ${user[2] ?? ''} ${user[3] ?? ''}; ${target} asks for it.`;
  const arn = /User: (\S{1,160}) is not authorized to perform: (\S{1,100})/.exec(facts.text);
  if (arn) return `Allow ${arn[2] ?? ''} for ${arn[1] ?? ''} in its policy.`;
  if (/^the WebSocket handshake/.test(rootCause))
    return `Send the token, cookie or \`Origin\` header that the server asks for in the WebSocket handshake of ${testWhere}: ${rootCause.replace(/^.{0,60}: /, '')}.`;
  const missing = MISSING.exec(facts.text) ?? MISSING.exec(rootCause);
  if (missing)
    return `Give the user or token of the tests the ${(missing[1] ?? '').toLowerCase()} ${(missing[2] ?? '').replace(/[.:]$/, '')} before ${target}${target.includes(testWhere) ? '' : ` (${testWhere})`}.`;
  return `Log the test in as a user with the permission that ${target} asks for, or grant it in the set-up.`;
}

/** Whose password a server refuses, and where it is asked. */
function password({ facts, ask, where }: About): string {
  const user = /(?:for|user) (?:user )?["']([^"'\s]{1,80}?)["'](?:@|\b|$|\s)/.exec(facts.text)?.[1] ?? '';
  const service = serviceOf(facts, ask('host'));
  const server = [service === '' ? 'the server' : service, ask('host')].filter((part) => part !== '').join(' at ');
  const whose = user === '' ? 'user and password' : `the password of '${user}'`;
  return `Set ${whose} for ${server} to the value that it was started with (the connection URL or variables in \`env:\`); ${where} logs in with another one.`;
}

/** Log-in failures by the step that repairs them. */
export function forAuth(about: About): string {
  const { request, where, kind } = about;
  const target = request === '' ? `the request of ${where}` : request;
  const step = STEPS[kind];
  if (step === undefined && sendsCredentials(about.facts))
    return unauthorized({ about, what: request === '' ? target : `${request} (${where})`, code: '401', wanted: '' });
  return (
    step?.(about, target) ??
    `Send credentials with ${target}${request === '' ? '' : ` (${where})`}: an \`Authorization\` header, or the log-in that it needs; check that its secret is set for this suite.`
  );
}
