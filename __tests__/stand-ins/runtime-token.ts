/** Backend ids of the workflow run and the job, which the runner's token carries in its scope. */
export interface Backend {
  readonly runId: string;
  readonly jobId: string;
}

export const BACKEND: Backend = {
  runId: 'ce7f54c7-61c7-4aae-887f-30da475f5f1a',
  jobId: 'ca395085-040a-526b-2ce8-bdc85f692774',
};

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as the runner gives it to actions: a JWT whose scope names the backend. Its signature is not one. */
export function runtimeToken({ runId, jobId }: Backend = BACKEND): string {
  const scope = `Actions.ExampleScope Actions.Results:${runId}:${jobId}`;
  return [encode({ alg: 'RS256', typ: 'JWT' }), encode({ scp: scope, exp: 4_102_444_800 }), 'stand-in'].join('.');
}

/** The backend that a token grants; null when it is no such token. */
export function backendOf(authorization: string | undefined): Backend | null {
  const payload = /^Bearer [^.]+\.([^.]+)\.[^.]+$/.exec(authorization ?? '')?.[1];
  if (payload === undefined) return null;
  try {
    const { scp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { readonly scp?: unknown };
    const parts =
      typeof scp === 'string' ? scp.split(' ').find((part) => part.startsWith('Actions.Results:')) : undefined;
    const [, runId, jobId, ...more] = parts?.split(':') ?? [];
    return runId === undefined || jobId === undefined || more.length > 0 ? null : { runId, jobId };
  } catch {
    return null;
  }
}
