// The patterns of secrets: keys by their form, values that a name, header or address beside them gives away.
/** A kind of secret that can be recognized by its form. */
export interface SecretPattern {
  /** Shown in the placeholder: `[redacted:<name>#1]`. */
  readonly name: string;
  /** Global; a named group, where there is one, is what is replaced. Linear: bounded classes, no nesting. */
  readonly match: RegExp;
  /** Without it in the text, in lower case, the pattern matches nothing. */
  readonly hint: RegExp;
}

/** Words that end, or nearly end, the name of something secret: `API_TOKEN=...`, `"db_password": "..."`. */
const SECRET_WORD = String.raw`(?:secret|passw(?:or)?d|passphrase|pwd|token|(?:api|access|account|private|auth|encryption|signing)[_-]?key|credentials?|session[_-]?id|dsn)`;
const SECRET_NAME = String.raw`${SECRET_WORD}(?![\w-]{0,20}(?:Error|Exception|Failure))[\w-]{0,20}`;
const SECRET_HINT = /secret|pass|pwd|token|key|credential|session|dsn/i;
const SECRET_HEADER = String.raw`(?:authorization|proxy-authorization|cookie|set-cookie|x-api-key|x-auth-token|x-amz-security-token|x-vault-token|private-token)`;
/** The beginning of a word, also after an escaped line break. */
const START = String.raw`(?:\b|(?<=\\[nrt]))`;
/** A quote, also one within a quoted text, `\"`, or in markup, `&quot;`. */
const ENTITY = String.raw`\\{0,3}&(?:amp;){0,2}(?:quot|apos|#39|#x27);`;
const QUOTE = String.raw`(?:\\{0,3}["']|${ENTITY})`;
const LESS = '(?:<|&(?:amp;){0,2}lt;)';
const GREATER = '(?:>|&(?:amp;){0,2}gt;)';

/** Tokens that are recognized by their own form, beside those of issuers. */
export const CERTAIN_PATTERNS: readonly SecretPattern[] = [
  {
    name: 'private-key',
    match:
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-(?!----)){0,20000}(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----)?/g,
    hint: /-----BEGIN/,
  },
  { name: 'jwt', match: /(?:(?<![\w-])|(?<=\\[nrt]))eyJ[\w-]{8,4000}\.[\w-]{4,8000}\.[\w-]{0,2000}/g, hint: /eyJ/ },
  {
    name: 'azure-storage-key',
    match: /(?:Account|SharedAccess)Key=(?<secret>[A-Za-z0-9+/]{40,100}={0,2})/g,
    hint: /Key=/,
  },
  { name: 'azure-sas', match: /(?:[?&]|&amp;)sig=(?<secret>[A-Za-z0-9%+/=]{40,100})/g, hint: /sig=/ },
  {
    name: 'webhook',
    match:
      /(?:hooks\.slack\.com\/services\/|discord(?:app)?\.com\/api\/webhooks\/\d{10,20}\/|webhook\.office\.com\/webhookb2\/)(?<secret>[\w/@-]{20,200})/g,
    hint: /hook/,
  },
];

/** Secrets that what is written beside them reveals. */
export const NAMED_PATTERNS: readonly SecretPattern[] = [
  // Without an address in it the text would be read at each word.
  {
    name: 'url-password',
    match: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'<>]{0,200}:(?<secret>[^\s/@"'<>]{1,300})@/gi,
    hint: /:\/\//,
  },
  {
    name: 'header',
    match: new RegExp(
      String.raw`${QUOTE}name${QUOTE}\s{0,4}:\s{0,4}${QUOTE}${SECRET_HEADER}${QUOTE}\s{0,4},\s{0,20}${QUOTE}value${QUOTE}\s{0,4}:\s{0,4}${QUOTE}(?<value>[^"\r\n\\&]{4,4000})`,
      'gi',
    ),
    hint: /value/i,
  },
  {
    name: 'header',
    match: new RegExp(
      String.raw`${START}${SECRET_HEADER}(?:${QUOTE}?\s{0,4}[:=]|${QUOTE}\s{0,4},)\s{0,4}(?:${QUOTE}(?<quoted>[^\r\n"'\\&<]{4,2000})|(?<secret>[^\s"'\\,<][^\r\n"'\\<]{3,2000}))`,
      'gi',
    ),
    hint: /authorization|cookie|x-|private-token/i,
  },
  {
    name: 'bearer',
    match: /(?:\b|(?<=\\[nrt]))(?:bearer|basic)\s{1,4}(?<secret>[A-Za-z0-9+/=_.~-]{16,2000})/gi,
    hint: /bearer|basic/i,
  },
  {
    name: 'user-password',
    match: /(?:\s-u|\s--user|--proxy-user)[ =]{1,4}["']?[^\s:"']{1,100}:(?<secret>[^\s"']{6,200})/g,
    hint: /-u/,
  },
  {
    name: 'assignment',
    match: new RegExp(
      String.raw`(?<name>${SECRET_NAME})${QUOTE}?\s{0,4}[:=]\s{0,4}(?:${ENTITY}(?<entity>[^&\r\n\\]{4,500})${ENTITY}|\\{0,3}"(?<double>[^"\r\n\\]{4,500})\\{0,3}"|\\{0,3}'(?<single>[^'\r\n\\]{4,500})\\{0,3}'|(?<secret>[^\s"'<>,;&)}\]\\]{4,500}))`,
      'gi',
    ),
    hint: SECRET_HINT,
  },
  {
    name: 'element',
    match: new RegExp(
      String.raw`${LESS}[\w:.-]{0,40}(?<name>${SECRET_NAME})${GREATER}(?<secret>[^<>&\r\n]{4,500})${LESS}/`,
      'gi',
    ),
    hint: SECRET_HINT,
  },
  { name: 'dsn-password', match: /\b(?<name>password)=(?<secret>[^\s;&"']{2,300})/gi, hint: /password/i },
];
