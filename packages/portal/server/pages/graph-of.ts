import { type Client, createClient } from '@yiwang/client';
import { type Asker, askerHeaders } from '../gateway/gateway.ts';

/**
 * Asks the one schema for one request of a page, in the name of whoever sent it. All of it ends when the reader goes away.
 *
 * @param url of the gateway's GraphQL
 */
export function graphOf(url: string, asker: Asker, leave: AbortSignal): Client {
  return createClient({
    url,
    headers: () => askerHeaders(asker),
    fetch: (input, init) =>
      fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, leave]) : leave }),
  });
}
