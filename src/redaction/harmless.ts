// Assignments in text about secrets that hold none: `max_tokens=4096`, `token == expected`, `password: string`.
/** Ends of names that speak about a secret: `token_type`, `password_reset_url`, `tokenEndpoint`. */
const ABOUT =
  /(?:count|type|name|url|uri|endpoint|field|length|limit|expir\w{0,10}|ttl|[_-]id|index|algorithm|policy|label|ref|path|file|format|version|required)s?$/i;
/** Names of secrets that end like a name about one. */
const SECRET_AFTER_ALL = /session[_-]?id$/i;
const PLACEHOLDER =
  /^\[redacted:[\w-]+#\d+\]$|^\*{3,}$|^<[^>]{0,60}>?$|^\$\{?[\w.{} ]{0,80}\}?$|^%[sdr(]|^(?:none|null|undefined|true|false|required|missing|invalid|expired|string|await|new)$/i;
const FIELD_OF_CODE =
  /^(?:process\.env|os\.environ|os\.getenv|self|this|settings|config|args|options|request|req|user|env|secrets|props|state|ctx)\b[.[]/;
/** A message of a validation: `"password": "This field may not be blank."` */
const SENTENCE =
  /\s(?:must|may|cannot|should|not|too|is|be|are|least|required|missing|match)\s|^(?:must|is|may|this|cannot|should|invalid|required|at least|not)\s/i;

/** Stands for a secret without being one. */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value) || value.startsWith('[redacted:');
}

/** An assignment in text about secrets: `max_tokens=4096`, `token == expected`, `password: string`, `token = load()`. */
export function isHarmless(name: string, before: string, value: string): boolean {
  if (ABOUT.test(name) && !SECRET_AFTER_ALL.test(name)) return true;
  if (/(?:["']|;)$/.test(before)) return /^[\s,:;)\]}]*$/.test(value) || SENTENCE.test(value);
  if (/^[=>~{[(]/.test(value) || /^[\d.,]+$/.test(value) || /^[\w.]{0,80}\(/.test(value)) return true;
  if (FIELD_OF_CODE.test(value) || isName(name, value)) return true;
  if (/pwd$/i.test(name) && /^(?:[/~]|[A-Z]:\\)/i.test(value)) return true;
  return /:\s{1,4}$/.test(before) && /^[A-Za-z_][A-Za-z_.[\]|]{0,40}[.,:;]?$/.test(value);
}

/** `password=password`, `token == expected_token`: the value is a variable of the same name. */
function isName(name: string, value: string): boolean {
  const variable = value.replace(/[;,.)]{1,20}$/, '').toLowerCase();
  return /^[a-z_]+$/.test(variable) && variable.endsWith(name.toLowerCase());
}
