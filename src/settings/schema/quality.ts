// Settings of Schemathesis, axe, Lighthouse and Locust.
import * as v from 'valibot';
import { IMPACTS, LIGHTHOUSE_CATEGORIES } from '../../model/quality.js';
import { duration, flag, oneOf, text, texts, wholeNumber } from './values.js';

const textOrNull = v.optional(v.nullable(text), null);
const noTexts = v.optional(texts, []);
const install = v.optional(flag, false);

/** A number from 0 to `maximum`. */
function upTo(maximum: number) {
  return v.pipe(
    text,
    v.check(
      (value) => /^\d{1,3}(\.\d{1,6})?$/.test(value) && Number(value) <= maximum,
      `is not a number from 0 to ${maximum}.`,
    ),
    v.transform(Number),
  );
}

/** A share from 0 to 1, also written with a per cent sign. */
const ratio = v.pipe(
  text,
  v.check(
    (value) => /^(0(\.\d{1,6})?|1(\.0{1,6})?|\d{1,2}(\.\d{1,4})?%|100%)$/.test(value),
    'is not a ratio. Write a number such as 0.01 or 1%.',
  ),
  v.transform((value) => (value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value))),
);

/** A response time; a bare number is milliseconds, as load tools print it. */
const responseTime = v.pipe(
  text,
  v.transform((value): string | number | boolean => (/^\d+(\.\d+)?$/.test(value) ? `${value}ms` : value)),
  duration,
);
const noLimit = v.optional(v.nullable(responseTime), null);

/** Settings of Schemathesis. */
export const schemathesis = v.object({
  python: textOrNull,
  spec: textOrNull,
  checks: noTexts,
  auth: v.optional(
    v.nullable(v.pipe(text, v.regex(/^[A-Za-z_]\w*$/, 'is not the name of an environment variable.'))),
    null,
  ),
  install,
});

/** Settings of axe. */
export const axe = v.object({
  urls: noTexts,
  tags: noTexts,
  fail_on: v.optional(oneOf(IMPACTS), 'serious'),
  wait_for: textOrNull,
  sitemap: textOrNull,
  install,
});

/** Keys in kebab-case, as `thresholds` may be written either way. */
const named = v.pipe(
  v.record(v.string(), v.unknown(), 'is not a mapping of limits.'),
  v.transform((value) =>
    Object.fromEntries(Object.entries(value).map(([key, limit]) => [key.replaceAll('_', '-'), limit])),
  ),
);

const scores = Object.fromEntries(LIGHTHOUSE_CATEGORIES.map((name) => [name, v.exactOptional(upTo(100))])) as Readonly<
  Record<(typeof LIGHTHOUSE_CATEGORIES)[number], v.ExactOptionalSchema<ReturnType<typeof upTo>, undefined>>
>;

/** Settings of Lighthouse. */
export const lighthouse = v.object({
  urls: noTexts,
  thresholds: v.optional(v.pipe(named, v.strictObject(scores, `is not one of ${LIGHTHOUSE_CATEGORIES.join(', ')}.`)), {}),
  device: v.optional(oneOf(['mobile', 'desktop']), 'mobile'),
  runs: v.optional(wholeNumber(1), 1),
  install,
});

const NOT_A_LIMIT = 'is not one of p50, p95, p99, fail-ratio.';
const times = { p50: noLimit, p95: noLimit, p99: noLimit };

/** Limits for load reports of any tool; without `fail-ratio` the tool's own limit holds. */
export const loadLimits = v.pipe(
  named,
  v.check((limits) => Object.keys(limits).length > 0, 'has no limit. Write at least one of p50, p95, p99 and fail-ratio.'),
  v.strictObject({ ...times, 'fail-ratio': v.optional(v.nullable(ratio), null) }, NOT_A_LIMIT),
  v.transform(({ p50: p50Ms, p95: p95Ms, p99: p99Ms, 'fail-ratio': failRatio }) => {
    return { p50Ms, p95Ms, p99Ms, failRatio };
  }),
);

const limits = v.pipe(
  named,
  v.strictObject({ ...times, 'fail-ratio': v.optional(ratio, '0') }, NOT_A_LIMIT),
  v.transform(({ p50: p50Ms, p95: p95Ms, p99: p99Ms, 'fail-ratio': failRatio }) => {
    return { p50Ms, p95Ms, p99Ms, failRatio };
  }),
);

/** Settings of Locust. */
export const locust = v.object({
  python: textOrNull,
  file: textOrNull,
  users: v.optional(wholeNumber(1), 10),
  spawn_rate: v.optional(wholeNumber(1), 10),
  run_time: v.optional(duration, '30s'),
  thresholds: v.optional(limits, {}),
  install,
});
