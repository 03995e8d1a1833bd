import { PublicError } from '@yiwang/errors';
import type { Caller } from '@yiwang/subgraph-kit';
import { hasScope, type Reader, USAGE_SCOPE } from '../credentials/readers.ts';
import type { UsageModel } from '../tables/registry-tables.ts';
import { type OwnedFields, ownedFields, type PublishedSdl } from './owned-fields.ts';
import { clampInt } from './read-usage.ts';

/**
 * The coordinates whose users a reader may see, out of those that the coordinate stands for. For a department, a type stands for
 * the fields that this department alone provides.
 *
 * @param reader undefined for a client with the scope usage:read
 * @throws PublicError FORBIDDEN when the reader may see none
 */
export function readableUsage(
  coordinate: string,
  reader: Reader | undefined,
  published: readonly PublishedSdl[],
): readonly string[] {
  if (reader === undefined || reader.role === 'OPERATOR') return [coordinate];
  const owned = reader.role === 'DEPARTMENT' ? ownedFields(reader.holder, published) : null;
  if (owned?.has(coordinate)) return [coordinate];
  const fields = owned?.fieldsOf(coordinate) ?? [];
  if (fields.length > 0) return fields;
  throw new PublicError(
    'FORBIDDEN',
    `Who uses ${coordinate} is shown only to the one department that provides it, to operators, and to clients with the scope ${USAGE_SCOPE}.`,
  );
}

/**
 * Redacts the users of a schema change.
 *
 * @param affects the coordinates that they use
 */
export type ShowUsers = (affects: readonly string[], users: readonly UsageModel[]) => UsageModel[];

/**
 * Returns a function that redacts usage for the signers of a schema change. A department sees who uses what it alone provides.
 * If other departments provide any of the affected coordinates, it sees only how often they are used.
 *
 * @param signers an operator among them sees everything
 */
export function usageShownTo(signers: readonly Reader[], published: readonly PublishedSdl[]): ShowUsers {
  if (signers.some(({ role }) => role === 'OPERATOR')) return (_affects, users) => [...users];
  const owned: OwnedFields[] = signers
    .filter(({ role }) => role === 'DEPARTMENT')
    .map(({ holder }) => ownedFields(holder, published));
  const isOwned = (coordinate: string) => owned.some((one) => one.has(coordinate));
  return (affects, users) => (affects.every(isOwned) ? [...users] : withoutNames(users));
}

/** Whether the reader may see who has used what a version changed. */
export function mayNameUsers(reader: Reader | undefined, caller: Pick<Caller, 'scopes'>): boolean {
  return reader?.role === 'OPERATOR' || hasScope(caller, USAGE_SCOPE);
}

/** The sum of all usage, without names of clients and operations. Empty when nothing was used. */
export function withoutNames(users: readonly UsageModel[]): UsageModel[] {
  if (users.length === 0) return [];
  const sum = (what: 'calls' | 'errors') => clampInt(users.reduce((total, one) => total + one[what], 0));
  const lastAt = users.map((one) => one.lastAt).reduce((a, b) => (Date.parse(a) > Date.parse(b) ? a : b));
  const nameless = { client: null, clientVersion: null, operation: null, digest: '' };
  return [{ ...nameless, calls: sum('calls'), errors: sum('errors'), lastAt }];
}
