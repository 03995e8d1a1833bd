import {
  anyOf,
  checkPageSize,
  createRowLoader,
  defineKeyset,
  type PageArguments,
  preparePages,
  toPage,
} from '@yiwang/subgraph-kit';
import { and, count, desc, eq, exists, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { pairColumns, pairKey } from '../shared/pair-key.ts';
import { supergraphs, type SupergraphVersionRow, supergraphVersions } from '../tables/registry-tables.ts';
import { INTERNAL } from './current-graph.ts';
import type { SupergraphVersionConnectionModel, SupergraphVersionModel } from './registry-models.ts';

type Row = Omit<SupergraphVersionModel, 'variant'>;

/** Versions of the supergraph, newest first. */
export const versionCursor = defineKeyset('supergraphVersions', ['integer']);

/** The columns of {@link SupergraphVersionModel}, without the variant. */
const supergraphColumns = {
  version: supergraphVersions.version,
  createdAt: supergraphVersions.createdAt,
  reason: supergraphVersions.reason,
  note: supergraphVersions.note,
};

/** Loaders of versions of the supergraph; see prepareLoaders. */
export function prepareSupergraphLoaders(db: PostgresJsDatabase) {
  const variant = sql.placeholder('variant');

  const shown = db
    .select({ version: supergraphs.version })
    .from(supergraphs)
    .where(and(eq(supergraphs.version, supergraphVersions.version), eq(supergraphs.variant, variant)));
  const newest = db
    .select(supergraphColumns)
    .from(supergraphVersions)
    .where(exists(shown))
    .orderBy(desc(supergraphVersions.version))
    .limit(1)
    .prepare('newest_supergraph');
  const oneOf = db
    .select(supergraphColumns)
    .from(supergraphVersions)
    .where(and(eq(supergraphVersions.version, sql.placeholder('version')), exists(shown)))
    .prepare('one_supergraph');

  const page = preparePages<Row>(versionCursor, ({ limit, after }) =>
    db
      .select(supergraphColumns)
      .from(supergraphVersions)
      .where(after ? sql`${supergraphVersions.version} < ${after[0]}::bigint` : undefined)
      .orderBy(desc(supergraphVersions.version))
      .limit(limit),
  );
  const counted = db.select({ count: count() }).from(supergraphVersions).prepare('supergraph_count');

  const sdls = db
    .select()
    .from(supergraphs)
    .where(
      sql`(${supergraphs.version}, ${supergraphs.variant}) in (
        select * from unnest(${sql.placeholder('numbers')}::integer[], ${sql.placeholder('names')}::text[]))`,
    )
    .prepare('supergraph_sdls');

  const changes = db
    .select({ version: supergraphVersions.version, changes: supergraphVersions.changes })
    .from(supergraphVersions)
    .where(anyOf(supergraphVersions.version, sql.placeholder('keys')))
    .prepare('supergraph_changes');

  async function supergraph(name: string, version: number | null): Promise<SupergraphVersionModel | null> {
    const [row] = await (version === null
      ? newest.execute({ variant: name })
      : oneOf.execute({ variant: name, version }));
    return row ? { ...row, variant: name } : null;
  }

  async function supergraphVersionPage({
    first,
    after,
  }: PageArguments): Promise<SupergraphVersionConnectionModel> {
    checkPageSize(first);
    const rows = await page([], first + 1, after || null);
    return {
      ...toPage(
        rows.map((row) => ({ ...row, variant: INTERNAL })),
        first,
      ),
      countAll: async () => (await counted.execute())[0]!.count,
    };
  }

  return {
    /** The newest where version is null. Null when there is none. */
    supergraph,
    /** Newest first. */
    supergraphVersionPage,
    /** SDL and signature. Key: pairKey(version, variant). */
    supergraphSdl: createRowLoader<typeof supergraphs.$inferSelect>(
      ({ version, variant }) => pairKey(version, variant),
      (pairs) => sdls.execute(pairColumns(pairs)),
    ),
    /** Key: a version. */
    supergraphChanges: createRowLoader<Pick<SupergraphVersionRow, 'version' | 'changes'>>(
      ({ version }) => String(version),
      (versions) => changes.execute({ keys: versions }),
    ),
  };
}
