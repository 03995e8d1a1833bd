import { lookup as lookupOnce, type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Kinds of addresses at which nothing of ours may be: those of a network's own services, of no machine, and of many machines at
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
  /** Unique-local IPv6 networks that are allowed. */
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

const KIND_NAMES: Readonly<Record<string, string>> = {
  linkLocal: 'link-local',
  uniqueLocal: 'unique-local',
  deprecatedSiteLocal: 'site-local',
  metadata: 'cloud metadata',
};

/**
 * Returns the name of the kind of an address to which no request may be sent on behalf of somebody else, such as `link-local`; null for
 * an address that is allowed.
 */
export function forbiddenKind(
  address: string,
  { allowLoopback, networks = [] }: AllowedAddresses,
): string | null {
  const kind = kindOf(address, networks);
  const isForbidden = FORBIDDEN_KINDS.includes(kind) || (kind === 'loopback' && !allowLoopback);
  return isForbidden ? (KIND_NAMES[kind] ?? kind) : null;
}

/** Whether a host name, as `URL.hostname` has it, is an address. Returns it without the brackets of IPv6; null for a name. */
export function literalAddress(hostname: string): string | null {
  // URL has already normalized other forms of IPv4, such as 2130706433.
  const host = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(host) ? host : null;
}

/** A connection that would go to an address that is not allowed. */
export class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError';
}

/**
 * A `lookup` for sockets that finds no address that is not allowed, so that a name which resolves to another address later leads nowhere
 * either. Sockets do not look up hosts that are addresses: check those by {@link literalAddress}.
 */
export function createGuardedLookup(allowed: AllowedAddresses): LookupFunction {
  return (hostname, options: LookupOptions, callback) => {
    lookupOnce(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, '', 0);
      const kind = found.map(({ address }) => forbiddenKind(address, allowed)).find((one) => one !== null);
      if (kind != null) {
        return callback(new ForbiddenAddressError(`${hostname} has a ${kind} address.`), '', 0);
      }
      if (options.all) return (callback as (error: null, all: LookupAddress[]) => void)(null, found);
      callback(null, found[0]!.address, found[0]!.family);
    });
  };
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
