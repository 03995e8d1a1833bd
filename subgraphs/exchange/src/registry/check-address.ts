import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { refuse } from './refusal.ts';

/** Kinds of addresses at which no department is: this network's own housekeeping, and none or many machines at once. */
const NEVER = ['linkLocal', 'unspecified', 'multicast', 'broadcast', 'reserved', 'teredo'];

const MOST_CHARACTERS = 2000;
const RESOLVE_TIMEOUT_MS = 5000;

/**
 * Refuses a URL at which a gateway must not ask: the gateway stands within the network, and whoever publishes a URL
 * chooses where it goes. A name is refused when one of its addresses is.
 *
 * What a name resolves to may change later; who answers a gateway is for the network's own rules to bound.
 *
 * @param field path of the argument, for the refusal
 * @throws Refusal MALFORMED_URL, UNKNOWN_HOST or FORBIDDEN_ADDRESS
 */
export async function checkAddress(text: string, allowLoopback: boolean, field: string[]): Promise<void> {
  const url = text.length <= MOST_CHARACTERS ? URL.parse(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.hash) {
    throw refuse(
      'MALFORMED_URL',
      'The URL of a department begins with http:// or https://, and holds no user name, password or #.',
      field,
    );
  }
  for (const address of await addressesOf(url.hostname, field)) {
    const kind = kindOf(address);
    if (NEVER.includes(kind) || (kind === 'loopback' && !allowLoopback)) {
      throw refuse(
        'FORBIDDEN_ADDRESS',
        `${url.hostname} is ${address}, a ${WORDS[kind] ?? kind} address; no department may be published there.`,
        field,
      );
    }
  }
}

const WORDS: Readonly<Record<string, string>> = { linkLocal: 'link-local' };

async function addressesOf(hostname: string, field: string[]): Promise<string[]> {
  // Brackets of IPv6. A number of IPv4 in any other form, such as 2130706433, was brought to its usual one by URL.
  const host = hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host)) return [host];
  try {
    const found = await within(RESOLVE_TIMEOUT_MS, lookup(host, { all: true }));
    return found.map(({ address }) => address);
  } catch {
    throw refuse('UNKNOWN_HOST', `The name ${host} is not known to this network.`, field);
  }
}

/** The kind of an address; of an IPv6 address that stands for one of IPv4, the kind of that. */
function kindOf(address: string): string {
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.range();
  const kind = parsed.range();
  if (kind === 'rfc6052' || kind === 'rfc6145') return kindOfIpv4(parsed.toByteArray().slice(12));
  if (kind === '6to4') return kindOfIpv4(parsed.toByteArray().slice(2, 6));
  return kind;
}

function kindOfIpv4(bytes: number[]): string {
  return new ipaddr.IPv4(bytes).range();
}

async function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
  const late = AbortSignal.timeout(milliseconds);
  return Promise.race([
    promise,
    new Promise<never>((_, reject) => late.addEventListener('abort', () => reject(late.reason as Error))),
  ]);
}
