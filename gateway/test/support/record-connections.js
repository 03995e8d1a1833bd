// Preloaded into a gateway process: writes one line for each address that is looked up or connected
// to, by whatever package, to the file named in RECORD_CONNECTIONS.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

const file = process.env.RECORD_CONNECTIONS;
const record = (kind, address) => appendFileSync(file, `${kind} ${address}\n`);

function before(object, method, tell) {
  const original = object[method];
  object[method] = function (...args) {
    tell(...args);
    return original.apply(this, args);
  };
}

// Every TCP and TLS connection of net, http, https, fetch and undici ends here.
before(net.Socket.prototype, 'connect', (first) => {
  const options = Array.isArray(first) ? first[0] : first;
  record('connect', `${options.host ?? options.path ?? 'localhost'}:${options.port}`);
});
before(dgram.Socket.prototype, 'send', (...args) => record('send', args.slice(1).join(' ')));
// An address is no question: nothing leaves the machine for it.
const tellName = (name) => net.isIP(name) || record('lookup', name);
for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const method of Object.keys(Object.getOwnPropertyDescriptors(resolver))) {
    if (/^(lookup|resolve|reverse)/.test(method)) before(resolver, method, tellName);
  }
}
