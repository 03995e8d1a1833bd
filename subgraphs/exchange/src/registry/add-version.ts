import { digestOf, type PrivateKey, signSupergraph } from '@yiwang/identity';
import { eq, max } from 'drizzle-orm';
import type { Proposal } from './check-proposals.ts';
import type { Db } from './database.ts';
import {
  type SupergraphVersionRow,
  subgraphVersions,
  supergraphParts,
  supergraphs,
  supergraphVersions,
} from './tables.ts';

/** A supergraph as one variant shows it. */
export interface VariantSdl {
  variant: string;
  sdl: string;
}

export interface NewVersion extends Omit<SupergraphVersionRow, 'createdAt'> {
  parts: readonly { department: string; number: number }[];
  /** Of every variant. */
  sdls: readonly VariantSdl[];
}

/** Keeps what a department publishes; returns its number. */
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

/** Makes a version the newest, signed. */
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
