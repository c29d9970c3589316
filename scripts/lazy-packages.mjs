// Packages that others import at their start for what a run seldom needs: stand-ins load them when they are called.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const MODULES = resolve(import.meta.dirname, '../node_modules');
const slashes = (path) => path.replaceAll('\\', '/');

/**
 * @actions/core imports its OIDC client, and with it an HTTP stack of 1 MB, for a function that is not used here. The
 * stand-in loads the real one when it is called, so that it leaves the start path and nothing is lost.
 */
const oidc = {
  real: 'virtual:real-oidc-utils',
  isStandIn: (id) => slashes(id).endsWith('@actions/core/lib/oidc-utils.js'),
  realSource: () =>
    readFileSync(`${MODULES}/@actions/core/lib/oidc-utils.js`, 'utf8').replaceAll(
      "'./",
      `'${slashes(MODULES)}/@actions/core/lib/`,
    ),
  source: `export class OidcClient {
  static async getIDToken(audience) {
    const { OidcClient: Real } = await import('virtual:real-oidc-utils');
    return Real.getIDToken(audience);
  }
}`,
};

/** @actions/github and its HTTP client bring undici, 0.7 MB, which Node has built in; only a proxy needs this one. */
const undici = {
  real: 'virtual:real-undici',
  isStandIn: (id) => slashes(id).endsWith('node_modules/undici/index.js'),
  realSource: () =>
    `export { fetch } from '${slashes(MODULES)}/undici/index-fetch.js';
export { default as ProxyAgent } from '${slashes(MODULES)}/undici/lib/dispatcher/proxy-agent.js';`,
  source: `export class ProxyAgent {
  constructor(options) {
    this.options = options;
  }
  in({ ProxyAgent: Real }) {
    return (this.real ??= new Real(this.options));
  }
}
export async function fetch(url, { dispatcher, ...options } = {}) {
  if (dispatcher === undefined) return globalThis.fetch(url, options);
  const real = await import('virtual:real-undici');
  return real.fetch(url, { ...options, dispatcher: dispatcher.in(real) });
}`,
};

const PACKAGES = [oidc, undici];

/** string-width loads Unicode's tables, 20 ms, before it knows whether any text asks for them. */
const segmenter = {
  isOf: (id) => slashes(id).endsWith('node_modules/string-width/index.js'),
  eager: 'const segmenter = new Intl.Segmenter();',
  lazy: 'let made; const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };',
};

function withLazySegmenter(source) {
  if (!source.includes(segmenter.eager)) throw new Error('string-width has changed: look at scripts/lazy-packages.mjs');
  return source.replace(segmenter.eager, segmenter.lazy);
}

/** Plugin of the bundler. */
export const lazyPackages = {
  name: 'lazy-packages',
  resolveId: (id) => (PACKAGES.some(({ real }) => real === id) ? `\0${id}` : null),
  load(id) {
    const loaded = PACKAGES.find(({ real }) => `\0${real}` === id);
    if (segmenter.isOf(id)) return withLazySegmenter(readFileSync(id, 'utf8'));
    return loaded?.realSource() ?? PACKAGES.find(({ isStandIn }) => isStandIn(id))?.source ?? null;
  },
};
