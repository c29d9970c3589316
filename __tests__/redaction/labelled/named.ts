import { invented, type Labelled } from './values.js';

/** A password as people choose it: nothing about its form reports what it is. */
const password = (length = 14): string => `${invented(length - 2)}!9`;
const plain = (length = 20): string => invented(length);

interface Form {
  readonly name: string;
  readonly print: (secret: string) => string;
  readonly secret?: () => string;
}

const form = (name: string, print: Form['print'], secret?: Form['secret']): Form => ({
  name,
  print,
  ...(secret === undefined ? {} : { secret }),
});

const ADDRESSES: readonly Form[] = [
  ...['postgres', 'postgresql+psycopg2', 'mysql', 'mongodb+srv', 'redis', 'amqp', 'mssql', 'https', 'ftp', 'smtp'].map(
    (scheme) =>
      form(`${scheme} address`, (secret) => `cannot connect to ${scheme}://app:${secret}@db.test:5432/shop`, plain),
  ),
  form('redis address without a user', (secret) => `redis://:${secret}@cache.test:6379/0`, plain),
  form('git remote', (secret) => `fatal: unable to access 'https://ci:${secret}@git.test/shop.git/': 403`, plain),
  form('jdbc address', (secret) => `jdbc:mysql://db.test/shop?user=app&password=${secret}&useSSL=false`, plain),
  form('query parameter', (secret) => `GET /v1/items?access_token=${secret}&page=2 returned 401`, plain),
  form('api key parameter', (secret) => `GET /v1/items?api_key=${secret} returned 401`, plain),
  form('libpq string', (secret) => `host=db user=app password=${secret} dbname=shop`, plain),
  form('ado string', (secret) => `Server=db;Database=shop;User Id=app;Password=${secret};Encrypt=True`, plain),
  form('odbc string', (secret) => `Driver={PostgreSQL};Server=db;Uid=app;Pwd=${secret};`, plain),
];

const HEADERS: readonly Form[] = [
  form(
    'bearer header',
    (secret) => `Authorization: Bearer ${secret}`,
    () => plain(32),
  ),
  form('basic header', (secret) => `> authorization: Basic ${Buffer.from(`ann:${secret}`).toString('base64')}`, plain),
  form(
    'token header',
    (secret) => `Authorization: token ${secret}`,
    () => plain(40),
  ),
  form('api key header', (secret) => `X-Api-Key: ${secret}`, plain),
  form('auth token header', (secret) => `x-auth-token: ${secret}`, plain),
  form('proxy header', (secret) => `Proxy-Authorization: Bearer ${secret}`, plain),
  form(
    'headers of a dictionary',
    (secret) => `{'Authorization': 'Bearer ${secret}', 'Accept': '*/*'}`,
    () => plain(32),
  ),
  form(
    'headers of a JSON text',
    (secret) => `{"authorization":"Bearer ${secret}","accept":"*/*"}`,
    () => plain(32),
  ),
  form(
    'headers of a HAR',
    (secret) => `{"name": "Authorization", "value": "Bearer ${secret}"}`,
    () => plain(32),
  ),
  form(
    'cookie of a HAR',
    (secret) => `{"name": "Cookie", "value": "sid=${secret}"}`,
    () => plain(32),
  ),
  form(
    'api key of a HAR',
    (secret) => `{"name":"x-api-key","value":"${secret}"}`,
    () => plain(32),
  ),
  form(
    'headers as pairs',
    (secret) => `[('authorization', 'Bearer ${secret}'), ('accept', '*/*')]`,
    () => plain(32),
  ),
  form(
    'headers in a text of JSON',
    (secret) => JSON.stringify(`GET /\nAuthorization: Bearer ${secret}\nAccept: x`),
    () => plain(32),
  ),
  form('cookie header', (secret) => `Cookie: theme=dark; sessionid=${secret}`, plain),
  form('set-cookie header', (secret) => `Set-Cookie: sid=${secret}; Path=/; HttpOnly`, plain),
  form(
    'cookies of a dictionary',
    (secret) => `cookies={'sessionid': '${secret}', 'csrftoken': 'x'}`,
    () => plain(32),
  ),
  form('curl user', (secret) => `curl -u ann:${secret} https://api.test/`, plain),
  form(
    'curl header',
    (secret) => `curl -H 'Authorization: Bearer ${secret}' https://api.test/`,
    () => plain(32),
  ),
];

