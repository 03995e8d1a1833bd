import { openCaseOffice } from '@yiwang/subgraph-kit/cases';
import { type OpenDepartment, openServedDepartment, openTestDepartment } from '@yiwang/subgraph-kit/testing';
import { createContextFactory, createContexts } from '../src/context.ts';
import { APPEND_ONLY, MIGRATIONS, NAME } from '../src/department.ts';
import { schema } from '../src/subgraph.ts';

export type Department = OpenDepartment;

const department = { migrations: MIGRATIONS, appendOnly: APPEND_ONLY, schema };

/** This department over a database of its own, without HTTP. */
export const openDepartment = () => openTestDepartment({ ...department, createContextFactory });

/** This department over a database of its own, with HTTP. */
export const openServed = (now?: () => Date) =>
  openServedDepartment({
    ...department,
    name: NAME,
    createContextFactory: async (db, sql) =>
      createContexts(db, sql, await openCaseOffice(sql, { department: NAME, now })),
  });
