import { anyOf, askedKey, askedKeys, createPageLoader, createRowLoader } from '@yiwang/subgraph-kit';
import { and, count, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { paymentCursor } from './cursors.ts';
import type { PaymentModel } from './models.ts';
import { payments } from './tables.ts';

/** Loaders of the payments of taxpayers. Use the primary key. */
export function createPaymentLoaders(db: PostgresJsDatabase) {
  function paymentsOf(nos: string[], limit: number, after: string | null): Promise<PaymentModel[]> {
    const page = db
      .select({ ...getTableColumns(payments), number: sql<string>`${payments.number}::text`.as('number') })
      .from(payments)
      .where(and(eq(payments.taxpayerNo, askedKey), after === null ? undefined : behindPayment(after)))
      .orderBy(desc(payments.paidOn), desc(payments.number))
      .limit(limit)
      .as('page');
    return db.select(page._.selectedFields).from(askedKeys(nos, 'integer')).crossJoinLateral(page);
  }

  function paymentCounts(nos: string[]) {
    return db
      .select({ taxpayerNo: payments.taxpayerNo, count: count() })
      .from(payments)
      .where(anyOf(payments.taxpayerNo, nos))
      .groupBy(payments.taxpayerNo);
  }

  return {
    /** Last payment first. */
    pageOf: createPageLoader<PaymentModel>(({ taxpayerNo }) => String(taxpayerNo), paymentsOf),
    countOf: createRowLoader(({ taxpayerNo }) => String(taxpayerNo), paymentCounts),
  };
}

function behindPayment(after: string): SQL {
  const [paidOn, number] = paymentCursor.decode(after);
  return sql`(${payments.paidOn}, ${payments.number}) < (${paidOn}::date, ${number}::bigint)`;
}
