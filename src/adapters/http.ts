import type { Http } from '../ports.js';

/** The network: whether somebody answers, and small documents. */
export const nodeHttp: Http = {
  statusOf: async (url, timeoutMs) => {
    try {
      const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
      await response.body?.cancel();
      return response.status;
    } catch {
      return null;
    }
  },
  textOf: async (url, timeoutMs, maxBytes) => {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
      if (!response.ok || Number(response.headers.get('content-length') ?? 0) > maxBytes) return null;
      const text = await response.text();
      return text.length > maxBytes ? null : text;
    } catch {
      return null;
    }
  },
};
