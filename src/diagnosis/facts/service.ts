import type { Facts } from '../rules/rule.js';

const BROKER = 'the message broker';

/** Services by the words of their clients, then by their usual ports. */
const SERVICES: readonly (readonly [name: string, client: RegExp, ...ports: readonly number[]])[] = [
  ['Redis', /\bredis\b|\bioredis\b|MaxRetriesPerRequest|\bjedis\b|\blettuce\b/i, 6379],
  ['PostgreSQL', /\bpsycopg|\bpostgres(?:ql)?\b|\bpg-protocol\b|PSQLException|SQLSTATE\[08006\]|\bpgx\b|\bPG::/i, 5432],
  ['MySQL', /\bmysql\w{0,12}\b|\bmariadb\b|SQLSTATE\[HY000\] \[(?:2002|1045)\]|\bpymysql\b/i, 3306],
  ['SQL Server', /\bmssql\b|\bsqlserver\b|\bpymssql\b|\btedious\b|\bSqlClient\b/i, 1433],
  ['MongoDB', /\bpymongo\b|\bmongo(?:db|ose|id)?\b|ServerSelectionTimeout|MongoNetwork/i, 27_017],
  ['Elasticsearch', /\belastic(?:search|_transport)?\b/i, 9200],
  ['RabbitMQ', /\bpika\b|\bamqp\w{0,8}\b|\brabbitmq\b/i, 5672, 5671],
  ['Kafka', /\bkafka\w{0,8}\b/i, 9092],
  ['Memcached', /\bmemcached?\b|\bpymemcache\b/i, 11_211],
  ['Cassandra', /\bcassandra\b/i, 9042],
  ['NATS', /\bnats\b(?![- ]?(?:ive|ion))/i, 4222],
  ['the MQTT broker', /\bmqtt\b|\bpaho\b/i, 1883, 8883],
  ['the LDAP server', /\bldap3?\b|\bldapjs\b|LDAPException|LDAPSocketOpenError/i, 389, 636],
  [BROKER, /\bkombu\b|\bcelery\b/i],
  [
    'the SMTP server',
    /\baiosmtplib\b|\bsmtplib\b|\bnodemailer\b|\bSMTP\b|\bNet::SMTP\b|MailConnectException|\bgomail\b|\blettre\b/,
    ...[25, 465, 587, 1025, 2525],
  ],
  ['the IMAP server', /\bimaplib\b|\bIMAP4?\b|\bimapflow\b/, 143, 993],
  ['the FTP server', /\bftplib\b|\bbasic-ftp\b|FTPClient/, 21],
  ['the SSH server', /\bparamiko\b|\bssh2?\b(?=[/ ])|\bJSch\w{0,9}\b|\bsshj\b/, 22],
  ['etcd', /\betcd3?\b/i, 2379],
  ['the gRPC server', /\bgrpc\w{0,4}\b|\bStatusRuntimeException\b|\btonic\b/i, 50_051],
];

type Service = (typeof SERVICES)[number];

/** The client that a call of the failing line shows: `smtplib.SMTP("127.0.0.1", 2525)`. */
const byCall = (line: string): Service | undefined =>
  /\w\(/.test(line)
    ? SERVICES.find(([, client]) => client.test(line.replace(/["'`]https?:[^"'`]{0,200}/g, '')))
    : undefined;

/** The service that a failure speaks of; empty when neither its client nor its port is known. */
export function serviceOf(facts: Facts, host: string): string {
  const port = Number(/:(\d{1,5})$/.exec(host)?.[1] ?? 0);
  const byPort = port === 0 ? undefined : SERVICES.find(([, , ...usual]) => usual.includes(port));
  const text = `${facts.type} ${facts.headline}`;
  const known = byPort ?? SERVICES.find(([, client]) => client.test(text)) ?? byLibrary(facts);
  const name = (known ?? byCall(callOf(facts)))?.[0] ?? '';
  return name === BROKER ? (brokerOf(facts.text) ?? name) : name;
}

/** The broker behind Celery, by the address or transport that the text shows. */
function brokerOf(text: string): string | undefined {
  const scheme =
    /\b(redis|amqp)s?:\/\//.exec(text)?.[1] ?? /\btransport[./](redis|amqp)\b|\bpy(amqp)\b/.exec(text)?.[1];
  if (scheme === undefined) return undefined;
  return scheme === 'redis' ? 'Redis' : 'RabbitMQ';
}

/** The line of a test that pytest marks, else the repository's own line. */
const callOf = (facts: Facts): string => /^> {2,}(\S.{0,160})$/m.exec(facts.text)?.[1] ?? facts.source;

const LIBRARY = /(?:node_modules|site-packages|dist-packages|vendor)\/(?:@?[\w-]{1,60}\/)?[\w-]{1,60}/g;

/** The client library whose frames the trace shows. */
function byLibrary(facts: Facts): Service | undefined {
  const libraries = [...facts.text.matchAll(LIBRARY)].map(([path]) => path.replace(/[_/]/g, ' ')).join(' ');
  return SERVICES.find(([, client]) => client.test(libraries));
}
