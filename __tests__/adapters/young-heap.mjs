// Reads much that is garbage at once, with the young heap limited when asked; prints its size in MB.
import { getHeapSpaceStatistics } from 'node:v8';
import { importTypeScript } from '../../scripts/load-typescript.mjs';

const { limitYoungHeap } = await importTypeScript('src/adapters/process.ts');
if (process.argv[2] === 'limited') limitYoungHeap();
const kept = [];
for (let at = 0; at < 3_000_000; at += 1) {
  kept[at % 50_000] = { at, text: `number ${at}` };
}
const { space_size: size } = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
process.stdout.write(String(Math.round(size / 1024 / 1024)));
