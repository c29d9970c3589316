// Loaded before the action: notes each connection and each look-up of a name in the file that `CONNECTIONS` names.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';
import { syncBuiltinESMExports } from 'node:module';

const note = (what) => appendFileSync(process.env.CONNECTIONS, `${what}\n`);

function watch(owner, name) {
  const plain = owner[name];
  owner[name] = function watched(...args) {
    note(`${name} ${JSON.stringify(args[0])}`);
    return plain.apply(this, args);
  };
}

watch(net.Socket.prototype, 'connect');
watch(dgram.Socket.prototype, 'send');
watch(dns, 'lookup');
watch(dns.promises, 'lookup');
syncBuiltinESMExports();
note('loaded');
