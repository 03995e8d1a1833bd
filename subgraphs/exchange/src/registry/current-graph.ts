import type { SubgraphInput } from '@yiwang/composition';
import { and, desc, eq } from 'drizzle-orm';
import type { Db } from './database.ts';
import { subgraphVersions, supergraphParts, supergraphs, supergraphVersions } from './tables.ts';

/** The variant that shows all. */
export const INTERNAL = 'internal';

interface Part {
  department: string;
  number: number;
  url: string;
  sdl: string;
}

/** What is in force. */
export interface CurrentGraph {
  version: number;
  /** By department. */
  parts: Part[];
  /** Of the variant internal. */
  supergraphSdl: string;
}

/** Null when nothing has been published yet. */
export async function readCurrentGraph(db: Db): Promise<CurrentGraph | null> {
  const version = await readCurrentVersion(db);
  if (version === null) return null;
  const [[supergraph], parts] = await Promise.all([
    db
      .select({ sdl: supergraphs.sdl })
      .from(supergraphs)
      .where(and(eq(supergraphs.version, version), eq(supergraphs.variant, INTERNAL))),
    readParts(db, version),
  ]);
  return { version, parts, supergraphSdl: supergraph!.sdl };
}

export async function readCurrentVersion(db: Db): Promise<number | null> {
  const [newest] = await db
    .select({ version: supergraphVersions.version })
    .from(supergraphVersions)
    .orderBy(desc(supergraphVersions.version))
    .limit(1);
  return newest?.version ?? null;
}

/** The subgraphs of a version, by department. */
export function readParts(db: Db, version: number): Promise<Part[]> {
  return db
    .select({
      department: subgraphVersions.department,
      number: subgraphVersions.number,
      url: subgraphVersions.url,
      sdl: subgraphVersions.sdl,
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
