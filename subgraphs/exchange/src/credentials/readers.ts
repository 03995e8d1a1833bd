import { PublicError } from '@yiwang/errors';
import { contents, type PublicKey } from '@yiwang/identity';
import { type Caller, UNSIGNED_CALLER } from '@yiwang/subgraph-kit';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { readSigners, type Signer } from './signers.ts';

/** Scope of clients that may read schemas, addresses, keys and versions. */
const REGISTRY_SCOPE = 'registry:read';
/** Scope of clients that may read who uses which field. */
export const USAGE_SCOPE = 'usage:read';

/** The holder of the key that signed a read. */
export type Reader = Pick<Signer, 'role' | 'holder'>;

/** An object returned by a root field. Its own fields are read with the credential that was sent for the root field. */
export interface Readable {
  /** Undefined when no credential was sent. */
  reader?: Reader | undefined;
}

/** A root field and its arguments, without the credential. */
interface RootField {
  /** Its name. */
  root: string;
  args: Parameters<typeof contents.read>[1];
}

type ScopedCaller = Pick<Caller, 'scopes'>;

/** Whether a client has a scope. Unsigned requests have every scope, where the department accepts them (UNSIGNED=allow). */
export function hasScope(caller: ScopedCaller, scope: string): boolean {
  return caller === UNSIGNED_CALLER || caller.scopes.includes(scope);
}

/**
 * Returns a function that verifies the credential of a read. Reading does not consume the credential: it changes nothing, and a
 * gateway may send the same request twice.
 */
export function createReaderOf({ db, operatorKeys }: ReaderSources) {
  /** @throws PublicError UNAUTHENTICATED when the credential is not valid */
  return async function readerOf({ root, args }: RootField, credential: string): Promise<Reader> {
    const claim = { action: 'read', digest: contents.read(root, args) };
    const [signer] = await readSigners(db, operatorKeys, claim, [credential]);
    return { role: signer!.role, holder: signer!.holder };
  };
}

interface ReaderSources {
  db: PostgresJsDatabase;
  operatorKeys: readonly PublicKey[];
}

export type ReaderOf = ReturnType<typeof createReaderOf>;

/**
 * The reader of a restricted root field. Undefined for a client with the scope, even if it sends a credential.
 *
 * @throws PublicError FORBIDDEN when there is neither scope nor credential; UNAUTHENTICATED when the credential is not valid
 */
export async function requireReader(
  { caller, readerOf }: { caller: ScopedCaller; readerOf: ReaderOf },
  field: RootField,
  credential: string | null | undefined,
  scope: string = REGISTRY_SCOPE,
): Promise<Reader | undefined> {
  if (hasScope(caller, scope)) return undefined;
  if (credential == null) throw restricted(`Query.${field.root}`, scope);
  return readerOf(field, credential);
}

/** @throws PublicError FORBIDDEN unless a credential was sent for the object, or the client has the scope registry:read */
export function checkReadable(
  { reader }: Readable,
  { caller }: { caller: ScopedCaller },
  what: string,
): void {
  if (reader === undefined && !hasScope(caller, REGISTRY_SCOPE)) throw restricted(what, REGISTRY_SCOPE);
}

function restricted(what: string, scope: string): PublicError {
  return new PublicError(
    'FORBIDDEN',
    `${what} is restricted: sign in as a client with the scope ${scope}, or send a credential of a registered key (yiwang --key FILE).`,
  );
}
