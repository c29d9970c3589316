import { invented, type Labelled } from './values.js';

/** Values of variables whose name says that they are secret, as a workflow gives them to its step. */
export const SECRET_VARIABLES: Readonly<Record<string, string>> = {
  PAYMENT_API_TOKEN: `zq-${invented(24)}`,
  DB_PASSWORD: `p@ss/w0rd+with "odd" & 'other' <chars> é${invented(6)}`,
  SIGNING_KEY: ['first', 'second', 'third'].map((line) => `${line} ${invented(40, 'base64')}`).join('\n'),
  SHOP_CREDENTIALS: `{"user":"ann","key":"${invented(20)}"}`,
};

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const pythonOf = (value: string): string =>
  `'${value
    .replaceAll('\\', '\\\\')
    .replaceAll("'", String.raw`\'`)
    .replaceAll('\n', String.raw`\n`)}'`;
const escapedUnicode = (value: string): string =>
  value.replaceAll(/[^\n -~]/g, (c) => String.raw`\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
const base64 = (value: string): string => Buffer.from(value).toString('base64');
const wrapped = (value: string, at: number, margin = ''): string =>
  value.match(new RegExp(`[^]{1,${at}}`, 'gu'))?.join(`\n${margin}`) ?? value;
const coloured = (value: string): string =>
  `${value.slice(0, 7)}\u001b[31m${value.slice(7, 12)}\u001b[0;1m${value.slice(12)}\u001b[0m`;

/** Forms in which programs print a value: the form, and what stands before and after it. */
const FORMS: Readonly<Record<string, readonly [form: (value: string) => string, before: string, after: string]>> = {
  plain: [String, 'value is ', ' here'],
  'plain at the end of a line': [String, 'value is ', ''],
  base64: [base64, 'sent ', ''],
  'base64 after one letter': [(value) => base64(`:${value}`), 'sent ', ''],
  'base64 after two letters': [(value) => base64(`a:${value}:b`), 'sent ', ''],
  'base64 for addresses': [(value) => Buffer.from(`ab${value}`).toString('base64url'), '?state=', ''],
  'base64 wrapped': [(value) => wrapped(base64(value), 16), '', ''],
  'URL component': [encodeURIComponent, 'GET /?q=', '&p=1'],
  'URL form': [(value) => new URLSearchParams({ q: value }).toString().slice(2), 'body q=', '&p=1'],
  'URL in lower case': [
    (value) => encodeURIComponent(value).replaceAll(/%../g, (code) => code.toLowerCase()),
    'GET /?q=',
    '&p=1',
  ],
  JSON: [JSON.stringify, '{"value": ', '}'],
  'JSON in JSON': [(value) => JSON.stringify(JSON.stringify({ value })), '{"body": ', '}'],
  'JSON in ASCII': [(value) => escapedUnicode(JSON.stringify(value)), '{"value":', '}'],
  XML: [(value) => value.replaceAll(/[&<>]/g, (c) => HTML[c] ?? c), '<v>', '</v>'],
  'XML attribute': [(value) => value.replaceAll(/[&<>"]/g, (c) => HTML[c] ?? c), '<v a="', '"/>'],
  HTML: [(value) => value.replaceAll(/[&<>"']/g, (c) => HTML[c] ?? c), '<v a="', '"/>'],
  'Python representation': [pythonOf, 'assert ', " == ''"],
  coloured: [coloured, 'got ', ''],
  'split by wrapping': [(value) => wrapped(value, 10), 'got ', ''],
  'split by wrapping with a margin': [(value) => wrapped(value, 11, 'E       '), 'E   got ', ''],
  'split by wrapping in a box': [(value) => wrapped(value, 9, '│ ').replaceAll('\n', ' │\n'), '│ got ', ' │'],
  hexadecimal: [(value) => Buffer.from(value).toString('hex'), 'bytes ', ''],
};

/** Every secret value in every form. */
export const LITERAL_SECRETS: readonly Labelled[] = Object.entries(SECRET_VARIABLES).flatMap(([variable, value]) =>
  Object.entries(FORMS).map(([name, [form, before, after]]) => {
    const secret = form(value);
    return { name: `${variable}, ${name}`, text: `${before}${secret}${after}`, secrets: [secret] };
  }),
);
