import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNetworks } from '@yiwang/subgraph-kit/network';
import { checkAddress } from '../src/registry/proposal/check-address.ts';

const FORBIDDEN = [
  '169.254.169.254',
  '169.254.170.2',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '0.0.0.0',
];

/** Every notation of an IPv4 address that works in a URL. */
function notations(address: string): string[] {
  const bytes = address.split('.').map(Number) as [number, number, number, number];
  const [a, b, c, d] = bytes;
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const hex = (value: number) => value.toString(16);
  const groups = `${hex(a * 256 + b)}:${hex(c * 256 + d)}`;
  const plain = [
    address,
    `${address}.`,
    String(whole),
    `0x${hex(whole)}`,
    `0${whole.toString(8)}`,
    bytes.map((byte) => `0x${hex(byte)}`).join('.'),
    bytes.map((byte) => `0${byte.toString(8)}`).join('.'),
    `${a}.${b}.${c * 256 + d}`,
    `${a}.${(b * 256 + c) * 256 + d}`,
    address.replaceAll('.', '。'),
    [...address].map((one) => (one === '.' ? '．' : String.fromCodePoint(0xff10 + Number(one)))).join(''),
    [...address].map((one) => `%${hex(one.codePointAt(0)!)}`).join(''),
  ];
  const within = [
    `::ffff:${address}`,
    `::ffff:${groups}`,
    `0:0:0:0:0:ffff:${groups}`,
    `::${groups}`,
    `64:ff9b::${groups}`,
    `64:ff9b:1::${groups}`,
    `2002:${groups}::1`,
    `2001:db9::5efe:${groups}`,
    `::ffff:0:${groups}`,
  ];
  return [...plain, ...within.map((one) => `[${one}]`)];
}

const codeOf = (url: string, options: Partial<Parameters<typeof checkAddress>[1]> = {}) =>
  checkAddress(url, { allowLoopback: true, ...options }, []).then(
    () => 'accepted',
    (error: { userErrors: { code: string }[] }) => error.userErrors[0]!.code,
  );

test('an address of cloud metadata, or of this network’s housekeeping, is refused in every notation', async () => {
  const anyLinkLocal = fc.tuple(fc.nat(255), fc.nat(255)).map(([c, d]) => `169.254.${c}.${d}`);
  const address = fc.oneof(fc.constantFrom(...FORBIDDEN), anyLinkLocal);
  const scheme = fc.constantFrom('http', 'https', 'HTTP');
  const rest = fc.constantFrom('', ':80', ':4001/graphql', '/latest/meta-data', '?x=1');
  await fc.assert(
    fc.asyncProperty(address, scheme, rest, async (one, protocol, path) => {
      for (const host of notations(one)) {
        expect(await codeOf(`${protocol}://${host}${path}`), host).toBe('FORBIDDEN_ADDRESS');
      }
    }),
    { numRuns: 60 },
  );
});

test.each([
  'fd00:ec2::254', // AWS
  'fd20:ce::254', // Google Cloud
  'fd00:42::42', // Scaleway
  'fc00::1',
  'fec0::1',
  'fe80::a9fe:a9fe',
  'ff02::1',
  '100::1',
  '2001::1',
])('[%s] is refused: unique-local, site-local, link-local, multicast and the like', async (address) => {
  expect(await codeOf(`http://[${address}]/`)).toBe('FORBIDDEN_ADDRESS');
});

test('who writes the address behind a user name, or beside a fragment, is refused', async () => {
  for (const url of [
    'http://10.0.0.1@169.254.169.254/',
    'http://a:b@10.0.0.1/',
    'http://10.0.0.1/#@169.254.169.254',
  ])
    expect(await codeOf(url)).toBe('MALFORMED_URL');
});

test('departments’ own networks are accepted: private ones of IPv4, global ones, and unique-local ones that are named', async () => {
  for (const host of ['10.0.3.7', '192.168.1.1', '172.16.0.1', '100.64.0.1', '[2400:3200::1]'])
    expect(await codeOf(`http://${host}:4003/graphql`), host).toBe('accepted');
  const networks = readNetworks('fd12:3456::/48, fd00:ec2::/32');
  expect(await codeOf('http://[fd12:3456::7]/', { networks })).toBe('accepted');
  expect(await codeOf('http://[fd12:3457::7]/', { networks })).toBe('FORBIDDEN_ADDRESS');
  expect(await codeOf('http://[fd00:ec2::254]/', { networks })).toBe('FORBIDDEN_ADDRESS');
  expect(() => readNetworks('fd12::')).toThrow('is not a network');
});
