/** A sort of secret that can be told by its form. */
export interface SecretPattern {
  /** Shown in the placeholder: `[redacted:<name>#1]`. */
  readonly name: string;
  /** Global; the group `secret`, where there is one, is what is replaced. Linear: bounded classes, no nesting. */
  readonly match: RegExp;
}

/** Words that end, or nearly end, the name of something secret: `API_TOKEN=...`, `"db_password": "..."`. */
const SECRET_NAME = String.raw`(?:secret|passw(?:or)?d|passphrase|pwd|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?|auth[_-]?key|encryption[_-]?key|signing[_-]?key|session[_-]?id|dsn)(?![\w-]{0,20}(?:Error|Exception|Failure))[\w-]{0,20}`;

/** Prefixes that issuers document for their tokens: name, prefix, what follows it. */
const ISSUED: readonly (readonly [name: string, prefix: string, rest: string])[] = [
  ['huggingface-token', 'hf_', '[A-Za-z0-9]{30,60}'],
  ['docker-token', 'dckr_(?:pat|oat)_', '[\\w-]{20,80}'],
  ['digitalocean-token', 'do(?:o|p|r)_v1_', '[a-f0-9]{64}'],
  ['shopify-token', 'shp(?:at|ca|pa|ss|ua)_', '[A-Fa-f0-9]{32}'],
  ['sendgrid-key', 'SG\\.', '[\\w-]{16,32}\\.[\\w-]{32,64}'],
  ['vault-token', 'hv[sbr]\\.', '[\\w-]{24,300}'],
  ['databricks-token', 'dapi', '[a-f0-9]{32}(?:-\\d)?'],
  ['grafana-token', 'gl(?:c|sa)_', '[\\w+/=-]{32,300}'],
  ['linear-key', 'lin_(?:api|oauth)_', '[A-Za-z0-9]{32,64}'],
  ['notion-token', '(?:ntn|secret)_', '[A-Za-z0-9]{40,60}'],
  ['postman-key', 'PMAK-', '[a-f0-9]{24}-[a-f0-9]{34}'],
  ['newrelic-key', 'NRAK-', '[A-Z0-9]{27}'],
  ['sentry-token', 'sntry[su]_', '[\\w+/=-]{40,300}'],
  ['doppler-token', 'dp\\.(?:pt|st|ct|sa|scim|audit)\\.', '[\\w.-]{40,80}'],
  ['pulumi-token', 'pul-', '[a-f0-9]{40}'],
  ['planetscale-token', 'pscale_(?:tkn|oauth|pw)_', '[\\w.=-]{32,64}'],
  ['square-token', '(?:EAAA|sq0(?:atp|csp|idp)-)', '[\\w-]{22,64}'],
  ['atlassian-token', 'ATATT3', '[\\w=-]{60,300}'],
  ['rubygems-key', 'rubygems_', '[a-f0-9]{48}'],
  ['nuget-key', 'oy2', '[a-z0-9]{43}'],
  ['terraform-token', '[A-Za-z0-9]{14}\\.atlasv1\\.', '[\\w=-]{60,70}'],
  ['telegram-token', '\\d{8,10}:AA', '[\\w-]{32,34}'],
  ['twilio-key', 'SK', '[a-f0-9]{32}'],
  ['mailgun-key', 'key-', '[a-f0-9]{32}'],
  ['mailchimp-key', '[a-f0-9]{32}-us', '\\d{1,2}'],
  ['age-key', 'AGE-SECRET-KEY-1', '[A-Z0-9]{58}'],
  ['fly-token', 'fm2_', '[\\w+/=-]{40,500}'],
  ['groq-key', 'gsk_', '[A-Za-z0-9]{40,60}'],
  ['xai-key', 'xai-', '[A-Za-z0-9]{60,90}'],
  ['perplexity-key', 'pplx-', '[A-Za-z0-9]{40,60}'],
  ['replicate-token', 'r8_', '[A-Za-z0-9]{37}'],
  ['figma-token', 'figd_', '[\\w-]{36,60}'],
  ['netlify-token', 'nfp_', '[A-Za-z0-9]{36,60}'],
  ['supabase-key', 'sb(?:p|_secret)_', '[\\w-]{24,60}'],
  ['artifactory-key', 'AKCp', '[A-Za-z0-9]{60,80}'],
  ['azure-storage-key', 'AccountKey=', '(?<secret>[A-Za-z0-9+/]{80,100}={0,2})'],
  ['azure-sas', '(?:[?&]|&amp;)sig=', '(?<secret>[A-Za-z0-9%+/=]{40,100})'],
  ['azure-client-secret', '[\\w~.]{3}8Q~', '[\\w~.-]{31,34}'],
  ['slack-webhook', 'hooks\\.slack\\.com/services/', '(?<secret>[A-Za-z0-9/]{20,80})'],
  ['discord-webhook', 'discord(?:app)?\\.com/api/webhooks/\\d{10,20}/', '(?<secret>[\\w-]{40,90})'],
];

