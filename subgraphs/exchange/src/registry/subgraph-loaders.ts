import {
  anyOf,
  askedKey,
  askedKeys,
  createPageLoader,
  createRowLoader,
  createRowsLoader,
  defineKeyset,
  preparePages,
} from '@yiwang/subgraph-kit';
import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { pairColumns, pairKey } from '../shared/pair-key.ts';
import {
  departments,
  type SubgraphVersionRow,
  subgraphVersions,
  supergraphParts,
  supergraphVersions,
} from '../tables/registry-tables.ts';
import type { DepartmentModel, SubgraphVersionModel } from './registry-models.ts';

/** Versions of one department's subgraph, newest first. */
export const historyCursor = defineKeyset('history', ['integer']);

/** The columns of {@link SubgraphVersionModel}: all but the SDL. */
const subgraphColumns = {
  department: subgraphVersions.department,
  number: subgraphVersions.number,
  url: subgraphVersions.url,
  digest: subgraphVersions.digest,
  publishedAt: subgraphVersions.publishedAt,
  publishedBy: subgraphVersions.publishedBy,
};

/** Joins a part of a supergraph with the subgraph version that it is. */
const isPart: SQL = and(
  eq(subgraphVersions.department, supergraphParts.department),
  eq(subgraphVersions.number, supergraphParts.number),
)!;

/** Loaders of departments and their subgraphs; see prepareLoaders. */
export function prepareSubgraphLoaders(db: PostgresJsDatabase) {
  const keys = sql.placeholder('keys');

  const all = db
    .select({ name: departments.name })
    .from(departments)
    .orderBy(departments.name)
    .prepare('departments');

  const byName = db
    .select({ name: departments.name })
    .from(departments)
    .where(anyOf(departments.name, keys))
    .prepare('departments_by_name');

  const newest = db.select({ version: sql`max(${supergraphVersions.version})` }).from(supergraphVersions);
  const inForce = db
    .select(subgraphColumns)
    .from(supergraphParts)
    .innerJoin(subgraphVersions, isPart)
    .where(and(anyOf(supergraphParts.department, keys), eq(supergraphParts.version, newest)))
    .prepare('subgraphs_in_force');

  const published = db
    .select({
      department: subgraphVersions.department,
      digest: subgraphVersions.digest,
      sdl: subgraphVersions.sdl,
    })
    .from(supergraphParts)
    .innerJoin(subgraphVersions, isPart)
    .where(eq(supergraphParts.version, newest))
    .orderBy(supergraphParts.department)
    .prepare('published_subgraphs');

  const ofVersions = db
    .select({ ...subgraphColumns, version: supergraphParts.version })
    .from(supergraphParts)
    .innerJoin(subgraphVersions, isPart)
    .where(anyOf(supergraphParts.version, keys))
    .orderBy(supergraphParts.department)
    .prepare('subgraphs_of_versions');

  const sdls = db
    .select({
      department: subgraphVersions.department,
      number: subgraphVersions.number,
      sdl: subgraphVersions.sdl,
    })
    .from(subgraphVersions)
    .where(
      sql`(${subgraphVersions.number}, ${subgraphVersions.department}) in (
        select * from unnest(${sql.placeholder('numbers')}::integer[], ${sql.placeholder('names')}::text[]))`,
    )
    .prepare('subgraph_sdls');

  const history = preparePages<SubgraphVersionModel>(historyCursor, ({ keys, limit, after }) => {
    const isAfter = after && sql`${subgraphVersions.number} < ${after[0]}::bigint`;
    const page = db
      .select(subgraphColumns)
      .from(subgraphVersions)
      .where(and(eq(subgraphVersions.department, askedKey), isAfter ?? undefined))
      .orderBy(desc(subgraphVersions.number))
      .limit(limit)
      .as('page');
    return db.select(page._.selectedFields).from(askedKeys(keys)).crossJoinLateral(page);
  });

  const historyCounts = db
    .select({ department: subgraphVersions.department, count: count() })
    .from(subgraphVersions)
    .where(anyOf(subgraphVersions.department, keys))
    .groupBy(subgraphVersions.department)
    .prepare('subgraph_counts');

  return {
    /** By name. */
    departments: (): Promise<DepartmentModel[]> => all.execute(),
    departmentByName: createRowLoader<DepartmentModel>(
      ({ name }) => name,
      (names) => byName.execute({ keys: names }),
    ),
    /** By department. */
    subgraphInForce: createRowLoader<SubgraphVersionModel>(
      ({ department }) => department,
      (names) => inForce.execute({ keys: names }),
    ),
    /** All subgraphs in force, with their SDL. By department. */
    publishedSubgraphs: () => published.execute(),
    /** Key: a version of the supergraph. By department. */
    subgraphsOfVersion: createRowsLoader<SubgraphVersionModel & { version: number }>(
      ({ version }) => String(version),
      (versions) => ofVersions.execute({ keys: versions }),
    ),
    /** Key: pairKey(number, department). */
    subgraphSdl: createRowLoader<Pick<SubgraphVersionRow, 'department' | 'number' | 'sdl'>>(
      ({ number, department }) => pairKey(number, department),
      (pairs) => sdls.execute(pairColumns(pairs)),
    ),
    /** Newest first. */
    historyOf: createPageLoader<SubgraphVersionModel>(({ department }) => department, history),
    historyCountOf: createRowLoader<{ department: string; count: number }>(
      ({ department }) => department,
      (names) => historyCounts.execute({ keys: names }),
    ),
  };
}
