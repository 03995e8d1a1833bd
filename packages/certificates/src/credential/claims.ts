// Less of zod, for the page that is made of this.
import * as z from 'zod/mini';
import type { Certificate, SignedPage } from './certificate.ts';

/** `typ` of a credential: SD-JWT VC. */
export const CREDENTIAL_TYPE = 'dc+sd-jwt';
export const CREDENTIAL_MEDIA_TYPE = 'application/dc+sd-jwt';

const VCT_PREFIX = 'urn:yiwang:certificate:';
const DAY = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const bilingual = z.object({ zh: z.string(), en: z.nullable(z.string()) });
const seconds = z.int().check(z.nonnegative());

const claimsShape = z.object({
  iss: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,62}$/)),
  vct: z.string().check(z.startsWith(VCT_PREFIX)),
  iat: seconds,
  nbf: seconds,
  exp: z.optional(seconds),
  status: z.object({ status_list: z.object({ idx: seconds, uri: z.string().check(z.maxLength(500)) }) }),
  document: z.optional(
    z.object({
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      bytes: z.int().check(z.positive()),
      object: z.int().check(z.positive()),
    }),
  ),
  identifier: z.string(),
  number: z.string(),
  title: bilingual,
  authority: z.string(),
  valid_from: DAY,
  valid_until: z.optional(DAY),
  holder_uscc: z.optional(z.string()),
  holder_name: z.optional(z.string()),
  details: z.optional(z.array(z.object({ label: bilingual, value: z.string() }))),
});

/** Claims that a holder may leave out when it shows a credential. */
export const DISCLOSABLE = ['holder_name', 'details'] as const;

/** The claims of a credential by their names of JWT: what is signed. */
export type CertificateClaims = z.infer<typeof claimsShape>;

export function claimsOf(certificate: Certificate, page: SignedPage | null): CertificateClaims {
  const { validFrom, validUntil, holder, details, status } = certificate;
  return {
    iss: certificate.department,
    vct: VCT_PREFIX + certificate.kind,
    iat: Math.floor(Date.parse(certificate.issuedAt) / 1000),
    nbf: startOfDay(validFrom),
    ...(validUntil !== null && { exp: startOfDay(validUntil) + DAY_SECONDS }),
    status: { status_list: { idx: status.index, uri: status.list } },
    ...(page && { document: { ...page } }),
    identifier: certificate.identifier,
    number: certificate.number,
    title: { ...certificate.title },
    authority: certificate.authority,
    valid_from: validFrom,
    ...(validUntil !== null && { valid_until: validUntil }),
    ...(holder.uscc !== null && { holder_uscc: holder.uscc }),
    ...(holder.name !== null && { holder_name: holder.name }),
    ...(details.length > 0 && { details: details.map(({ label, value }) => ({ label, value })) }),
  };
}

/** The certificate that claims say, as far as they are disclosed. */
export function certificateOf(claims: CertificateClaims): Certificate {
  const { status, title, details = [] } = claims;
  return {
    identifier: claims.identifier,
    kind: claims.vct.slice(VCT_PREFIX.length),
    department: claims.iss,
    title,
    number: claims.number,
    holder: { name: claims.holder_name ?? null, uscc: claims.holder_uscc ?? null },
    authority: claims.authority,
    validFrom: claims.valid_from,
    validUntil: claims.valid_until ?? null,
    details,
    issuedAt: new Date(claims.iat * 1000).toISOString(),
    status: { index: status.status_list.idx, list: status.status_list.uri },
  };
}

/** Null when they are not those of a certificate. */
export function readClaims(value: unknown): CertificateClaims | null {
  const read = claimsShape.safeParse(value);
  return read.success ? read.data : null;
}

const DAY_SECONDS = 86_400;

/** When a day of China begins, in seconds since 1970. */
function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`) / 1000;
}
