import {
  anyOf,
  askedKey,
  askedKeys,
  type CursorParts,
  createPageLoader,
  createRowLoader,
  defineLoaders,
  preparePages,
} from '@yiwang/subgraph-kit';
import { and, count, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { paymentCursor } from './cursors.ts';
import type { PaymentModel } from './models.ts';
import { payments } from './tables.ts';

/** Makes the loaders of the payments of taxpayers. They use the primary key. */
export function preparePaymentLoaders(db: PostgresJsDatabase) {
  const paymentsOf = preparePages<PaymentModel>(paymentCursor, ({ keys, limit, after }) => {
    const page = db
      .select({ ...getTableColumns(payments), number: sql<string>`${payments.number}::text`.as('number') })
      .from(payments)
      .where(and(eq(payments.taxpayerNo, askedKey), after ? behindPayment(after) : undefined))
      .orderBy(desc(payments.paidOn), desc(payments.number))
      .limit(limit)
      .as('page');
    return db.select(page._.selectedFields).from(askedKeys(keys, 'integer')).crossJoinLateral(page);
  });

  const paymentCounts = db
    .select({ taxpayerNo: payments.taxpayerNo, count: count() })
    .from(payments)
    .where(anyOf(payments.taxpayerNo, sql.placeholder('keys')))
    .groupBy(payments.taxpayerNo)
    .prepare('payment_counts');

  return defineLoaders({
    /** Last payment first. */
    pageOf: createPageLoader<PaymentModel>(({ taxpayerNo }) => String(taxpayerNo), paymentsOf),
    countOf: createRowLoader<{ taxpayerNo: number; count: number }>(
      ({ taxpayerNo }) => String(taxpayerNo),
      (nos) => paymentCounts.execute({ keys: nos }),
    ),
  });
}

function behindPayment([paidOn, number]: CursorParts): SQL {
  return sql`(${payments.paidOn}, ${payments.number}) < (${paidOn}::date, ${number}::bigint)`;
}
