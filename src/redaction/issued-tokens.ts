// The token forms that issuers document (GitHub, AWS, Stripe, ...), and the search for all of them in one pass.
import { wordSearch } from './token-heads.js';

/** Tokens of one issuer. */
interface IssuedForm {
  /** Shown in the placeholder: `[redacted:<name>#1]`. */
  readonly name: string;
  /** Regular expression of the documented prefix. */
  readonly prefix: string;
  /** Regular expression of what follows the prefix. */
  readonly rest: string;
}

/**
 * Forms that issuers document: name, prefix, what follows it. The first form that matches names the token, so that special
 * prefixes come before general ones.
 */
const FORMS: readonly (readonly [name: string, prefix: string, rest: string])[] = [
  // Source code.
  ['github-token', 'gh[pousr]_', '[A-Za-z0-9]{20,255}'],
  ['github-token', 'github_pat_', '\\w{20,255}'],
  ['gitlab-token', 'gl(?:pat|dt|rt|cbt|ptt|soat|ft|imt|agent|oas|ffct)-', '[\\w.-]{18,255}'],
  ['bitbucket-token', 'ATBB', '[A-Za-z0-9]{32}(?![A-Za-z0-9])'],
  ['atlassian-token', 'AT(?:ATT|CTT)3', '[\\w=-]{60,300}'],
  ['sourcegraph-token', 'sgp_', '(?:[a-f0-9]{16}_|local_)?[a-f0-9]{40}'],
  // Clouds and hosts.
  ['aws-key-id', 'A(?:KIA|SIA|ROA|IDA|BIA|CCA)', '[A-Z0-9]{16}(?![A-Za-z0-9])'],
  ['google-key', 'AIza', '[\\w-]{30,64}'],
  ['google-key', 'ya29\\.', '[\\w-]{20,500}'],
  ['google-key', 'GOCSPX-', '[\\w-]{28}'],
  ['google-key', '1//0', '[\\w-]{40,200}'],
  ['azure-client-secret', '[\\w~.]{3}8Q~', '[\\w~.-]{31,34}'],
  ['azure-devops-token', '[A-Za-z0-9]{76}AZDO', '[A-Za-z0-9]{4}'],
  ['alibaba-key', 'LTAI', '[A-Za-z0-9]{20}(?![A-Za-z0-9])'],
  ['yandex-key', 'AQVN', '[\\w-]{35,38}(?![\\w-])'],
  ['digitalocean-token', 'do(?:o|p|r)_v1_', '[a-f0-9]{64}'],
  ['heroku-key', 'HRKU-', '[\\w-]{36,60}'],
  ['fly-token', 'fm2_', '[\\w+/=-]{40,500}'],
  ['netlify-token', 'nfp_', '[A-Za-z0-9]{36,60}'],
  ['render-key', 'rnd_', '[A-Za-z0-9]{28,40}'],
  ['supabase-key', 'sb(?:p|_secret)_', '[\\w-]{24,60}'],
  ['planetscale-token', 'pscale_(?:tkn|oauth|pw)_', '[\\w.=-]{32,64}'],
  ['neon-key', 'napi_', '[a-z0-9]{60,70}'],
  ['doppler-token', 'dp\\.(?:pt|st|ct|sa|scim|audit)\\.', '[\\w.-]{40,80}'],
  ['terraform-token', '[A-Za-z0-9]{14}\\.atlasv1\\.', '[\\w=-]{60,70}'],
  ['pulumi-token', 'pul-', '[a-f0-9]{40}'],
  ['vault-token', 'hv[sbr]\\.', '[\\w-]{24,300}'],
  ['databricks-token', 'dapi', '[a-f0-9]{32}(?:-\\d)?'],
  ['tailscale-key', 'tskey-(?:auth|api|client|webhook|scim)-', '[A-Za-z0-9-]{20,80}'],
  ['cloudflare-key', 'v1\\.0-', '[a-f0-9]{24}-[a-f0-9]{146}'],
  ['openshift-token', 'sha256~', '[\\w-]{43}'],
  // Payment and shops.
  ['stripe-key', '(?:sk|rk|pk)_(?:live|test)_', '[A-Za-z0-9]{10,255}'],
  ['stripe-key', 'whsec_', '[A-Za-z0-9+/=]{16,255}'],
  ['square-token', 'EAAA', '[\\w-]{22,64}'],
  ['square-token', 'sq0(?:atp|csp|idp)-', '[\\w-]{22,64}'],
  ['shopify-token', 'shp(?:at|ca|pa|ss|ua)_', '[A-Fa-f0-9]{32}'],
  ['flutterwave-key', 'FLWSECK(?:_TEST)?-', '[a-f0-9]{12,40}-X'],
  ['plaid-token', 'access-(?:production|sandbox|development)-', '[a-f0-9-]{36}'],
  ['paypal-token', 'access_token\\$(?:production|sandbox)\\$', '[a-z0-9]{16}\\$[a-f0-9]{32}'],
  ['adyen-key', 'AQE', '[A-Za-z0-9+/=-]{75,300}'],
  ['easypost-key', 'EZ[AT]K', '[A-Za-z0-9]{54}'],
  ['shippo-token', 'shippo_(?:live|test)_', '[a-f0-9]{40}'],
  ['duffel-token', 'duffel_(?:live|test)_', '[\\w-]{43}'],
  ['razorpay-key', 'rzp_(?:live|test)_', '[A-Za-z0-9]{14}'],
  // Language models.
  ['anthropic-key', 'sk-ant-', '[\\w-]{16,255}'],
  ['openai-key', 'sk-(?:proj|svcacct|admin|or-v1|lf)-', '[\\w-]{20,255}'],
  ['openai-key', 'sk-', '[A-Za-z0-9]{24,255}'],
  ['huggingface-token', '(?:hf|api_org)_', '[A-Za-z0-9]{30,60}'],
  ['groq-key', 'gsk_', '[A-Za-z0-9]{40,60}'],
  ['xai-key', 'xai-', '[A-Za-z0-9]{60,90}'],
  ['perplexity-key', 'pplx-', '[A-Za-z0-9]{40,60}'],
  ['replicate-token', 'r8_', '[A-Za-z0-9]{37}'],
  ['cerebras-key', 'csk-', '[a-z0-9]{40,60}'],
  ['pinecone-key', 'pcsk_', '\\w{60,80}'],
  ['langsmith-key', 'lsv2_(?:pt|sk)_', '[a-f0-9]{32}_[a-f0-9]{10}'],
  ['voyage-key', 'pa-', '[\\w-]{43}(?![\\w-])'],
  // Registries.
  ['npm-token', 'npm_', '[A-Za-z0-9]{30,255}'],
  ['pypi-token', 'pypi-AgE', '[\\w-]{12,500}'],
  ['rubygems-key', 'rubygems_', '[a-f0-9]{48}'],
  ['nuget-key', 'oy2', '[a-z0-9]{43}'],
  ['docker-token', 'dckr_(?:pat|oat)_', '[\\w-]{20,80}'],
  ['crates-token', 'cio', '[A-Za-z0-9]{32}(?![A-Za-z0-9])'],
  ['artifactory-key', 'AKCp', '[A-Za-z0-9]{60,80}'],
  ['artifactory-key', 'cmVmdGtu', '[A-Za-z0-9]{56}'],
  ['clojars-token', 'CLOJARS_', '[a-z0-9]{60}'],
  // Messages and mail.
  ['slack-token', 'xox[abeoprs][.-]', '[\\w-]{10,255}'],
  ['slack-token', 'xapp-\\d-', '[\\w-]{10,255}'],
  ['telegram-token', '\\d{8,10}:AA', '[\\w-]{32,34}'],
  ['discord-token', '[MNO][A-Za-z\\d_-]{23,25}\\.[\\w-]{6}\\.', '[\\w-]{27,38}'],
  ['twilio-key', 'SK', '[a-f0-9]{32}'],
  ['sendgrid-key', 'SG\\.', '[\\w-]{16,32}\\.[\\w-]{32,64}'],
  ['sendinblue-key', 'xkeysib-', '[a-f0-9]{64}-[A-Za-z0-9]{16}'],
  ['mailgun-key', 'key-', '[a-f0-9]{32}'],
  ['mailchimp-key', '[a-f0-9]{32}-us', '\\d{1,2}'],
  // Observation and quality.
  ['grafana-token', 'gl(?:c|sa)_', '[\\w+/=-]{32,300}'],
  ['sentry-token', 'sntry[su]_', '[\\w+/=-]{40,300}'],
  ['newrelic-key', 'NR(?:AK|II|AL)-', '[A-Za-z0-9-]{27,34}'],
  ['dynatrace-token', 'dt0[a-z]\\d{2}\\.', '[A-Z0-9]{24}\\.[A-Z0-9]{64}'],
  ['sonar-token', 'sq[upa]_', '[a-f0-9]{40}'],
  ['snyk-token', 'snyk_(?:uat|sat)\\.', '[\\w.-]{40,200}'],
  ['honeycomb-key', 'hc[a-z]{1,2}(?:ik|lk|mk)_', '[a-z0-9]{50,70}'],
  ['posthog-key', 'phx_', '[\\w-]{40,60}'],
  ['launchdarkly-key', '(?:api|sdk|mob)-', '[a-f0-9]{8}-[a-f0-9]{4}-4?[a-f0-9]{3,4}-[a-f0-9]{4}-[a-f0-9]{12}'],
  // Offices and tools.
  ['linear-key', 'lin_(?:api|oauth)_', '[A-Za-z0-9]{32,64}'],
  ['notion-token', '(?:ntn|secret)_', '[A-Za-z0-9]{40,60}'],
  ['airtable-token', 'pat', '[A-Za-z0-9]{14}\\.[a-f0-9]{64}'],
  ['figma-token', 'figd_', '[\\w-]{36,60}'],
  ['postman-key', 'PMAK-', '[a-f0-9]{24}-[a-f0-9]{34}'],
  ['contentful-token', 'CFPAT-', '[\\w-]{43}'],
  ['hubspot-token', 'pat-[a-z]{2}\\d-', '[a-f0-9-]{36}'],
  ['typeform-token', 'tfp_', '[\\w.=-]{40,90}'],
  ['buildkite-token', 'bk(?:ua|aj|ct)_', '[a-f0-9]{40}'],
  ['circleci-token', 'CCI(?:PAT|PRJ)_', '[\\w-]{40,90}'],
  ['octopus-key', 'API-', '[A-Z0-9]{25,32}(?![\\w-])'],
  ['onepassword-token', 'ops_eyJ', '[A-Za-z0-9+/=_-]{100,1200}'],
  ['prefect-key', 'pn[ub]_', '[a-z0-9]{36}'],
  ['readme-key', 'rdme_', '[a-z0-9]{70}'],
  ['age-key', 'AGE-SECRET-KEY-1', '[A-Z0-9]{58}'],
];

