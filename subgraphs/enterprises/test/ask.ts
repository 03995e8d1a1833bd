import { openCaseOffice } from '@yiwang/subgraph-kit/cases';
import {
  type OpenDepartment,
  openServedDepartment,
  openTestDepartment,
  type TestDatabase,
} from '@yiwang/subgraph-kit/testing';
import type { Certificates } from '@yiwang/subgraph-kit/certificates';
import { createContexts } from '../src/context.ts';
import { MIGRATIONS, NAME, RIGHTS } from '../src/department.ts';
import { schema } from '../src/subgraph.ts';

export type Department = OpenDepartment;

/** The contexts of requests, by a clock. Nothing that changes is told: tests that need that start a relay. */
export async function contextsAt(
  { db, sql }: Pick<TestDatabase, 'db' | 'sql'>,
  now: () => Date = () => new Date(),
  certificates: Certificates | null = null,
): Promise<ReturnType<typeof createContexts>> {
  return createContexts(db, sql, await openCaseOffice(sql, { department: NAME, now }), { certificates });
}

const department = { migrations: MIGRATIONS, rights: RIGHTS, schema };

/** This department over a database of its own, without HTTP. */
export const openDepartment = () =>
  openTestDepartment({ ...department, createContextFactory: (db, sql) => contextsAt({ db, sql }) });

/**
 * This department over a database of its own, with HTTP.
 *
 * @param openCertificates opens what it certifies; it certifies nothing without
 */
export const openServed = (
  now?: () => Date,
  openCertificates?: (db: TestDatabase['db']) => Promise<Certificates | null>,
) =>
  openServedDepartment({
    ...department,
    name: NAME,
    ...(openCertificates && { openCertificates }),
    createContextFactory: (db, sql, certificates) => contextsAt({ db, sql }, now, certificates),
  });
