import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import proxyAddr from 'proxy-addr';

/** Longer is no address. */
const LONGEST = 64;

/**
 * Where a request comes from: the last address on its way that is no trusted proxy. Empty when the connection is gone.
 *
 * @param trustedProxies addresses and networks whose x-forwarded-for is believed
 */
export function createAddressOf(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  if (trustedProxies.length === 0) return ({ socket }) => networkOf(socket.remoteAddress ?? '');
  const trust = proxyAddr.compile([...trustedProxies]);
  return (request) =>
    request.socket.remoteAddress ? networkOf(proxyAddr(request, trust).slice(0, LONGEST)) : '';
}

/**
 * What stands for one caller: an address of IPv4; of IPv6 its /64, out of which a caller chooses addresses at will.
 *
 * @example networkOf('2001:db8::7') // '2001:db8:0:0::/64'
 */
export function networkOf(written: string): string {
  if (!written.includes(':')) return written;
  // Some proxies forward the port too, of which a caller has as many as it likes.
  const address = /^\[(.*)\](?::\d+)?$|^([^:]*):\d+$/.exec(written)?.slice(1).find(Boolean) ?? written;
  if (!address.includes(':')) return address;
  // IPv4 on a socket that takes both.
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address;
  const [before = '', after] = plain.toLowerCase().split('::');
  const head = groupsOf(before);
  const tail = groupsOf(after ?? '');
  const zeros = Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  const groups = after === undefined ? head : [...head, ...zeros, ...tail];
  return `${groups.slice(0, 4).map(withoutZeros).join(':')}::/64`;
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}

function withoutZeros(group: string): string {
  return group.replace(/^0+(?=.)/, '');
}
