import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { SettingsError } from '@yiwang/config';
import { type Issuer, TOKEN_ALGORITHMS } from '@yiwang/identity';
import { z } from 'zod';

const SECRET = 'holds what is secret; an issuer publishes public keys only';

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
    jwksUri: z.url({ protocol: /^https?$/, error: 'must be an address of http or https' }).optional(),
    jwks: z.union([z.strictObject({ keys: z.array(key).min(1) }), z.string().min(1)]).optional(),
    audience: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
    algorithms: z
      .array(z.enum(TOKEN_ALGORITHMS))
      .min(1)
      .default([...TOKEN_ALGORITHMS]),
    claims: claims.prefault({}),
  })
  .refine(({ jwksUri, jwks }) => (jwksUri === undefined) !== (jwks === undefined), {
    error: 'needs either jwksUri or jwks',
  });

const issuers = z
  .array(issuer)
  .min(1)
  .refine((list) => new Set(list.map((one) => one.issuer)).size === list.length, {
    error: 'names an issuer twice',
  });

/**
 * The issuers of a file; see docs/identity.md for its form. Files that it names are relative to it.
 *
 * @throws SettingsError when it cannot be read, or what is in it is not what it must be
 */
export async function readIssuers(file: string): Promise<readonly Issuer[]> {
  const refuse = (reason: string, cause: unknown) =>
    new SettingsError(`ISSUERS: ${file} cannot be used. ${reason}`, { cause });
  let given: unknown;
  try {
    given = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw refuse(code === 'ENOENT' ? 'There is no such file.' : message, cause);
  }
  const result = issuers.safeParse(given);
  if (!result.success) {
    throw refuse(result.error.issues.map((issue) => explain(issue)).join('; '), result.error);
  }
  return result.data.map(({ jwksUri, jwks, audience, ...rest }) => ({
    ...rest,
    audience: [audience].flat(),
    keys:
      jwksUri !== undefined
        ? { url: jwksUri }
        : typeof jwks === 'string'
          ? { file: resolve(dirname(file), jwks) }
          : { set: jwks! },
  }));
}

/** Where a list or a text may stand for something, what is wrong is told of the longer form, which comes first. */
function explain(issue: z.core.$ZodIssue, above: readonly PropertyKey[] = []): string {
  const path = [...above, ...issue.path];
  const inner = issue.code === 'invalid_union' ? issue.errors[0]?.[0] : undefined;
  if (inner) return explain(inner, path);
  return `${path.map(String).join('.') || 'It'}: ${issue.message}`;
}
