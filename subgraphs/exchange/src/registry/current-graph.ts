import type { SubgraphInput } from '@yiwang/composition';
import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '../shared/database.ts';
import {
  subgraphVersions,
  supergraphParts,
  supergraphs,
  supergraphVersions,
} from '../tables/registry-tables.ts';

/** The variant that shows everything. */
export const INTERNAL = 'internal';

interface Part {
  department: string;
  number: number;
  url: string;
  sdl: string;
  /** SHA-256 of the SDL. */
  digest: string;
}

/** The version in force. */
export interface CurrentGraph {
  version: number;
  /** Its subgraphs, sorted by department. */
  parts: Part[];
  /** Supergraph of the variant `internal`. */
  supergraphSdl: string;
}

/** Reads the version in force with its subgraphs. Null when nothing is published. */
export async function readCurrentGraph(db: Db): Promise<CurrentGraph | null> {
  const version = await readCurrentVersion(db);
  if (version === null) return null;
  const [supergraphSdl, parts] = await Promise.all([readSupergraphSdl(db, version), readParts(db, version)]);
  return { version, parts, supergraphSdl };
}

/** Reads the supergraph of the variant `internal` of a version, which must exist. */
export async function readSupergraphSdl(db: Db, version: number): Promise<string> {
  const [supergraph] = await db
    .select({ sdl: supergraphs.sdl })
    .from(supergraphs)
    .where(and(eq(supergraphs.version, version), eq(supergraphs.variant, INTERNAL)));
  return supergraph!.sdl;
}

/** Reads the number of the version in force. Null when nothing is published. */
export async function readCurrentVersion(db: Db): Promise<number | null> {
  const [newest] = await db
    .select({ version: supergraphVersions.version })
    .from(supergraphVersions)
    .orderBy(desc(supergraphVersions.version))
    .limit(1);
  return newest?.version ?? null;
}

/** Reads the subgraphs of a version, sorted by department. */
export function readParts(db: Db, version: number): Promise<Part[]> {
  return db
    .select({
      department: subgraphVersions.department,
      number: subgraphVersions.number,
      url: subgraphVersions.url,
      sdl: subgraphVersions.sdl,
      digest: subgraphVersions.digest,
    })
    .from(supergraphParts)
    .innerJoin(
      subgraphVersions,
      and(
        eq(subgraphVersions.department, supergraphParts.department),
        eq(subgraphVersions.number, supergraphParts.number),
      ),
    )
    .where(eq(supergraphParts.version, version))
    .orderBy(supergraphParts.department);
}

export function toInput({ department, url, sdl }: Pick<Part, 'department' | 'url' | 'sdl'>): SubgraphInput {
  return { name: department, url, sdl };
}
