import { openCaseOffice } from '@yiwang/subgraph-kit/cases';
import type { Certificates } from '@yiwang/subgraph-kit/certificates';
import {
  type OpenDepartment,
  openServedDepartment,
  openTestDepartment,
  type TestDatabase,
} from '@yiwang/subgraph-kit/testing';
import { createContextFactory, createContexts } from '../src/context.ts';
import { MIGRATIONS, NAME, RIGHTS } from '../src/department.ts';
import { schema } from '../src/subgraph.ts';

export type Department = OpenDepartment;

const department = { migrations: MIGRATIONS, rights: RIGHTS, schema };

/** This department over a database of its own, without HTTP. */
export const openDepartment = () =>
  openTestDepartment({ ...department, createContextFactory: (db, sql) => createContextFactory(db, sql) });

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
    createContextFactory: async (db, sql, certificates) =>
      createContexts(db, sql, await openCaseOffice(sql, { department: NAME, now }), certificates),
  });
