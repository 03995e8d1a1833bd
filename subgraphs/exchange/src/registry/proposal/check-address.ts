import { lookup } from 'node:dns/promises';
import { type AllowedAddresses, forbiddenKind, literalAddress } from '@yiwang/subgraph-kit/network';
import { userError } from '../../shared/user-errors.ts';

const MAX_CHARACTERS = 2000;
const RESOLVE_TIMEOUT_MS = 5000;

/**
 * Rejects a URL to which a gateway must not send requests. The gateway is inside the network, and whoever publishes a URL chooses
 * where its requests go. A host name is rejected when any of its addresses is.
 *
 * A host name may resolve to another address later. The network's own rules must limit where a gateway can connect.
 *
 * @param field path of the argument that the error is about
 * @throws UserErrors MALFORMED_URL, UNKNOWN_HOST or FORBIDDEN_ADDRESS
 */
export async function checkAddress(text: string, allowed: AllowedAddresses, field: string[]): Promise<void> {
  const url = text.length <= MAX_CHARACTERS ? URL.parse(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.hash) {
    throw userError(
      'MALFORMED_URL',
      'The URL of a department must begin with http:// or https://, and must not contain a user name, a password or #.',
      field,
    );
  }
  for (const address of await addressesOf(url.hostname, field)) {
    const kind = forbiddenKind(address, allowed);
    if (kind !== null) {
      throw userError(
        'FORBIDDEN_ADDRESS',
        `${url.hostname} has the address ${address}. Departments may not be published at ${kind} addresses.`,
        field,
      );
    }
  }
}

async function addressesOf(hostname: string, field: string[]): Promise<string[]> {
  const literal = literalAddress(hostname);
  if (literal !== null) return [literal];
  try {
    const found = await within(RESOLVE_TIMEOUT_MS, lookup(hostname, { all: true }));
    return found.map(({ address }) => address);
  } catch {
    throw userError('UNKNOWN_HOST', `The host name ${hostname} cannot be resolved.`, field);
  }
}

/** @throws the reason of the timeout */
async function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
  const timeout = AbortSignal.timeout(milliseconds);
  return Promise.race([
    promise,
    new Promise<never>((_, reject) =>
      timeout.addEventListener('abort', () => reject(timeout.reason as Error)),
    ),
  ]);
}
