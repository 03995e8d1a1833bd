import {
  ALGORITHMS,
  type Certificate,
  type CertificateKeys,
  createKeySet,
  formatIdentifier,
  readCertificateKeys,
  type SignatureAlgorithm,
} from '../src/index.ts';
import { verifyCertificate, type Verification, type VerifyOptions } from '../src/verify/index.ts';

export const HOLDER = '9132070070404786XB';
export const LIST = 'https://gateway.example/departments/permits/files/certificates/status/0';
export const CHECK = 'https://gateway.example/departments/permits/files/certificates/one.pdf';
export const NOW = new Date('2026-12-01T02:00:00Z');

export const CERTIFICATE: Certificate = {
  identifier: formatIdentifier({
    type: '91320000608950987L002',
    issuer: '91320000608950987L',
    serial: 'XK202611290001',
    version: 1,
  }),
  kind: 'permit',
  department: 'permits',
  title: { zh: '食品经营许可证', en: 'Administrative permit' },
  number: 'XK202611290001',
  holder: { name: '南京䶮记食品科技有限公司', uscc: HOLDER },
  authority: '南京市市场监督管理局',
  validFrom: '2026-11-29',
  validUntil: '2031-11-28',
  details: [{ label: { zh: '许可事项', en: 'Service item' }, value: '食品经营许可核发' }],
  issuedAt: '2026-11-29T02:00:00.000Z',
  status: { index: 5, list: LIST },
};

export async function makeKeys(algorithm = ALGORITHMS[0]!): Promise<CertificateKeys> {
  return readCertificateKeys(JSON.stringify(await createKeySet(algorithm)), [algorithm]);
}

/** As text that a file holds. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Verifies with the keys of the department permits, and nobody to ask about the status. */
export function verify(
  content: Uint8Array | string,
  keys: CertificateKeys,
  options: Partial<VerifyOptions> = {},
): Promise<Verification> {
  return verifyCertificate(typeof content === 'string' ? bytesOf(content) : content, {
    keysOf: async (department) => (department === 'permits' ? keys.published : null),
    now: NOW,
    ...options,
  });
}

/** Another algorithm, as one that is to come would be added: ECDSA, by WebCrypto as well. */
export const OTHER_ALGORITHM: SignatureAlgorithm = {
  id: 'ES256',
  publicMembers: ['kty', 'crv', 'x', 'y'],
  privateMember: 'd',
  async createKey() {
    const pair = await crypto.subtle.generateKey(EC, true, ['sign', 'verify']);
    const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
    return { kty: kty!, crv, x, y, d };
  },
  async sign({ kty, crv, x, y, d }, data) {
    const jwk = { kty, crv, x, y, d } as { kty: string };
    const key = await crypto.subtle.importKey('jwk', jwk, EC, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign(ECDSA, key, data));
  },
  async verify({ kty, crv, x, y }, data, signature) {
    const jwk = { kty, crv, x, y } as { kty: string };
    const key = await crypto.subtle.importKey('jwk', jwk, EC, false, ['verify']);
    return crypto.subtle.verify(ECDSA, key, signature, data);
  },
};

const EC = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const ECDSA = { name: 'ECDSA', hash: 'SHA-256' } as const;
