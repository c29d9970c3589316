import { join } from 'node:path';
import { LIGHTHOUSE_CATEGORIES } from '../../model/quality.js';
import { entriesOf, listOf, member, numberOf, textOf, type Json } from '../../text/json.js';
import type { Files } from '../../ports.js';
import { isLoopback, type QualityTarget } from './quality-target.js';
import { parseYaml } from '../../text/yaml.js';

/** Settings of a suite that a tool's own configuration asks for, or why it asks for none that can be run. */
export type Proposal =
  { readonly settings: Readonly<Record<string, unknown>>; readonly why: string } | { readonly reason: string };

const MOST_URLS = 50;

/** The pages of `.pa11yci` or `.axerc`, with the rules that the latter names; the base URL when it names no page. */
export async function accessibilityOf(
  path: string,
  target: QualityTarget,
  files: Files,
  directory: string,
): Promise<Proposal> {
  const config = await readConfig(path, target, files, directory);
  if ('reason' in config) return config;
  const urls = listOf(config.value, 'urls').map((one) => (typeof one === 'string' ? one : textOf(one, 'url')));
  const run = member(config.value, 'runOnly');
  const tags = (Array.isArray(run) ? run : listOf(run, 'values')).filter((tag) => typeof tag === 'string');
  return { settings: { urls: pagesOf(urls, config.baseUrl), tags }, why: `at ${config.baseUrl}` };
}

/**
 * The pages and runs of a Lighthouse CI configuration, judged by the scores that it asserts as errors. One that asserts
 * no score of a category is not proposed: a limit that was not set must not make a run red.
 */
export async function performanceOf(
  path: string,
  target: QualityTarget,
  files: Files,
  directory: string,
): Promise<Proposal> {
  const config = await readConfig(path, target, files, directory);
  if ('reason' in config) return config;
  const ci = member(config.value, 'ci');
  const thresholds = scoresOf(member(member(ci, 'assert'), 'assertions'));
  if (Object.keys(thresholds).length === 0) return { reason: 'it does not assert the score of a category as an error' };
  const collect = member(ci, 'collect');
  const url = member(collect, 'url');
  const urls = (Array.isArray(url) ? url : [url]).filter((one) => typeof one === 'string');
  const runs = Math.min(9, Math.max(1, Math.trunc(numberOf(collect, 'numberOfRuns') ?? 1)));
  return { settings: { urls: pagesOf(urls, config.baseUrl), thresholds, runs }, why: `at ${config.baseUrl}` };
}

type Config = { readonly value: Json; readonly baseUrl: string } | { readonly reason: string };

async function readConfig(path: string, target: QualityTarget, files: Files, directory: string): Promise<Config> {
  if (target.baseUrl === null) return { reason: 'there is no `base-url`' };
  if (/\.[cm]?js$/.test(path)) return { reason: 'it is a script, not JSON or YAML' };
  const yaml = parseYaml((await files.readTextIfExists(join(directory, path))) ?? '');
  return yaml.ok ? { value: yaml.value, baseUrl: target.baseUrl } : { reason: yaml.message };
}

/** Minimum scores in per cent: `"categories:seo": ["error", { "minScore": 0.9 }]`. */
function scoresOf(assertions: Json): Readonly<Record<string, number>> {
  const scores = entriesOf(assertions).flatMap(([key, value]) => {
    const category = LIGHTHOUSE_CATEGORIES.find((name) => key === `categories:${name}`);
    const [level, options] = Array.isArray(value) ? (value as readonly Json[]) : [];
    const score = numberOf(options, 'minScore');
    if (category === undefined || level !== 'error' || score === null || score < 0 || score > 1) return [];
    return [[category, Math.round(score * 100)] as const];
  });
  return Object.fromEntries(scores);
}

/** A page on any port of this machine is one of the application under test: its address there is not known before. */
function pagesOf(urls: readonly string[], baseUrl: string): readonly string[] {
  const pages = urls.filter((url) => url !== '').slice(0, MOST_URLS);
  return pages.map((url) => {
    if (!/^https?:/i.test(url) || !URL.canParse(url)) return url.startsWith('/') ? url : `/${url}`;
    const { pathname, search, origin } = new URL(url);
    return isLoopback(url) || origin === new URL(baseUrl).origin ? `${pathname}${search}` : url;
  });
}
