import type { TestDatabase } from '@yiwang/subgraph-kit/testing';

/** Real, valid codes with made-up records. */
export const BUSY = '91320000608950987L';
export const QUIET = '9132070070404786XB';

/** Three records of one enterprise; another has none. */
export async function fillRecords({ sql }: TestDatabase): Promise<void> {
  await sql`
    insert into records (number, title, issued_on, holder_uscc, source) values
    ('R1', '一号档案', '2024-03-01', ${BUSY}, 'GENERATED'),
    ('R2', '二号档案', '2024-05-01', ${BUSY}, 'GENERATED'),
    ('R3', '三号档案', '2025-01-01', ${BUSY}, 'REGISTER')`;
}