const ISSUED: readonly IssuedForm[] = FORMS.map(([name, prefix, rest]) => ({ name, prefix, rest }));
const NAMED = ISSUED.map(({ name, prefix, rest }) => ({ name, whole: new RegExp(`^(?:${prefix})(?:${rest})$`) }));

/**
 * Every issued token in a text, found in one pass: a token begins where no letter or digit stands before it, and is at
 * least 15 characters long, which leaves out most words before any form is tried.
 */
export const ISSUED_TOKEN = new RegExp(
  `(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt]))(?=[\\w.~:$/+=-]{15})(?:${ISSUED.map(({ prefix, rest }) => `(?:${prefix})${rest}`).join('|')})`,
  'g',
);

/** The token with which a text begins. */
export const ISSUED_ALONE = new RegExp(`^${ISSUED_TOKEN.source}`);

/** Whose token it is. */
export function issuerOf(token: string): string {
  return NAMED.find(({ whole }) => whole.test(token))?.name ?? 'token';
}

/** Forms that begin with anything. */
const INNER = new Set([
  ...['azure-client-secret', 'azure-devops-token', 'terraform-token', 'telegram-token', 'mailchimp-key'],
]);
/** What one of them contains; each alone is found without a look at every character. */
const INNER_TEXTS = ['8Q~', 'AZDO', '.atlasv1.', ':AA'];
const holdsInner = (text: string): boolean =>
  INNER_TEXTS.some((inner) => text.includes(inner)) || (text.includes('-us') && /-us\d/.test(text));

/** The faster search takes longer to prepare than these many characters to be searched by `ISSUED_TOKEN`. */
const PREPARED_AFTER = 1 << 14;
let searched = 0;
let findUsual: ((text: string) => boolean) | undefined;

/** False when a text holds no issued token. With much text several times faster than the search itself. */
export function mayHoldToken(text: string): boolean {
  searched += text.length;
  if (searched < PREPARED_AFTER || holdsInner(text)) return true;
  findUsual ??= wordSearch(ISSUED.filter(({ name }) => !INNER.has(name)).map(({ prefix, rest }) => prefix + rest));
  return findUsual(text);
}
