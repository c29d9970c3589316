import type { Facts } from '../rules/rule.js';

/** Services by the words of their clients, then by their usual port. */
const SERVICES: readonly (readonly [name: string, client: RegExp, port: number])[] = [
  ['Redis', /\bredis\b|\bioredis\b|MaxRetriesPerRequest/i, 6379],
  ['PostgreSQL', /\bpsycopg|\bpostgres(?:ql)?\b|\bpg-protocol\b|PSQLException|SQLSTATE\[08006\]|\bpgx\b/i, 5432],
  ['MySQL', /\bmysql\w{0,12}\b|\bmariadb\b|SQLSTATE\[HY000\] \[(?:2002|1045)\]|\bpymysql\b/i, 3306],
  ['MongoDB', /\bpymongo\b|\bmongo(?:db|ose)?\b|ServerSelectionTimeout|MongoNetwork/i, 27_017],
  ['Elasticsearch', /\belastic(?:search|_transport)?\b/i, 9200],
  ['RabbitMQ', /\bpika\b|\bamqp\w{0,8}\b|\brabbitmq\b/i, 5672],
  ['Kafka', /\bkafka\w{0,8}\b/i, 9092],
  ['the message broker', /\bkombu\b|\bcelery\b/i, 0],
  ['the mail server', /\bsmtplib\b|\bnodemailer\b|\bSMTP\b/, 25],
];

/** The service that a failure speaks of; empty when neither its client nor its port is known. */
export function serviceOf(facts: Facts, host: string): string {
  const port = Number(/:(\d{1,5})$/.exec(host)?.[1] ?? 0);
  const byPort = port === 0 ? undefined : SERVICES.find(([, , usual]) => usual === port);
  const text = `${facts.type} ${facts.headline}`;
  const known = byPort ?? SERVICES.find(([, client]) => client.test(text)) ?? byLibrary(facts);
  return known?.[0] ?? '';
}

const LIBRARY = /(?:node_modules|site-packages|dist-packages|vendor)\/(?:@?[\w-]{1,60}\/)?[\w-]{1,60}/g;

/** The client library whose frames the trace shows. */
function byLibrary(facts: Facts): (typeof SERVICES)[number] | undefined {
  const libraries = [...facts.text.matchAll(LIBRARY)].map(([path]) => path.replace(/[_/]/g, ' ')).join(' ');
  return SERVICES.find(([, client]) => client.test(libraries));
}
