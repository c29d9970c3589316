import { serviceOf } from '../facts/service.js';
import { answerIn } from '../facts/answer.js';
import { linesAbove, mockedAnswer, testSource } from '../source/test-lines.js';
import { first } from '../wording/sentence.js';
import { socketOf } from '../wording/dependency.js';
import { forServerError } from './for-status.js';
import type { About } from './suggestion.js';

type Step = (about: About, target: string, host: string) => string;

const STEPS: Readonly<Record<string, Step>> = {
  dns: unresolved,
  tls: certificate,
  'too-many-connections': (_, target) =>
    `Close connections in tear-down or raise the limit of ${target} (\`max_connections\`); run fewer workers to confirm.`,
  '5xx': ({ request, where, facts, rootCause, place }, target) => {
    const mock = mockedAnswer(linesAbove(facts, place));
    if (mock !== null && place !== null)
      return `Expect the error of ${where} in the test, or give the mock of ${place.file}:${mock.number} another answer: the test itself lets it answer ${answerIn(facts)?.status ?? 'with an error'}.`;
    const named = /^(?:the )?([\w ]{3,60}) (?:answered|returned|responded)/.exec(rootCause)?.[1] ?? '';
    const server = target === 'the service' && named !== '' ? named : target;
    return forServerError(
      answerIn(facts)?.status ?? '',
      server,
      request === '' ? `the request of ${where}` : request,
      facts,
    );
  },
  'connect-timeout': ({ where }, target) =>
    `Check that ${target === 'the service' ? `the server that ${where} connects to` : target} is up and reachable from this runner (address, port, firewall): nobody answered the connection of ${where}.`,
  docker: () =>
    'Start Docker on this runner (hosted macOS and Windows runners have none), or move these tests to a Linux job.',
  'rate-limit': ({ request }, target) =>
    `Make fewer requests to ${request === '' ? target : request}, wait as long as \`Retry-After\` asks for, or use a stand-in for it in tests.`,
  'redirect-loop': ({ request, where }, target) =>
    `Print where ${request === '' ? target : request} redirects to (\`curl -sIL\`, called at ${where}), and correct the route that sends the client back to an address it came from.`,
  reset: ({ request, where }, target) =>
    `Read the log of ${target} for ${request === '' ? `the call at ${where}` : request}: it accepted the connection and closed it without an answer.`,
};

/** A name that nothing resolves: a bare one is most often a service of Docker. */
function unresolved({ where }: About, _: string, host: string): string {
  const name = host.replace(/:\d{1,5}$/, '');
  if (name === '') return `Check the host name that ${where} connects to: no resolver of this runner knows it.`;
  return name.includes('.')
    ? `Correct the host name ${name} in the settings that ${where} uses, or mock the service: no resolver of this runner knows it.`
    : `Replace ${name} by the address of the runner itself with the mapped port in the settings that ${where} uses: the bare name of a service resolves only between containers of one network.`;
}

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
  const { ask, facts, kind } = about;
  const host = ask('host');
  const service = serviceOf(facts, host);
  const address = /^\d{1,5}$/.test(host) ? `port ${host}` : host;
  const target = [service, address].filter((part) => part !== '').join(service === '' ? '' : ' at ');
  const named = target === '' ? 'the service' : target;
  const step = STEPS[kind];
  if (step) return step(about, named, host);
  if (/\bproxy\b/i.test(facts.head))
    return `Start the proxy ${address}, or unset \`HTTP_PROXY\`/\`HTTPS_PROXY\` for the tests.`.replace('  ', ' ');
  const byFile = throughFile(about, service);
  if (byFile !== '') return byFile;
  return started(about, service, address);
}

/** How a server of a protocol other than HTTP comes to a runner. */
const STARTS: Readonly<Record<string, string>> = {
  'the SMTP server': 'a mail catcher such as Mailpit under `services:` of the job, or a mocked transport',
  'the gRPC server': '`start-command`, and a wait for its port before the first call',
  'the SSH server': '`services:` of the job with the port mapped',
  'the FTP server': '`services:` of the job with the port mapped',
};

