import { CompactSign, compactVerify } from 'jose';
import { z } from 'zod';
import type { Grant } from './grant.ts';
import { IdentityError } from './identity-error.ts';
import { ALGORITHM, importKey, keyAmong, type PrivateKey, type PublicKey } from './keys.ts';

/** Marks the kind of what is signed, so that no other signature of the same key passes for one. */
const TYPE = 'yiwang-grants';

const grant: z.ZodType<Grant> = z.object({
  id: z.string().min(1),
  client: z.string().min(1),
  fields: z.array(z.string().regex(/^\w+\.\w+$/, { error: 'a field is written Type.field' })),
  regions: z.array(z.string().min(1)).nullable(),
  basis: z.string(),
  from: z.iso.datetime({ offset: true }),
  until: z.iso.datetime({ offset: true }),
});

const grants = z.array(grant);

/** With zeros behind it, a code would begin none of those below it. */
const UNPADDED = /^[1-9]\d(\d\d(\d\d(\d{3}(\d{3})?)?)?)?$(?<!^\d{2}00|^\d{4}00|^\d{6}000|^\d{9}000)/;

const payload = z.object({
  version: z.int().min(0),
  issuedAt: z.iso.datetime({ offset: true }),
  grants,
});

/** Every grant that is in force, as the registry knew it at a moment. */
export interface GrantsInForce {
  /** Counts up with every change. */
  version: number;
  /** ISO 8601. */
  issuedAt: string;
  grants: readonly Grant[];
}

/** Vouches for what is in force: a compact JSON Web Signature. */
export async function signGrants(key: PrivateKey, given: GrantsInForce): Promise<string> {
  const { version, issuedAt } = given;
  return new CompactSign(
    new TextEncoder().encode(JSON.stringify({ version, issuedAt, grants: given.grants })),
  )
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: key.kid })
    .sign(await importKey(key));
}

/** @throws IdentityError when it is by none of these keys, or holds something else */
export async function verifyGrants(
  keys: PublicKey | readonly PublicKey[],
  token: string,
): Promise<GrantsInForce> {
  try {
    const signed = await compactVerify(token, keyAmong(keys), { algorithms: [ALGORITHM] });
    const { typ } = signed.protectedHeader;
    if (typ !== TYPE) throw new Error(`it signs a ${String(typ)}`);
    return payload.parse(JSON.parse(new TextDecoder().decode(signed.payload)));
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? explain(cause) : (cause as Error).message;
    throw new IdentityError(`The grants are not signed by the registry: ${reason}.`, cause);
  }
}

/**
 * Reads grants that nobody signed: whoever may write the file decides.
 *
 * @throws IdentityError saying what is wrong with them
 */
export function readGrants(json: string): readonly Grant[] {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch (cause) {
    throw new IdentityError('Grants are a JSON list; this is not JSON.', cause);
  }
  const result = grants.safeParse(given);
  if (!result.success)
    throw new IdentityError(`These are not grants: ${explain(result.error)}.`, result.error);
  const padded = result.data.flatMap(({ regions }) => regions ?? []).find((code) => !UNPADDED.test(code));
  if (padded === undefined) return result.data;
  throw new IdentityError(
    `These are not grants: ${padded} is no code of a region with 2, 4, 6, 9 or 12 digits, without zeros behind it.`,
  );
}

function explain({ issues }: z.ZodError): string {
  const [first] = issues;
  return `${first!.path.join('.') || 'all of it'}: ${first!.message}`;
}
