import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './tools.js';

export interface RunningShop {
  readonly baseUrl: string;
  /** Resolves when the process is gone. */
  readonly stop: () => Promise<void>;
}

export interface ShopOptions {
  readonly python: string;
  /** Without the faults that make some of its tests fail. */
  readonly fixed?: boolean;
  /** With the defects that only quality tools find. */
  readonly defects?: boolean;
  /** How long the slow one of these takes; 0.6 unless given. */
  readonly slowSeconds?: number;
  /** Always good for whatever needs a login; none unless given. */
  readonly token?: string;
  /** A free one unless given. */
  readonly port?: number;
}

/** Only a start that hangs may meet this limit. */
const START_MS = 1_200_000;

/** Starts the shop and waits until it listens; rejects when it ends first or never does. */
export async function startShop(options: ShopOptions): Promise<RunningShop> {
  const { python, fixed = false, defects = false, slowSeconds = 0.6, token = '', port = 0 } = options;
  const child = spawn(python, ['-B', '-m', 'shop', '--port', String(port)], {
    cwd: join(ROOT, 'fixtures', 'projects', 'shop'),
    env: {
      ...process.env,
      SHOP_FIXED: fixed ? '1' : '0',
      SHOP_DEFECTS: defects ? '1' : '0',
      SHOP_SLOW_SECONDS: String(slowSeconds),
      SHOP_TOKEN: token,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
  };
  const address = new Promise<string>((done) => {
    createInterface({ input: child.stdout }).once('line', (line) => done(/http:\S+/.exec(line)?.[0] ?? ''));
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((done) => (timer = setTimeout(() => done(''), START_MS)));
  const baseUrl = await Promise.race([address, late, gone.then(() => '')]);
  clearTimeout(timer);
  if (baseUrl !== '') return { baseUrl, stop };
  await stop();
  throw new Error(`the shop did not start with ${python}`);
}