const NAMES = [
  ...[
    'password',
    'DB_PASSWORD',
    'passwd',
    'client_secret',
    'clientSecret',
    'API_KEY',
    'apiKey',
    'api-key',
    'access_key',
  ],
  ...['secret_access_key', 'PRIVATE_TOKEN', 'authToken', 'refresh_token', 'ACCESS_TOKEN', 'session_id', 'signing_key'],
  ...['encryption_key', 'passphrase', 'webhook_secret', 'SENTRY_DSN', 'credentials', 'userPassword', 'csrf_token'],
];
const ASSIGNMENTS: readonly ((name: string) => Form)[] = [
  (name) => form(`${name} in a shell`, (secret) => `${name}=${secret} npm test`, plain),
  (name) => form(`${name} in JSON`, (secret) => `{"user": "ann", "${name}": "${secret}"}`, password),
  (name) => form(`${name} in YAML`, (secret) => `    ${name}: ${secret}`, plain),
  (name) => form(`${name} in a dictionary`, (secret) => `{'user': 'ann', '${name}': '${secret}'}`, password),
  (name) =>
    form(`${name} of a call`, (secret) => `login(user="ann", ${name.replaceAll('-', '_')}="${secret}")`, password),
  (name) => form(`${name} in escaped JSON`, (secret) => `body: "{\\"${name}\\":\\"${secret}\\"}"`, plain),
  (name) => form(`${name} in XML`, (secret) => `<${name}>${secret}</${name}>`, plain),
];
const NAMED_VALUES = NAMES.flatMap((name, index) =>
  [0, 1, 2].flatMap((more) => {
    const assignment = ASSIGNMENTS[(index + more * 2) % ASSIGNMENTS.length];
    return assignment === undefined ? [] : [assignment(name)];
  }),
);

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (): string => `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded({ sub: invented(12) })}.${plain(43)}`;
const jwt = (name: string, print: (token: string) => string): Labelled => {
  const token = signed();
  return { name, text: print(token), secrets: [token.slice(token.lastIndexOf('.') + 1), token.split('.')[1] ?? ''] };
};

/** A key over several lines, each of which is secret. */
function key(name: string, title: string, print: (text: string) => string = String): Labelled {
  const lines = Array.from({ length: 6 }, () => invented(64, 'base64'));
  const dashes = '-'.repeat(5);
  const text = [`${dashes}BEGIN ${title}${dashes}`, ...lines, `${dashes}END ${title}${dashes}`].join('\n');
  return { name, text: print(text), secrets: lines };
}

const KEYS = ['RSA ', 'EC ', 'OPENSSH ', 'ENCRYPTED ', 'DSA ', ''].map((sort) =>
  key(`${sort.toLowerCase()}private key`, `${sort}PRIVATE KEY`),
);

/** Secrets that what stands beside them reports: names, headers, addresses, signatures, frames of keys. */
export const NAMED_SECRETS: readonly Labelled[] = [
  ...[...ADDRESSES, ...HEADERS, ...NAMED_VALUES].map(({ name, print, secret = plain }) => {
    const value = secret();
    const text = print(value);
    return { name, text, secrets: [text.includes(value) ? value : (text.split(' ').at(-1) ?? '')] };
  }),
  jwt('jwt', (token) => `token ${token} was refused`),
  jwt('jwt in JSON', (token) => `{"id": 1, "jwt": "${token}"}`),
  jwt('jwt in an address', (token) => `GET /confirm?t=${token} returned 410`),
  ...KEYS,
  key('pgp key', `PGP PRIVATE KEY BLOCK`),
  key('private key in JSON', `PRIVATE KEY`, (text) => JSON.stringify({ type: 'service_account', key: text })),
  key(
    'private key in a Python representation',
    `PRIVATE KEY`,
    (text) => `key = '${text.replaceAll('\n', String.raw`\n`)}'`,
  ),
  key('private key quoted by pytest', `RSA PRIVATE KEY`, (text) =>
    text
      .split('\n')
      .map((line) => `E       ${line}`)
      .join('\n'),
  ),
];
