import { serviceOf } from '../facts/service.js';
import type { About } from './suggestion.js';

type Step = (about: About, target: string, host: string) => string;

const STEPS: Readonly<Record<string, Step>> = {
  dns: (_, __, host) =>
    `Check the host name${host === '' ? '' : ` ${host.replace(/:\d{1,5}$/, '')}`} in the settings of the tests: no resolver of this runner knows it.`,
  tls: certificate,
  'too-many-connections': (_, target) =>
    `Close connections in tear-down or raise the limit of ${target} (\`max_connections\`); run fewer workers to confirm.`,
  '5xx': ({ request, where }, target) =>
    `Read the log of ${target} for ${request === '' ? `the request of ${where}` : request}: it answered with a server error.`,
  docker: () =>
    'Start Docker on this runner (hosted macOS and Windows runners have none), or move these tests to a Linux job.',
  'rate-limit': ({ request }, target) =>
    `Make fewer requests to ${request === '' ? target : request}, wait as long as \`Retry-After\` asks for, or use a stand-in for it in tests.`,
  'redirect-loop': ({ request, where }, target) =>
    `Print where ${request === '' ? target : request} redirects to (\`curl -sIL\`, called at ${where}), and correct the route that sends the client back to an address it came from.`,
  reset: ({ request, where }, target) =>
    `Read the log of ${target} for ${request === '' ? `the call at ${where}` : request}: it accepted the connection and closed it without an answer.`,
};

/** A certificate by what is wrong with it. */
function certificate({ rootCause }: About, target: string, host: string): string {
  const name = /^the certificate is not valid for (\S{1,120})/.exec(rootCause)?.[1];
  if (name !== undefined)
    return `Issue the certificate for ${name} (its subject alternative names), or connect by a name that it holds.`;
  if (/\bexpired\b/.test(rootCause)) return `Renew the certificate of ${target}: it has expired.`;
  if (/does not speak TLS/.test(rootCause))
    return `Use http:// for ${target}, or the port on which it serves HTTPS: this port speaks plain HTTP.`;
  if (/self.signed|unable to (?:get|verify).{0,40}certificate|unknown authority|issuer/i.test(rootCause))
    return `Trust the authority that signed the certificate of ${target} on this runner (\`SSL_CERT_FILE\`, \`NODE_EXTRA_CA_CERTS\`).`;
  return `Check certificate, host name and protocol of ${target}; \`openssl s_client -connect ${host === '' ? '<host:port>' : host}\` shows them.`;
}

/** The next step for a dependency that cannot be reached, by kind. */
export function forConnection(about: About): string {
  const { ask, facts, kind, where } = about;
  const host = ask('host');
  const service = serviceOf(facts, host);
  const address = /^\d{1,5}$/.test(host) ? `port ${host}` : host;
  const target = [service, address].filter((part) => part !== '').join(service === '' ? '' : ' at ');
  const named = target === '' ? 'the service' : target;
  const step = STEPS[kind];
  if (step) return step(about, named, host);
  if (/\bproxy\b/i.test(facts.head))
    return `Start the proxy ${address}, or unset \`HTTP_PROXY\`/\`HTTPS_PROXY\` for the tests.`.replace('  ', ' ');
  const start = service === '' ? '`start-command` with `health-url`' : '`services:` of the job, or `start-command`';
  const called = target === '' && where !== '' ? ` (${where} connects to it)` : '';
  return `Start ${named} before the tests and wait for it (${start})${called}, or point the tests elsewhere.`;
}
