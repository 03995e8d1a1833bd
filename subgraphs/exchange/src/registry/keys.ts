import { contents, IdentityError, type PublicKey, readPublicKey } from '@yiwang/identity';
import { eq, sql } from 'drizzle-orm';
import { requireOperator } from '../credentials/signers.ts';
import { isName, NAME_RULE } from '../shared/names.ts';
import { catchUserErrors, userError, type UserErrors } from '../shared/user-errors.ts';
import { type KeyRow, keys } from '../tables/registry-tables.ts';
import type { KeyModel } from './registry-models.ts';
import type { Registry } from './registry.ts';
import { logRejection } from './run-command.ts';

export interface KeyRegistration {
  role: KeyRow['role'];
  holder: string;
  /** JSON of a JSON Web Key. */
  publicKey: string;
  credential: string;
}

/** Creates the command that registers a key for its holder. */
export function createRegisterKey(registry: Registry) {
  return async function registerKey(registration: KeyRegistration): Promise<KeyModel> {
    const { role, holder, publicKey, credential } = registration;
    const command = {
      action: 'registerKey',
      subject: `${role} ${holder}`,
      credentials: [credential],
    } as const;

    return asPayload(async () => {
      const key = await readKey(publicKey).catch(async (error: unknown) => {
        await logRejection(registry.db, command, error);
        throw error;
      });
      const digest = contents.registerKey(role, holder, key.kid);
      return registry.runCommand({ ...command, digest }, async (signers) => {
        const operator = requireOperator(signers, 'Registering a key');
        if (!isName(holder)) {
          throw userError('MALFORMED_NAME', `A holder’s name must ${NAME_RULE}.`, ['holder']);
        }
        if (registry.operatorKeys.some(({ kid }) => kid === key.kid)) throw configuredKey(['publicKey']);
        return async (tx) => {
          const row = { kid: key.kid, role, holder, x: key.x, registeredBy: operator.kid };
          await tx.insert(keys).values(row).onConflictDoNothing();
          const [existing] = await tx.select().from(keys).where(eq(keys.kid, key.kid));
          if (existing!.revokedAt !== null) {
            throw userError('KEY_REVOKED', 'This key was revoked: create a new one.', ['publicKey']);
          }
          if (existing!.role !== role || existing!.holder !== holder) {
            throw userError(
              'KEY_HELD_BY_ANOTHER',
              `This key is already registered for the ${existing!.role.toLowerCase()} ${existing!.holder}: create another one.`,
              ['publicKey'],
            );
          }
          return key.kid;
        };
      });
    });
  };
}

/** Creates the command that revokes a key for good. */
export function createRevokeKey(registry: Registry) {
  return function revokeKey({ kid, credential }: { kid: string; credential: string }): Promise<KeyModel> {
    const command = {
      action: 'revokeKey',
      digest: contents.revokeKey(kid),
      subject: kid,
      credentials: [credential],
    } as const;

    return asPayload(() =>
      registry.runCommand(command, async (signers) => {
        const operator = requireOperator(signers, 'Revoking a key');
        if (registry.operatorKeys.some((key) => key.kid === kid)) throw configuredKey(['kid']);
        return async (tx) => {
          // A key that was revoked before keeps the time of its revocation.
          const revoked = await tx
            .update(keys)
            .set({
              revokedAt: sql`coalesce(${keys.revokedAt}, now())`,
              revokedBy: sql`coalesce(${keys.revokedBy}, ${operator.kid})`,
            })
            .where(eq(keys.kid, kid))
            .returning({ kid: keys.kid });
          if (revoked.length === 0) {
            throw userError('UNKNOWN_KEY', 'No key with this kid is registered.', ['kid']);
          }
          return kid;
        };
      }),
    );
  };
}

/** @throws UserErrors MALFORMED_KEY */
async function readKey(json: string): Promise<PublicKey> {
  try {
    return await readPublicKey(json);
  } catch (error) {
    if (error instanceof IdentityError) throw userError('MALFORMED_KEY', error.message, ['publicKey']);
    throw error;
  }
}

/** The error for the first operator's key, which only the setting can change. */
function configuredKey(field: string[]): UserErrors {
  return userError(
    'KEY_CONFIGURED',
    'This is the operator’s key that REGISTRY_OPERATOR_KEY names: change the setting instead.',
    field,
  );
}

async function asPayload(command: () => Promise<string>): Promise<KeyModel> {
  const { result, userErrors } = await catchUserErrors(command);
  return { kid: result, userErrors };
}
