import { PublicError } from '@yiwang/errors';
import { anyOf, askedKey, askedKeys, createPageLoader, createRowLoader } from '@yiwang/subgraph-kit';
import { and, count, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm';
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

/** Loaders of the declarations that one set of arguments asks for. Use the primary key. */
export function createDeclarationLoaders(db: PostgresJsDatabase, filter: DeclarationFilter) {
  const matching = conditions(filter);

  function declarationsOf(nos: string[], limit: number, after: string | null): Promise<DeclarationRow[]> {
    const page = db
      .select()
      .from(declarations)
      .where(
        and(
          eq(declarations.taxpayerNo, askedKey),
          matching,
          after === null ? undefined : behindDeclaration(after),
        ),
      )
      .orderBy(desc(declarations.endsOn), desc(declarations.filingPeriod), desc(declarations.kind))
      .limit(limit)
      .as('page');
    return db.select(page._.selectedFields).from(askedKeys(nos, 'integer')).crossJoinLateral(page);
  }

  function declarationCounts(nos: string[]) {
    return db
      .select({ taxpayerNo: declarations.taxpayerNo, count: count() })
      .from(declarations)
      .where(and(anyOf(declarations.taxpayerNo, nos), matching))
      .groupBy(declarations.taxpayerNo);
  }

  return {
    /** Last period first. */
    pageOf: createPageLoader<DeclarationRow>(({ taxpayerNo }) => String(taxpayerNo), declarationsOf),
    countOf: createRowLoader(({ taxpayerNo }) => String(taxpayerNo), declarationCounts),
  };
}

function conditions({ kind, from, to }: DeclarationFilter): SQL | undefined {
  return and(
    kind == null ? undefined : eq(declarations.kind, kind),
    from == null ? undefined : gte(declarations.endsOn, from),
    to == null ? undefined : lte(declarations.endsOn, to),
  );
}

function behindDeclaration(after: string): SQL {
  const [endsOn, filingPeriod, kind] = declarationCursor.decode(after);
  return sql`(${declarations.endsOn}, ${declarations.filingPeriod}, ${declarations.kind})
    < (${endsOn}::date, ${filingPeriod}::filing_period, ${kind}::tax_kind)`;
}
