import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import proxyAddr from 'proxy-addr';

/** Longer texts are no addresses. */
const MAX_LENGTH = 64;

/**
 * Makes the function that returns the client address of a request, used for rate limiting: the last address on its way that is
 * no trusted proxy. Empty when the connection is closed.
 *
 * @param trustedProxies addresses and networks whose x-forwarded-for is trusted
 */
export function createAddressOf(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  if (trustedProxies.length === 0) return ({ socket }) => networkOf(socket.remoteAddress ?? '');
  const trust = proxyAddr.compile([...trustedProxies]);
  return (request) =>
    request.socket.remoteAddress ? networkOf(proxyAddr(request, trust).slice(0, MAX_LENGTH)) : '';
}

/**
 * Makes the function that returns the addresses on the way of a request that can be believed: that of the connection, then those that trusted
 * proxies have written down, up to the client address.
 *
 * @param trustedProxies addresses and networks whose x-forwarded-for is trusted
 */
export function createHopsOf(
  trustedProxies: readonly string[],
): (request: { headers: IncomingHttpHeaders; peer?: string | undefined }) => string[] {
  const trust = proxyAddr.compile([...trustedProxies]);
  return ({ headers, peer }) => {
    if (!peer) return [];
    const request = { headers, socket: { remoteAddress: peer } } as IncomingMessage;
    return proxyAddr.all(request, trust).map(networkOf);
  };
}

/** Makes the function that returns whether an address is that of a trusted proxy. */
export function createIsProxy(trustedProxies: readonly string[]): (address: string) => boolean {
  if (trustedProxies.length === 0) return () => false;
  const trust = proxyAddr.compile([...trustedProxies]);
  return (address) => address !== '' && trust(address, 0);
}

/**
 * Returns the network that counts as one client: an IPv4 address; of IPv6 the /64, in which a client may choose any address.
 *
 * @example networkOf('2001:db8::7') // '2001:db8:0:0::/64'
 */
export function networkOf(written: string): string {
  if (!written.includes(':')) return written;
  // Some proxies forward the port too, which a client may choose.
  const address = /^\[(.*)\](?::\d+)?$|^([^:]*):\d+$/.exec(written)?.slice(1).find(Boolean) ?? written;
  if (!address.includes(':')) return address;
  // IPv4 on a socket that accepts both.
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
