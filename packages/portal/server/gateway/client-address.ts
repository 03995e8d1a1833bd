import type { IncomingMessage } from 'node:http';
import proxyAddr from 'proxy-addr';

/**
 * Makes the function that returns the address of a client: the last one on its way that is no trusted proxy. The gateway counts by it.
 *
 * @param trustedProxies addresses and networks whose x-forwarded-for is trusted
 */
export function createAddressOf(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  const trust = proxyAddr.compile([...trustedProxies]);
  return (request) => (request.socket.remoteAddress ? proxyAddr(request, trust) : '');
}
