import { contents, IdentityError, type PublicKey, readPublicKey } from '@yiwang/identity';
import { eq, sql } from 'drizzle-orm';
import { auditRefusal } from './attempts.ts';
import type { KeyModel } from './models.ts';
import { isName, NAME_RULE } from './names.ts';
import { refuse, Refusal } from './refusal.ts';
import type { Registry } from './registry.ts';
import { requireOperator } from './permissions.ts';
import { type KeyRow, keys } from './tables.ts';

export interface KeyRegistration {
  role: KeyRow['role'];
  holder: string;
  /** JSON of a JSON Web Key. */
  publicKey: string;
  credential: string;
}

/** Lets a key act for its holder. */
export function createRegisterKey(registry: Registry) {
  return async function registerKey(asked: KeyRegistration): Promise<KeyModel> {
    const { role, holder, publicKey, credential } = asked;
    const attempt = {
      action: 'registerKey',
      subject: `${role} ${holder}`,
      credentials: [credential],
    } as const;

    return withReasons(async () => {
      const key = await readKey(publicKey).catch(async (error: unknown) => {
        await auditRefusal(registry.db, attempt, error);
        throw error;
      });
      const digest = contents.registerKey(role, holder, key.kid);
      return registry.attempt({ ...attempt, digest }, async (signers) => {
        const operator = requireOperator(signers, 'Registering a key');
        if (!isName(holder)) throw refuse('MALFORMED_NAME', `A holder’s name has ${NAME_RULE}.`, ['holder']);
        if (key.kid === registry.operatorKey?.kid) throw configured(['publicKey']);
        return async (tx) => {
          const row = { kid: key.kid, role, holder, x: key.x, registeredBy: operator.kid };
          await tx.insert(keys).values(row).onConflictDoNothing();
          const [kept] = await tx.select().from(keys).where(eq(keys.kid, key.kid));
          if (kept!.revokedAt !== null) {
            throw refuse('KEY_REVOKED', 'This key was revoked; make a new one.', ['publicKey']);
          }
          if (kept!.role !== role || kept!.holder !== holder) {
            throw refuse('KEY_HELD_BY_ANOTHER', `This key is of the ${kept!.role} ${kept!.holder}.`, [
              'publicKey',
            ]);
          }
          return key.kid;
        };
      });
    });
  };
}

/** Takes a key out of use for ever. */
export function createRevokeKey(registry: Registry) {
  return function revokeKey({ kid, credential }: { kid: string; credential: string }): Promise<KeyModel> {
    const attempt = {
      action: 'revokeKey',
      digest: contents.revokeKey(kid),
      subject: kid,
      credentials: [credential],
    } as const;

    return withReasons(() =>
      registry.attempt(attempt, async (signers) => {
        const operator = requireOperator(signers, 'Revoking a key');
        if (kid === registry.operatorKey?.kid) throw configured(['kid']);
        return async (tx) => {
          // A key that is revoked already keeps the time at which it was.
          const revoked = await tx
            .update(keys)
            .set({
              revokedAt: sql`coalesce(${keys.revokedAt}, now())`,
              revokedBy: sql`coalesce(${keys.revokedBy}, ${operator.kid})`,
            })
            .where(eq(keys.kid, kid))
            .returning({ kid: keys.kid });
          if (revoked.length === 0) throw refuse('UNKNOWN_KEY', 'No such key is registered.', ['kid']);
          return kid;
        };
      }),
    );
  };
}

/** @throws Refusal MALFORMED_KEY */
async function readKey(json: string): Promise<PublicKey> {
  try {
    return await readPublicKey(json);
  } catch (error) {
    if (error instanceof IdentityError) throw refuse('MALFORMED_KEY', error.message, ['publicKey']);
    throw error;
  }
}

function configured(field: string[]): Refusal {
  return refuse('KEY_CONFIGURED', 'This is the operator’s key that REGISTRY_OPERATOR_KEY names.', field);
}

async function withReasons(command: () => Promise<string>): Promise<KeyModel> {
  try {
    return { kid: await command(), userErrors: [] };
  } catch (error) {
    if (error instanceof Refusal) return { kid: null, userErrors: error.reasons };
    throw error;
  }
}
