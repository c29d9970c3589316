/** A sort of secret that can be told by its form. */
export interface SecretPattern {
  /** Shown in the placeholder: `[redacted:<name>#1]`. */
  readonly name: string;
  /** Global; the group `secret`, where there is one, is what is replaced. Linear: bounded classes, no nesting. */
  readonly match: RegExp;
}

/** Words that end, or nearly end, the name of something secret: `API_TOKEN=...`, `"db_password": "..."`. */
const SECRET_NAME = String.raw`(?:secret|passw(?:or)?d|passphrase|pwd|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?|auth[_-]?key|encryption[_-]?key|signing[_-]?key|session[_-]?id|dsn)(?![\w-]{0,20}(?:Error|Exception|Failure))[\w-]{0,20}`;

/** From the most exact form to the loosest; sources are the documentation of each issuer. */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  {
    name: 'private-key',
    match:
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-(?!----)){0,20000}(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----)?/g,
  },
  { name: 'jwt', match: /(?<![\w-])eyJ[\w-]{8,4000}\.[\w-]{4,8000}\.[\w-]{0,2000}/g },
  { name: 'github-token', match: /\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255})/g },
  { name: 'gitlab-token', match: /\bgl(?:pat|dt|rt|cbt|ptt|soat)-[\w-]{18,255}/g },
  { name: 'anthropic-key', match: /\bsk-ant-[\w-]{16,255}/g },
  { name: 'openai-key', match: /\bsk-(?:proj-|svcacct-|admin-)?[\w-]{20,255}/g },
  { name: 'aws-key-id', match: /\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}\b/g },
  { name: 'slack-token', match: /\bxox[abeoprs]-[\w-]{10,255}|\bxapp-\d-[\w-]{10,255}/g },
  { name: 'google-key', match: /\bAIza[\w-]{30,64}|\bya29\.[\w-]{20,500}/g },
  { name: 'stripe-key', match: /\b(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,255}|\bwhsec_[A-Za-z0-9+/=]{16,255}/g },
  { name: 'npm-token', match: /\bnpm_[A-Za-z0-9]{30,255}/g },
  { name: 'pypi-token', match: /\bpypi-[\w-]{16,500}/g },
  { name: 'url-password', match: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'<>]{0,200}:(?<secret>[^\s/@"'<>]{1,300})@/gi },
  {
    name: 'header',
    match:
      /\b(?:authorization|proxy-authorization|cookie|set-cookie|x-api-key|x-auth-token|x-amz-security-token)["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>[^\r\n"']{4,2000})/gi,
  },
  { name: 'bearer', match: /\b(?:bearer|basic|token)\s{1,4}(?<secret>[A-Za-z0-9+/=_.~-]{16,2000})/gi },
  {
    name: 'assignment',
    match: new RegExp(
      String.raw`${SECRET_NAME}["']?\s{0,4}[:=]\s{0,4}(?:"(?<double>[^"\r\n]{4,500})"|'(?<single>[^'\r\n]{4,500})'|(?<secret>[^\s"'<>,;&)}\]]{4,500}))`,
      'gi',
    ),
  },
  { name: 'dsn-password', match: /\bpassword=(?<secret>[^\s;&"']{2,300})/gi },
];
