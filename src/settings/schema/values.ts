// Schemas of single values: text, numbers, durations, percentages, URLs, lists.
import * as v from 'valibot';
import type { Shard } from '../../model/shard.js';

/** Leaf schemas. Each takes what an input (always text) or a settings file (typed) may hold; messages say what is allowed. */

/** What the JSON schema of the settings file says of a value whose check is code. */
function asJson<T>(json: Readonly<Record<string, unknown>>): v.MetadataAction<T, { readonly json: typeof json }> {
  return v.metadata({ json });
}

const scalar = v.union([v.string(), v.number(), v.boolean()], 'is not a single value. Write a string, a number, true or false.');

/** Text, trimmed. */
export const text = v.pipe(
  scalar,
  v.transform((value) => String(value).trim()),
);

const isAddress = (value: string): boolean => /^https?:/i.test(value) && URL.canParse(value);
const NO_ADDRESS = 'is not a URL. Write http://host:port or https://host.';

/** An absolute http or https address. */
export const url = v.pipe(
  text,
  v.check(isAddress, NO_ADDRESS),
  asJson({ type: 'string', pattern: '^[Hh][Tt][Tt][Pp][Ss]?:' }),
);

/** A whole commit id, lower case. */
export const commitSha = v.pipe(
  text,
  v.toLowerCase(),
  v.regex(/^(?:[\da-f]{40}|[\da-f]{64})$/, 'is not a full commit SHA. Write all 40 digits, for example ${{ github.sha }}.'),
);

/** Milliseconds. */
export const duration = v.pipe(
  scalar,
  v.rawTransform<string | number | boolean, number>(({ dataset, addIssue, NEVER }) => {
    const milliseconds = parseDuration(String(dataset.value));
    if (milliseconds !== null) return milliseconds;
    addIssue({ message: 'is not a duration. Write 300, 300s, 5m or 1h.' });
    return NEVER;
  }),
  asJson({ type: ['string', 'number'], pattern: '^\\s*\\d+(\\.\\d+)? ?(ms|s|m|h)?\\s*$', exclusiveMinimum: 0 }),
);

/** Milliseconds, or null for `off`. */
export const durationOrOff = v.union(
  [
    v.pipe(
      text,
      v.picklist(['off', 'none', 'false', '0']),
      v.transform(() => null),
    ),
    duration,
  ],
  'is not a duration. Write 300, 300s, 5m, 1h or off.',
);

/** Per cent above 0 up to 100, or null for `off`. */
export const percentOrOff = v.pipe(
  text,
  v.rawTransform<string, number | null>(({ dataset, addIssue, NEVER }) => {
    if (['off', 'none', 'false', '0'].includes(dataset.value)) return null;
    const percent = /^(\d{1,3}(?:\.\d{1,4})?) ?%?$/.exec(dataset.value)?.[1];
    if (percent !== undefined && Number(percent) > 0 && Number(percent) <= 100) return Number(percent);
    addIssue({ message: 'is not a percentage. Write a number such as 80 or 62.5, or off.' });
    return NEVER;
  }),
  asJson({ type: ['string', 'number', 'boolean'], minimum: 0, maximum: 100 }),
);

/** A whole number from `minimum` up. */
export function wholeNumber(minimum: number) {
  return v.pipe(
    scalar,
    v.rawTransform<string | number | boolean, number>(({ dataset, addIssue, NEVER }) => {
      const raw = String(dataset.value).trim();
      if (/^\d{1,9}$/.test(raw) && Number(raw) >= minimum) return Number(raw);
      addIssue({ message: `is not a whole number of at least ${minimum}. Write a number such as ${minimum + 1}.` });
      return NEVER;
    }),
    asJson({ type: ['integer', 'string'], minimum, pattern: '^\\d+$' }),
  );
}

/** `2/4`: this job runs the second of four parts; the blanks around the stroke are forgiven. */
export const shardOf = v.pipe(
  text,
  v.rawTransform<string, Shard>(({ dataset, addIssue, NEVER }) => {
    const [, index = '0', total = '0'] = /^(\d{1,4}) ?\/ ?(\d{1,4})$/.exec(dataset.value) ?? [];
    const shard = { index: Number(index), total: Number(total) };
    if (shard.index >= 1 && shard.index <= shard.total) return shard;
    addIssue({ message: 'is not a shard. Write its number and the total, for example 2/4 or ${{ matrix.shard }}/4.' });
    return NEVER;
  }),
);

