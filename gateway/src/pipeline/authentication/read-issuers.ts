import { resolve } from 'node:path';
import { type Issuer, TOKEN_ALGORITHMS } from '@yiwang/identity';
import { z } from 'zod';

const SECRET = 'holds a secret; list public keys only';

const key = z
  .looseObject({ kty: z.enum(['OKP', 'EC', 'RSA'], { error: 'must be a public key: kty OKP, EC or RSA' }) })
  .refine((jwk) => !('d' in jwk) && !('k' in jwk), { error: SECRET });

const claims = z.strictObject({
  scopes: z.string().min(1).nullable().default(null),
  client: z.string().min(1).nullable().default(null),
  department: z.string().min(1).default('department'),
});

const issuer = z
  .strictObject({
    issuer: z.string().min(1),
    jwksUri: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
    jwks: z.union([z.strictObject({ keys: z.array(key).min(1) }), z.string().min(1)]).optional(),
    audience: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
    algorithms: z
      .array(z.enum(TOKEN_ALGORITHMS))
      .min(1)
      .default([...TOKEN_ALGORITHMS]),
    claims: claims.prefault({}),
  })
  .refine(({ jwksUri, jwks }) => (jwksUri === undefined) !== (jwks === undefined), {
    error: 'must have either jwksUri or jwks',
  });

const issuers = z
  .array(issuer)
  .refine((list) => new Set(list.map((one) => one.issuer)).size === list.length, {
    error: 'must not list an issuer twice',
  });

/**
 * Returns the issuers of a JSON file; see docs/identity.md for its form.
 *
 * @param folder the folder to which files in it are relative
 * @throws Error naming what is invalid, and where
 */
export function readIssuers(content: unknown, folder: string): readonly Issuer[] {
  const { data, error } = issuers.safeParse(content);
  if (error) throw new Error(error.issues.map((issue) => explain(issue)).join('; '), { cause: error });
  return data.map(({ jwksUri, jwks, audience, ...rest }) => ({
    ...rest,
    audience: [audience].flat(),
    keys:
      jwksUri !== undefined
        ? { url: jwksUri }
        : typeof jwks === 'string'
          ? { file: resolve(folder, jwks) }
          : { set: jwks! },
  }));
}

/** Returns the place and message of an issue; in a union, of its first form, which is the longest. */
function explain(issue: z.core.$ZodIssue, above: readonly PropertyKey[] = []): string {
  const path = [...above, ...issue.path];
  const inner = issue.code === 'invalid_union' ? issue.errors[0]?.[0] : undefined;
  if (inner) return explain(inner, path);
  return `${path.map(String).join('.') || 'It'}: ${issue.message}`;
}
