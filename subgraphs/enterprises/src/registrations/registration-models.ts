import type { Connection } from '@yiwang/subgraph-kit';
import type { RegistrationRow } from './registration-tables.ts';

/** What resolvers receive for the types of registrations that are not plain rows. */

/** Too many to be counted, perhaps. */
export type RegistrationConnectionModel = Connection<RegistrationRow, number | null>;
