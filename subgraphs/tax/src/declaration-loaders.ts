import { PublicError } from '@yiwang/errors';
import {
  askedKey,
  type CursorParts,
  createPageLoader,
  createRowLoader,
  defineLoaders,
  preparePages,
} from '@yiwang/subgraph-kit';
import { and, count, desc, eq, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { declarationCursor } from './cursors.ts';
import type { TaxKind } from './enums.ts';
import { type DeclarationRow, declarations } from './tables.ts';

export interface DeclarationFilter {
  kind?: TaxKind | null | undefined;
  /** The period ends on this day or later. */
  from?: string | null | undefined;
  /** The period ends on this day or earlier. */
  to?: string | null | undefined;
}

/** @throws PublicError CONTRADICTORY_FILTER when nothing can lie from `from` to `to` */
export function checkRange({ from, to }: Pick<DeclarationFilter, 'from' | 'to'>): void {
  if (from && to && from > to) {
    throw new PublicError('CONTRADICTORY_FILTER', `from ${from} is after to ${to}.`);
  }
}

/**
 * Makes the loaders of the declarations that one set of arguments asks for. They use the primary key of each year that they read: a page begins with the
 * newest, and ends as soon as it is full.
 */
export function prepareDeclarationLoaders(db: PostgresJsDatabase) {
  const declarationsOf = preparePages<DeclarationRow>(declarationCursor, ({ keys, limit, after }) => {
    const page = db
      .select()
      .from(declarations)
      .where(
        and(eq(declarations.taxpayerNo, askedKey), matching, after ? behindDeclaration(after) : undefined),
      )
      .orderBy(desc(declarations.endsOn), desc(declarations.filingPeriod), desc(declarations.kind))
      .limit(limit)
      .as('page');
    return db
      .select(page._.selectedFields)
      .from(sql`unnest(${hidden(keys)}) as asked(key)`)
      .crossJoinLateral(page);
  });

  const declarationCounts = db
    .select({ taxpayerNo: declarations.taxpayerNo, count: count() })
    .from(declarations)
    .where(
      and(sql`${declarations.taxpayerNo} = any(${hidden(sql.placeholder('keys'))}::integer[])`, matching),
    )
    .groupBy(declarations.taxpayerNo)
    .prepare('declaration_counts');

  return ({ kind = null, from = null, to = null }: DeclarationFilter) =>
    defineLoaders({
      /** Last period first. */
      pageOf: createPageLoader<DeclarationRow>(
        ({ taxpayerNo }) => String(taxpayerNo),
        (nos, limit, after) => declarationsOf(nos, limit, after, { kind, from, to }),
      ),
      countOf: createRowLoader<{ taxpayerNo: number; count: number }>(
        ({ taxpayerNo }) => String(taxpayerNo),
        (nos) => declarationCounts.execute({ keys: nos, kind, from, to }),
      ),
    });
}

const kind = sql`${sql.placeholder('kind')}::tax_kind`;
const from = sql`${sql.placeholder('from')}::date`;
const to = sql`${sql.placeholder('to')}::date`;

/**
 * What is null does not narrow. Bounds and not alternatives, because PostgreSQL leaves out the years outside of them also in a plan that it keeps.
 */
const matching = sql`(${kind} is null or ${declarations.kind} = ${kind})
  and ${declarations.endsOn} between coalesce(${from}, '-infinity') and coalesce(${to}, 'infinity')`;

/**
 * The keys of a batch, which PostgreSQL does not see while it plans: else it would find one key cheaper than the ten that it assumes where it keeps a
 * plan, and would plan each time, which takes longer than to read some years of a few taxpayers.
 */
function hidden(keys: Placeholder): SQL {
  return sql`(select ${keys}::integer[])`;
}

/** The first condition follows from the second, and leaves out the years behind the cursor. */
function behindDeclaration([endsOn, filingPeriod, kind]: CursorParts): SQL {
  return sql`${declarations.endsOn} <= ${endsOn}::date and (${declarations.endsOn}, ${declarations.filingPeriod}, ${declarations.kind})
    < (${endsOn}::date, ${filingPeriod}::filing_period, ${kind}::tax_kind)`;
}
