import { type PublishedKeys } from '../signing/keys.ts';
import { verifyStatusList } from '../status/status-list.ts';
import { type Verification, verifyCertificate } from './verify-certificate.ts';

/** What a verifier has at hand that asks nobody. */
export interface OfflineOptions {
  /** As departments publish them, of one or of several. */
  keySets: readonly PublishedKeys[];
  /** The text of a status list. Null when there is none: then nobody knows whether a certificate was revoked. */
  statusList: string | null;
  holder: string | null;
  now: Date;
}

/** Verifies a certificate without asking anybody. */
export function verifyOffline(
  content: Uint8Array,
  { keySets, statusList, holder, now }: OfflineOptions,
): Promise<Verification> {
  return verifyCertificate(content, {
    now,
    holder,
    async keysOf(department) {
      const own = keySets.filter(({ issuer }) => issuer === null || issuer === department);
      return own.length === 0 ? 'UNAVAILABLE' : own.flatMap(({ keys }) => keys);
    },
    ...(statusList !== null && {
      statusListOf: (department, uri, keys) => verifyStatusList(statusList, { department, uri }, keys, now),
    }),
  });
}
