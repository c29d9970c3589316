// Which pages a suite looks at: those that are named, and those of a sitemap.
import { clipped } from './qaagent-quality.mjs';

/**
 * The pages to look at, `{ label, url }`: those that are named, and those of a sitemap taken below the base URL, so
 * that a sitemap that names the public site never sends us there.
 */
export async function pagesOf({ urls, sitemap, baseUrl }) {
  const named = urls.length === 0 && sitemap === null ? [baseUrl] : urls.map((url) => absolute(url, baseUrl));
  const listed = sitemap === null ? [] : await sitemapPages(absolute(sitemap, baseUrl), baseUrl);
  return [...new Set([...named, ...listed])].map((url) => ({ label: labelOf(url, baseUrl), url }));
}

/** A path stands below the base URL's own path, as users of `base-url` expect. */
function absolute(url, baseUrl) {
  if (/^https?:\/\//i.test(url)) return url;
  const base = baseUrl.endsWith('/') ? baseUrl.slice(0, -1) : baseUrl;
  return `${base}/${url.replace(/^\/+/, '')}`;
}

function labelOf(url, baseUrl) {
  const { origin, pathname, search } = new URL(url);
  return baseUrl !== '' && origin === new URL(baseUrl).origin ? `${pathname}${search}` : url;
}

const MAX_PAGES = 200;

async function sitemapPages(address, baseUrl) {
  const locations = await locationsIn(address);
  const isIndex = locations.text.includes('<sitemapindex');
  const nested = isIndex
    ? await Promise.all(locations.urls.slice(0, 20).map((url) => locationsIn(moved(url, baseUrl))))
    : [];
  const urls = isIndex ? nested.flatMap((each) => each.urls) : locations.urls;
  return urls.slice(0, MAX_PAGES).map((url) => moved(url, baseUrl));
}

function moved(url, baseUrl) {
  if (baseUrl === '') return url;
  const { pathname, search } = new URL(url);
  return new URL(`${pathname}${search}`, baseUrl).href;
}

async function locationsIn(address) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) });
  if (!answer.ok) throw new Error(`the sitemap ${address} answered ${answer.status}`);
  const text = clipped(await answer.text(), 5_000_000);
  const found = [...text.matchAll(/<loc>([^<]{1,2000})<\/loc>/g)].map((match) =>
    match[1].trim().replaceAll('&amp;', '&'),
  );
  return { text, urls: found.filter((url) => URL.canParse(url)) };
}