/** Some part of every token of a documented form: text without any of them is not searched for one. */
const TOKEN_HINT = new RegExp(
  [
    ...[
      '-----BEGIN',
      'eyJ',
      'gh[pousr]_',
      'github_pat_',
      'gl(?:pat|dt|rt|cbt|ptt|soat)-',
      'sk-',
      'A(?:KIA|SIA|ROA|IDA)',
    ],
    ...['xox[abeoprs]-', 'xapp-', 'AIza', 'ya29\\.', '[srp]k_(?:live|test)_', 'whsec_', 'npm_', 'pypi-'],
    ...['hf_', 'dckr_', '_v1_', 'shp', 'SG\\.', 'hv[sbr]\\.', 'dapi', 'gl(?:c|sa)_', 'lin_', 'ntn_', 'secret_'],
    ...['PMAK', 'NRAK', 'sntry', 'dp\\.', 'pul-', 'pscale_', 'EAAA', 'sq0', 'ATATT3', 'rubygems_', 'oy2', 'atlasv1'],
    ...[':AA', 'SK[a-f0-9]', 'key-', '-us\\d', 'AGE-', 'fm2_', 'gsk_', 'xai-', 'pplx-', 'r8_', 'figd_', 'nfp_'],
    ...['sb(?:p|_secret)_', 'AKCp', 'AccountKey', 'sig=', '8Q~', 'slack\\.com', 'discord'],
  ].join('|'),
);

/** The patterns that can match a text. */
export function patternsFor(text: string): readonly SecretPattern[] {
  const patterns = TOKEN_HINT.test(text) ? SECRET_PATTERNS : NAMED_PATTERNS;
  // Without an address in it the text would be read at each word.
  return text.includes('://') ? patterns : patterns.filter(({ name }) => name !== 'url-password');
}

function issuedTokens(): readonly SecretPattern[] {
  return ISSUED.map(([name, prefix, rest]) => ({ name, match: new RegExp(`(?<![A-Za-z0-9])${prefix}${rest}`, 'g') }));
}

/** Tokens that their own form tells; sources are the documentation of each issuer. */
const TOKEN_PATTERNS: readonly SecretPattern[] = [
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
  ...issuedTokens(),
];

/** Secrets that what is written beside them tells. */
const NAMED_PATTERNS: readonly SecretPattern[] = [
  { name: 'url-password', match: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'<>]{0,200}:(?<secret>[^\s/@"'<>]{1,300})@/gi },
  {
    name: 'header',
    match:
      /\b(?:authorization|proxy-authorization|cookie|set-cookie|x-api-key|x-auth-token|x-amz-security-token)["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>[^\r\n"']{4,2000})/gi,
  },
  { name: 'bearer', match: /\b(?:bearer|basic)\s{1,4}(?<secret>[A-Za-z0-9+/=_.~-]{16,2000})/gi },
  {
    name: 'assignment',
    match: new RegExp(
      String.raw`${SECRET_NAME}["']?\s{0,4}[:=]\s{0,4}(?:"(?<double>[^"\r\n]{4,500})"|'(?<single>[^'\r\n]{4,500})'|(?<secret>[^\s"'<>,;&)}\]]{4,500}))`,
      'gi',
    ),
  },
  { name: 'dsn-password', match: /\bpassword=(?<secret>[^\s;&"']{2,300})/gi },
];

/** From the most exact form to the loosest. */
export const SECRET_PATTERNS: readonly SecretPattern[] = [...TOKEN_PATTERNS, ...NAMED_PATTERNS];