const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1\]?|0\.0\.0\.0):(\d{2,5})$/;
/** From here on operating systems choose ports by themselves. */
const EPHEMERAL = 32_768;

const HTTP =
  /https?:\/\/|\bfetch\b|\baxios\b|\burllib\b|\brequests\b|\bhttpx\b|\bNet::HTTP\b|HttpClient|HttpURL|\bcurl\b|\bnet\/http\b/;

const isHttp = ({ facts, request }: About): boolean =>
  request !== '' || HTTP.test(`${facts.wrapper} ${facts.source} ${facts.lines.slice(0, 80).join('\n')}`);

const VARIABLE =
  /\b(?:environ(?:\.get)?|getenv|process\.env|ENV(?:\.fetch)?|env)\b[.([]{0,2}["']?([A-Z][A-Z0-9_]{2,60})\b.{0,20}?["'`]\w{1,10}:\/\/([\w.:-]{1,120})/;

/** The variable whose default is the address, and that default, by the lines near the failing one. */
function variableOf({ facts }: About, address: string): { readonly name: string; readonly value: string } | null {
  const lines = testSource(facts).split('\n');
  const found = lines.map((line) => VARIABLE.exec(line)).filter((match) => match !== null);
  const [, name, value] =
    found.findLast(([, , each = '']) => address === '' || each === address || each.startsWith(`${address}:`)) ?? [];
  return name === undefined || value === undefined ? null : { name, value };
}

const HEALTH = '`start-command` with `health-url`';
const waitFor = (about: About): string => (isHttp(about) ? HEALTH : '`start-command`, or `services:` of the job');

/** Who starts the server: the test itself, a service of the job, or the run. */
function started(about: About, service: string, address: string): string {
  const { where, request } = about;
  const isPlace = !where.startsWith('the ');
  const connects = isPlace ? `${where} connects` : 'the tests run';
  const asked = request === '' ? '' : ` for ${request}`;
  const variable = variableOf(about, address);
  if (service !== '') return serviceStarted(service, address, connects, variable?.name);
  if (variable !== null)
    return `Set \`${variable.name}\` to the address of the service (its default is ${variable.value}), or start the server that listens there before ${connects} and wait for it (${waitFor(about)}).`;
  if (address === '')
    return `Start the service before ${connects} and wait for it (${HEALTH}), or point the tests elsewhere.`;
  if (Number(LOOPBACK.exec(address)?.[1] ?? 0) >= EPHEMERAL)
    return `Wait until the server that the tests start on ${address} listens before ${isPlace ? `${connects}${asked}` : 'they connect'}, and look in its output why it did not start: a port this high is usually chosen when a test starts a server.`;
  return `Start the server that listens on ${address} before the tests and wait for it (${waitFor(about)}), or correct the address that ${isPlace ? `${where} uses` : 'the tests use'}${asked}.`;
}

/** A known service, and the variable that names its address. */
function serviceStarted(service: string, address: string, connects: string, variable: string | undefined): string {
  const named = address === '' ? service : `${service} at ${address}`;
  const elsewhere = variable === undefined ? 'point the tests elsewhere' : `set \`${variable}\``;
  return `Start ${named} before ${connects} and wait for it (${STARTS[service] ?? '`services:` of the job, or `start-command`'}), or ${elsewhere}.`;
}

/** A server that listens on a file of the machine; empty for others. */
function throughFile({ facts, kind, where }: About, service: string): string {
  const socket = socketOf(facts);
  if (kind === 'refused' && socket !== '')
    return `Start ${first(service, 'the server')} and wait until ${socket} exists before ${where} connects, or correct the path of the socket.`;
  return service === 'MySQL' && /\[2002\] No such file/.test(facts.head)
    ? `Let ${where} connect by TCP (an IP address: the name of the own machine means the socket file for MySQL), or start MySQL on this runner.`
    : '';
}
