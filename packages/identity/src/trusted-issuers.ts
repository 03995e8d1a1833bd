import { isDeepStrictEqual } from 'node:util';
import type { JWTVerifyGetKey } from 'jose';
import type { Issuer } from './issuer.ts';
import { type Clock, createIssuerKeys } from './issuer-keys.ts';

/** One entry of the issuers. As long as it is trusted it is the same object; a changed entry is another. */
export interface TrustedIssuer {
  issuer: Issuer;
  keys: JWTVerifyGetKey;
}

/** By `iss`. */
export type TrustedIssuers = ReadonlyMap<string, TrustedIssuer>;

/** @param before of which those that are named again, unchanged, keep the keys that were fetched */
export function trustIssuers(issuers: readonly Issuer[], before: TrustedIssuers, now: Clock): TrustedIssuers {
  return new Map(
    issuers.map((issuer) => {
      const known = before.get(issuer.issuer);
      const isSame = known && isDeepStrictEqual(known.issuer, issuer);
      return [issuer.issuer, isSame ? known : { issuer, keys: createIssuerKeys(issuer, now) }];
    }),
  );
}