/** A number above 0. */
export const positive = v.pipe(
  scalar,
  v.rawTransform<string | number | boolean, number>(({ dataset, addIssue, NEVER }) => {
    const raw = String(dataset.value).trim();
    if (/^\d{1,9}(\.\d{1,6})?$/.test(raw) && Number(raw) > 0) return Number(raw);
    addIssue({ message: 'is not a number greater than 0. Write a number such as 30 or 0.5.' });
    return NEVER;
  }),
  asJson({ type: ['number', 'string'], exclusiveMinimum: 0 }),
);

/** An amount from 0 up. */
export const amount = v.pipe(
  scalar,
  v.rawTransform<string | number | boolean, number>(({ dataset, addIssue, NEVER }) => {
    const raw = String(dataset.value).trim();
    if (/^\d{1,9}(\.\d{1,6})?$/.test(raw)) return Number(raw);
    addIssue({ message: 'is not an amount in US dollars. Write a number such as 0, 0.25 or 2.' });
    return NEVER;
  }),
  asJson({ type: ['number', 'string'], minimum: 0 }),
);

/** `true` or `false`, as YAML 1.2's core schema spells them. */
export const flag = v.pipe(
  scalar,
  v.rawTransform<string | number | boolean, boolean>(({ dataset, addIssue, NEVER }) => {
    const raw = String(dataset.value).trim().toLowerCase();
    if (raw === 'true' || raw === 'false') return raw === 'true';
    addIssue({ message: 'is not a boolean. Write true or false.' });
    return NEVER;
  }),
  asJson({ enum: [true, false, 'true', 'false'] }),
);

/** Text with at least one character. */
export const someText = v.pipe(text, v.minLength(1, 'is empty. Write a value.'));

/** One of a closed list; the message names the list and the reader adds the nearest name. */
export function oneOf<const Names extends readonly string[]>(names: Names) {
  return v.pipe(text, v.picklist(names, `is not one of ${names.join(', ')}.`));
}

/** Texts: a list, or one text with commas or line breaks between them. */
export const texts = v.pipe(
  v.union([v.array(text), text], 'is not a list. Write a list, or one string with commas between the items.'),
  v.transform((value) => (typeof value === 'string' ? splitTexts(value) : value).map((item) => item.trim())),
  v.transform((items): readonly string[] => items.filter((item) => item !== '')),
);

/** The parts between commas and line breaks; commas in braces belong to a pattern, `{api,web}/junit.xml`. */
export function splitTexts(value: string): readonly string[] {
  return value.split('\n').flatMap((line) => line.match(/(?:\{[^{}]*\}|[^,])+/g) ?? []);
}

/** Absolute http or https addresses: a list, or one text with commas, blanks or line breaks between them. */
export const urls = v.pipe(
  v.union([v.array(text), text], 'is not a list of URLs. Write one URL or a list of URLs.'),
  v.transform((value) => (typeof value === 'string' ? value.split(/[,\s]+/) : value).filter((item) => item !== '')),
  v.check((items) => items.every(isAddress), NO_ADDRESS),
  v.transform((items): readonly string[] => items),
);

const NO_NAMES = 'is not a mapping of names to values. Write one indented `NAME: value` per line.';

/** Names and texts, for environment variables. */
export const textMap = v.pipe(
  v.unknown(),
  v.check((value) => !Array.isArray(value), NO_NAMES),
  v.record(v.string(), text, NO_NAMES),
);

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/** Milliseconds of `90`, `90s`, `5m`, `1.5h`, `250ms`; a bare number is seconds. Null for anything else and for zero. */
function parseDuration(text: string): number | null {
  const match = /^(\d{1,9}(?:\.\d{1,3})?) ?(ms|s|m|h)?$/.exec(text.trim());
  if (match === null) return null;
  const unit = (match[2] ?? 's') as keyof typeof UNITS;
  const milliseconds = Math.round(Number(match[1]) * UNITS[unit]);
  return milliseconds > 0 ? milliseconds : null;
}
