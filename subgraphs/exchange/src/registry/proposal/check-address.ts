import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { userError } from '../../shared/user-errors.ts';

/**
 * Kinds of addresses at which no department may be: those of a network's own services, of no machine, and of many machines at
 * once. Of IPv6 only global addresses remain, since clouds serve metadata at site-local and unique-local addresses too.
 */
const FORBIDDEN_KINDS = [
  'linkLocal',
  'unspecified',
  'multicast',
  'broadcast',
  'metadata',
  'reserved',
  'teredo',
  'deprecatedSiteLocal',
  'uniqueLocal',
  'discard',
  'benchmarking',
  'segmentRouting',
];

/** Metadata services, which return credentials of machines, at addresses that would be allowed by their kind. */
const METADATA_ADDRESSES = [
  '100.100.100.200', // Alibaba Cloud
  '168.63.129.16', // Azure
];

type Network = ReturnType<typeof ipaddr.parseCIDR>;

/** Addresses that are allowed by settings of the operator. */
export interface AllowedAddresses {
  /** Whether addresses of this machine are allowed. */
  allowLoopback: boolean;
  /** Unique-local IPv6 networks in which departments are allowed. */
  networks?: readonly Network[];
}

/**
 * Parses networks separated by commas, such as `fd12:3456::/48`.
 *
 * @throws Error naming the first one that is malformed
 */
export function readNetworks(text: string): Network[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      try {
        return ipaddr.parseCIDR(one);
      } catch {
        throw new Error(`${one} is not a network such as fd12:3456::/48.`);
      }
    });
}

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
export async function checkAddress(
  text: string,
  { allowLoopback, networks = [] }: AllowedAddresses,
  field: string[],
): Promise<void> {
  const url = text.length <= MAX_CHARACTERS ? URL.parse(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.hash) {
    throw userError(
      'MALFORMED_URL',
      'The URL of a department must begin with http:// or https://, and must not contain a user name, a password or #.',
      field,
    );
  }
  for (const address of await addressesOf(url.hostname, field)) {
    const kind = kindOf(address, networks);
    if (FORBIDDEN_KINDS.includes(kind) || (kind === 'loopback' && !allowLoopback)) {
      throw userError(
        'FORBIDDEN_ADDRESS',
        `${url.hostname} has the address ${address}. Departments may not be published at ${KIND_NAMES[kind] ?? kind} addresses.`,
        field,
      );
    }
  }
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  linkLocal: 'link-local',
  uniqueLocal: 'unique-local',
  deprecatedSiteLocal: 'site-local',
  metadata: 'cloud metadata',
};

async function addressesOf(hostname: string, field: string[]): Promise<string[]> {
  // Removes the brackets of IPv6. URL has already normalized other forms of IPv4, such as 2130706433.
  const host = hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host)) return [host];
  try {
    const found = await within(RESOLVE_TIMEOUT_MS, lookup(host, { all: true }));
    return found.map(({ address }) => address);
  } catch {
    throw userError('UNKNOWN_HOST', `The host name ${host} cannot be resolved.`, field);
  }
}

/** The kind of an address. The kind of an IPv6 address that contains an IPv4 address is that of the latter. */
function kindOf(address: string, networks: readonly Network[]): string {
  const parsed = ipaddr.process(address);
  const bytes = parsed.toByteArray();
  if (parsed.kind() === 'ipv4') return kindOfIpv4(bytes);
  const kind = parsed.range();
  if (kind === 'rfc6052' || kind === 'rfc6145') return kindOfIpv4(bytes.slice(12));
  if (kind === '6to4') return kindOfIpv4(bytes.slice(2, 6));
  if (kind === 'uniqueLocal' && networks.some((network) => isIn(parsed, network)) && !isMetadata(bytes)) {
    return 'allowed';
  }
  if (kind !== 'unicast') return kind;
  // IPv4-compatible (::a.b.c.d), and ISATAP (…:0:5efe:a.b.c.d), which some systems still unwrap.
  const isCompatible = bytes.slice(0, 12).every((byte) => byte === 0);
  const isIsatap = /^0[02]005efe$/.test(Buffer.from(bytes.slice(8, 12)).toString('hex'));
  return isCompatible || isIsatap ? kindOfIpv4(bytes.slice(12)) : kind;
}

/** True of metadata services in unique-local networks, such as fd00:ec2::254 of AWS and fd20:ce::254 of Google Cloud: all end alike. */
function isMetadata(bytes: readonly number[]): boolean {
  return bytes[14] === 2 && bytes[15] === 0x54;
}

function isIn(address: ipaddr.IPv4 | ipaddr.IPv6, [network, bits]: Network): boolean {
  return network.kind() === address.kind() && address.match(network, bits);
}

function kindOfIpv4(bytes: number[]): string {
  const address = new ipaddr.IPv4(bytes);
  return METADATA_ADDRESSES.includes(address.toString()) ? 'metadata' : address.range();
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
