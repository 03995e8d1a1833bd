import type { Connection } from '@yiwang/subgraph-kit';
import type { MandateEventRow, MandateRow } from './mandate-tables.ts';

/** What resolvers receive for the types of mandates. */

export type MandateModel = MandateRow;
export type MandateConnectionModel = Connection<MandateModel>;
export type MandateEventModel = MandateEventRow;
export type MandateInForceModel = Pick<MandateRow, 'id' | 'uscc' | 'items' | 'person'>;
