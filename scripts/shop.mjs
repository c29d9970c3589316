// Serves the shop of fixtures/projects until Ctrl+C: `node scripts/shop.mjs [--port 8000] [--fixed] [--defects]`
import { parseArgs } from 'node:util';
import { importTypeScript } from './load-typescript.mjs';
import { setUp } from './setup.mjs';

const flag = { type: 'boolean', default: false };
const options = { port: { type: 'string', default: '8000' }, fixed: flag, defects: flag };
const { fixed, defects, port } = parseArgs({ options }).values;
const { python, missing } = setUp({ need: ['python'] });
for (const line of missing) process.stderr.write(`missing ${line}\n`);
const { startShop } = await importTypeScript('__tests__/e2e/start-shop.ts');
const shop = await startShop({ python: python ?? 'python3', fixed, defects, port: Number(port) });
process.stdout.write(`The shop is at ${shop.baseUrl}\n`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void shop.stop());
