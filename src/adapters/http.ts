import type { Http } from '../ports.js';

/** The network, only to see whether somebody answers. */
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
};
