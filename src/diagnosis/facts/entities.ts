import { execIfThere } from './required-text.js';
import type { Facts } from '../rules/rule.js';

/** Things of the world that a failure names; each empty when it names none. At most 200 characters each. */
export interface Entities {
  /** `host:port`, or a bare host. */
  readonly host: string;
  /** `GET /pets/7`, or a path, or a URL. */
  readonly endpoint: string;
  readonly module: string;
  readonly fixture: string;
  readonly variable: string;
  readonly file: string;
  /** A browser that is not installed. */
  readonly browser: string;
  /** A program that is not installed. */
  readonly tool: string;
  /** What a browser action waited for. */
  readonly locator: string;
  /** What took the click instead. */
  readonly blocker: string;
  /** A limit as the runner wrote it, with its unit. */
  readonly limit: string;
  /** Constraint, table, column or permission object of a database. */
  readonly constraint: string;
  readonly table: string;
  readonly column: string;
  /** A key, field or attribute that is missing. */
  readonly key: string;
  /** An undefined name. */
  readonly name: string;
}

type Field = keyof Entities;

const HOST = String.raw`\[?[\w.:-]{1,120}?\]?`;

/** Asks a failure for one entity; empty when it names none. */
export type Ask = (field: Field) => string;

/** Patterns by field, most exact first; group 1 (and 2 for a port) is the value. */
const PATTERNS: Readonly<Record<Field, readonly RegExp[]>> = {
  host: [
    /(?:getaddrinfo for|dial tcp: lookup|lookup|Could not resolve host:|host) (?=\S{1,120}\.\S)([\w.-]{1,120})(?= failed| on |:)/,
    /host='([^']{1,120})', port=(\d{1,5})/,
    /"([^"\s]{1,120})"(?: \([^)]{1,60}\))?, port (\d{1,5})/,
    /\(["']([\w.:-]{1,120})["'], (\d{2,5})\b/,
    /(?:host|Host|server|Server)=([\w.-]{1,120});\s?(?:port|Port)=(\d{2,5})/,
    new RegExp(
      String.raw`(?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|EADDRINUSE|EHOSTUNREACH|refused it|connect to|dial tcp|dial udp|tcp) (${HOST}):(\d{1,5})\b`,
    ),
    /\b(?:https?|wss?|ftp|redis|rediss|mongodb|postgres(?:ql)?|mysql|amqps?|nats|tcp|grpc):\/\/(?:[^@/\s"']{1,100}@)?(\[[\da-f:]{2,40}\]|[\w.-]{1,120}):(\d{1,5})\b/i,
    /(?:address already in use[: ]{1,3}|EADDRINUSE[: ].{0,40})(\[?[\w.:*]{0,60}?\]?):(\d{2,5})\b/,
    /\b((?:localhost|\d{1,3}(?:\.\d{1,3}){3})):(\d{2,5})\b/,
    /getaddrinfo for ([\w.-]{1,120}) failed/,
    /\b(?:server (?:on|at)|to host|host) ['"]([\w-]{1,60}(?:\.[\w-]{1,60})*)['"]/i,
    /(?:ENOTFOUND|EAI_AGAIN|resolve host:?|lookup(?! address)|host name|UnknownHostException:|ERR_NAME_NOT_RESOLVED at \w{3,5}:\/\/) "?([\w.-]{1,120})/,
    /\b(?:https?|wss?):\/\/([\w-]{1,60}(?:\.[\w-]{1,60})+)/i,
    /^([a-z\d-]{1,60}(?:\.[a-z\d-]{1,60})+)$/m,
    /\bport (\d{2,5})\b/i,
  ],
  endpoint: [
    /\b((?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?:https?:\/\/[^\s"'/]{1,100})?\/[^\s"',)>\]]{0,150})/,
    /→ ((?:GET|POST|PUT|PATCH|DELETE) \S{1,180})/,
    /\b(Get|Post|Put|Patch|Delete|Head) "(https?:\/\/[^"\s]{1,180})"/,
    /\b(GET|POST|PUT|PATCH|DELETE|HEAD) request for "(https?:\/\/[^"\s]{1,180})"/,
    /for url: (\S{1,200})/,
    /with url: (\S{1,200})/,
    /\.(get|post|put|patch|delete|options|head|GetAsync|PostAsync|GetStringAsync)\(\s?(?:[\w.]{1,40} ?\+ ?)?f?['"`](?:\$?\{[^}\s]{1,40}\})?(\/[^'"`\s?]{0,150})/,
    /\.(?:goto|request|visit)\(\s?f?['"`](\/[^'"`]{0,150})['"`]/,
    /request to (https?:\/\/[^\s)]{1,180})/,
    /(?<=[\s:])(https?:\/\/[^\s)'"]{1,160}?):? (?:status code|[Ss]tatus) \d{3}/,
    /for url '(\S{1,180})'/,
    /for url \((https?:[^\s)]{1,180})\)/,
    /\bat (https?:\/\/[^\s)]{1,180})/,
    /url[:=] ?["']?(https?:\/\/[^\s"']{1,180})/,
  ],
  module: [
    /No module named '?([\w.]{1,120})/,
    /Cannot find (?:module|package) '([^']{1,200})'/,
    /cannot load such file -- (\S{1,120})/,
    /Failed to resolve import "([^"]{1,200})"/,
    /(?:NoClassDefFoundError|ClassNotFoundException): ([\w./$]{1,160})/,
    /cannot import name '(\w{1,100})'/,
    /(?:Class|Trait|Interface) "([\w\\]{1,160})" not found/,
    /cannot find package "([^"]{1,160})"/,
    /Unable to resolve module (\S{1,160})/,
    /DLL load failed while importing (\w{1,80})/,
  ],
  fixture: [/fixture '([^']{1,120})' not found/, /unknown parameter "([^"]{1,120})"/],
  variable: [
    /\b([A-Z][A-Z0-9]{1,30}_[A-Z0-9_]{2,60})\b["'`]? (?:is|was|must|has|environment)/,
    /environment variables?:? ["'`]?([A-Z][A-Z0-9_]{2,60})/i,
    /KeyError: '([A-Z][A-Z0-9]*_[A-Z0-9_]{2,60})'/,
    /key not found: "([A-Z][A-Z0-9]*_[A-Z0-9_]{2,60})"/,
    /\b(?:env::var(?:_os)?|getenv|ENV\.fetch|os\.environ|process\.env)\b[.([]{0,2}["']?([A-Z][A-Z0-9_]{2,60})/,
  ],
  file: [
    /(?:No such file or directory|ENOENT: no such file or directory)[:,]? (?!\(os error)(?:\w{2,9} |@ \w{1,30} - )?'?([^\s'"]{2,200})/,
    /(?:FileNotFound\w{0,40}|NoSuchFile\w{0,40}|TemplateNotFound|TemplateDoesNotExist): '?([^\s'"]{2,200})/,
    /(?:Permission denied|EACCES: permission denied)[:,]? (?:\w{2,9} )?'([^'"]{2,200})/,
    /Could not find (?:file|a part of the path) '([^']{2,200})'/,
    /open ([^\s:'"]{2,200}): no such file/,
    /\w\(([^()\s]{2,200})\): [Ff]ailed to open stream/,
    /snapshot doesn't exist at (\S{2,200}?),/,
    /reading storage state from (\S{2,200}?):?$/m,
  ],
  browser: [/Executable doesn't exist at \S{0,200}?[\\/]((?:chrom\w+|firefox|webkit|msedge)[\w-]{0,20})[\\/]/],
  tool: [
    /spawn(?:Sync)? (\S{1,120}) ENOENT/,
    /exec: "([^"]{1,120})": executable file not found/,
    /Cannot run program "([^"]{1,120})"/,
    /(?:\/bin\/\w{2,4}|bash|sh|zsh|line \d{1,6}): (?:(?:line )?\d{1,6}: )?([\w.+-]{1,80}): (?:command )?not found/,
    /command not found: ([\w.+-]{1,80})/,
    /^'?"?([\w.+-]{1,80})'?"? is not recognized as an internal/m,
    /Command::new\("([^"]{1,120})"\)/,
    /subprocess\.\w{3,14}\(\s?[[(]?["']([^"'\s]{1,120})/,
    /No such file or directory(?: -|:) '?([\w.+-]{1,80})'?$/m,
  ],
  locator: [
    /(?:Locator|Selector):\s{1,3}(\S.{0,180})$/m,
    /waiting for ((?:locator|getBy\w+|get_by_\w+|frameLocator|page|selector)\b.{0,180})$/m,
    /waiting for (?:selector|navigation to|response|request|event|element) (?:"|`)?([^\n]{1,160}?)["`]?(?: to be .{1,40}| until .{1,20})?$/m,
    /strict mode violation: (.{1,160}?) resolved to/,
    /Unable to find an? (?:accessible )?element with (the (?:text: .{1,60}?(?=\.)|role "[^"]{1,40}"(?: and name [`"/][^`"/]{1,60}[`"/])?|label(?: text)? of: .{1,60}|placeholder text of: .{1,60}|test ?id.{0,60}))/,
    /(?:Expected to find element|Unable to (?:locate|find)(?: an)? element|no such element): ?`?(.{1,160}?)`?(?:, but never|$)/m,
    /element \("([^"]{1,160})"\) still not/,
    /(?:text_to_be_present_in_element|presence_of_element_located|visibility_of_element_located|element_to_be_clickable)\(\(?([^)]{1,100})\)/,
  ],
  blocker: [
    /-?\s{0,8}(<[a-z][^>]{0,160}>).{0,200}intercepts pointer events/i,
    /Other element would receive the click: (<[^>]{1,160}>)/,
    /is being covered by another element:\s{1,4}`?(<[a-z][^>]{0,160}>)/,
    /Element (<[a-z][^>]{0,100}>) obscures it/,
  ],
  limit: [
    /(?:Timeout|timeout|Timed out|timed out)(?: of| after| in| >)? ?(\d{1,9}(?:\.\d{1,3})? ?(?:ms|milliseconds|s|sec|seconds|m\d*s?|min|minutes)?)(?: exceeded|\b)/,
    /Timeout \(>(\d{1,6}(?:\.\d{1,3})?s)\)/,
    /(?:within|after|exceeded|past)(?: timeout| timeout of| deadline of)? (?:the )?(\d{1,9}(?:\.\d{1,3})? ?(?:ms|milliseconds|seconds|sec|s|minutes|min|m\d{1,2}s))\b/,
    /read timeout=(\d{1,6}(?:\.\d{1,3})?)\b/,
    /deadline of (\d{1,9}(?:\.\d{1,3})?ms)/,
    /Condition not met within timeout (\d{1,9})/,
  ],
  constraint: [
    /(?:unique|foreign key|check|exclusion) constraint "([^"]{1,120})"/i,
    /(?:UNIQUE|NOT NULL|CHECK) constraint failed: ([\w., ]{1,120})/,
    /for key '([^']{1,120})'/,
    /duplicate key error collection: (\S{1,120} index: \S{1,80})/,
    /violation: "(?:PUBLIC\.)?\S{1,80} ON (?:PUBLIC\.)?([\w.]{1,60}\([\w, ]{1,80}?)(?: NULLS \w+)?\)/,
    /null value in column "([^"]{1,120})"/,
    /constraint \[([^\]]{1,120})\]/,
  ],
  table: [
    /permission denied for (?:table|relation|schema|sequence|database|view) "?([\w.]{1,120})/,
    /Table "([\w.]{1,120})" not found/,
    /(?:relation|table|database|Unknown (?:table|database)|no such table:?) ["'`]?([\w.]{1,120})["'`]?(?: does not exist| doesn't exist|$|')/m,
    /collection (\w{1,80})/,
  ],
  column: [
    /column "?([\w.]{1,120})"? (?:does not exist|of relation)/,
    /(?:no such column|Unknown column):? '?([\w.]{1,120})/,
  ],
  key: [
    /KeyError: (?!key not found)['"]?([^'"\n]{1,120})/,
    /\(KeyError\) key (:?\w{1,80}) not found/,
    /key not found: (:?[\w.]{1,100})/,
    /key not found: "?([^"\n]{1,120})/,
    /Undefined (?:array )?(?:key|index|property):? "?([^"\n]{1,120})/,
    /'([^']{1,120})' is a required property/,
    /(?:reading|setting) '([^']{1,120})'/,
    /has no attribute '([^']{1,120})'/,
    /\(([\w, ]{1,80})\)=\(([^)]{1,80})\)/,
  ],
  name: [
    /name '(\w{1,120})' is not defined/,
    /\b(\w{1,120}) is not defined/,
    /undefined (?:local variable or )?(?:method|variable) [`'](\w{1,120})/,
    /Call to undefined (?:function|method) ([\w:\\]{1,120})/,
    /Undefined variable:? \$?(\w{1,120})/,
  ],
};

function joined(field: Field, first: string, second: string): string {
  if (field === 'host') return `${first}:${second}`;
  return field === 'endpoint'
    ? `${first.replace(/(?:String)?Async$/, '').toUpperCase()} ${second}`
    : `${first}=${second}`;
}

function find(field: Field, texts: readonly string[]): string {
  for (const text of texts) {
    for (const pattern of PATTERNS[field]) {
      const match = execIfThere(pattern, text);
      if (!match) continue;
      const [, first = '', second] = match;
      const named = second === undefined ? first : joined(field, first, second);
      const value = match[0].startsWith('read timeout=') ? `${named} s` : named;
      if (value !== '') return value.slice(0, 200).trim();
    }
  }
  return '';
}

/** Entities in the head first, then in the lines of the failure; each is searched for only when asked. */
export function entityFinder(facts: Facts): Ask {
  const known = new Map<Field, string>();
  return (field) => {
    const cached = known.get(field);
    if (cached !== undefined) return cached;
    const value = find(field, [facts.head, facts.text, facts.source]);
    known.set(field, value);
    return value;
  };
}
