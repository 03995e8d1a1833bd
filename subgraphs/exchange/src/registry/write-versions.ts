import {
  digestOf,
  IdentityError,
  type PrivateKey,
  publicKeyOf,
  signSupergraph,
  verifySupergraph,
} from '@yiwang/identity';
import { and, eq, max } from 'drizzle-orm';
import type { Db } from '../shared/database.ts';
import { lookAlikeOf } from '../shared/names.ts';
import { userError } from '../shared/user-errors.ts';
import {
  departments,
  subgraphVersions,
  supergraphParts,
  supergraphs,
  type SupergraphVersionRow,
  supergraphVersions,
} from '../tables/registry-tables.ts';
import type { Proposal } from './proposal/check-proposals.ts';

const MAX_REASON_CHARACTERS = 1000;

/**
 * Inserts a department unless it exists.
 *
 * @throws UserErrors LOOK_ALIKE_NAME when another department has a similar name
 */
export async function addDepartment(tx: Db, name: string): Promise<void> {
  const lookAlike = lookAlikeOf(name);
  await tx.insert(departments).values({ name, lookAlike }).onConflictDoNothing();
  const [existing] = await tx
    .select({ name: departments.name })
    .from(departments)
    .where(eq(departments.lookAlike, lookAlike));
  if (existing!.name === name) return;
  throw userError(
    'LOOK_ALIKE_NAME',
    `The name ${name} looks like that of the department ${existing!.name}. Choose a name that cannot be confused with it.`,
    ['subgraphs'],
  );
}

/** The supergraph of one variant. */
export interface VariantSdl {
  variant: string;
  sdl: string;
}

export interface NewVersion extends Omit<SupergraphVersionRow, 'createdAt'> {
  parts: readonly { department: string; number: number }[];
  /** The supergraphs of all variants. */
  sdls: readonly VariantSdl[];
}

/**
 * Inserts the next version of a department's subgraph.
 *
 * @returns its number
 */
export async function addSubgraphVersion(
  tx: Db,
  { department, url, sdl }: Proposal,
  publishedBy: string,
): Promise<number> {
  const [last] = await tx
    .select({ number: max(subgraphVersions.number) })
    .from(subgraphVersions)
    .where(eq(subgraphVersions.department, department));
  const number = (last?.number ?? 0) + 1;
  await tx
    .insert(subgraphVersions)
    .values({ department, number, url, sdl, digest: digestOf(sdl), publishedBy });
  return number;
}

/** Inserts a version, which is then in force, and signs its supergraphs. */
export async function addSupergraphVersion(
  tx: Db,
  signingKey: PrivateKey,
  { parts, sdls, ...row }: NewVersion,
): Promise<void> {
  const { version } = row;
  await tx.insert(supergraphVersions).values(row);
  await tx
    .insert(supergraphParts)
    .values(parts.map(({ department, number }) => ({ version, department, number })));
  const signed = await Promise.all(
    sdls.map(async ({ variant, sdl }) => {
      const signature = await signSupergraph(signingKey, { version, variant }, sdl);
      return { version, variant, sdl, signature };
    }),
  );
  await tx.insert(supergraphs).values(signed);
}

/**
 * Signs a version again when the registry's key has changed since: gateways that accept the new key alone would otherwise reject
 * what is in force.
 */
export async function signAgain(tx: Db, signingKey: PrivateKey, version: number): Promise<void> {
  const rows = await tx.select().from(supergraphs).where(eq(supergraphs.version, version));
  for (const { variant, sdl, signature } of rows) {
    if (await isSignedBy(signingKey, signature, sdl)) continue;
    await tx
      .update(supergraphs)
      .set({ signature: await signSupergraph(signingKey, { version, variant }, sdl) })
      .where(and(eq(supergraphs.version, version), eq(supergraphs.variant, variant)));
  }
}

/** Whether this key has signed the supergraphs of all variants of a version. */
export async function isSignedWith(tx: Db, signingKey: PrivateKey, version: number): Promise<boolean> {
  const rows = await tx.select().from(supergraphs).where(eq(supergraphs.version, version));
  const signed = await Promise.all(rows.map(({ signature, sdl }) => isSignedBy(signingKey, signature, sdl)));
  return signed.every(Boolean);
}

async function isSignedBy(key: PrivateKey, signature: string, sdl: string): Promise<boolean> {
  try {
    await verifySupergraph(publicKeyOf(key), signature, sdl);
    return true;
  } catch (error) {
    if (error instanceof IdentityError) return false;
    throw error;
  }
}

/**
 * Checks the reason that is stored with a version.
 *
 * @throws UserErrors MALFORMED_REASON
 */
export function checkReason(reason: string): void {
  if (reason.trim() === '' || reason.length > MAX_REASON_CHARACTERS || reason.includes('\0')) {
    throw userError(
      'MALFORMED_REASON',
      `reason must have 1 to ${MAX_REASON_CHARACTERS} characters, and must not contain U+0000.`,
      ['reason'],
    );
  }
}
