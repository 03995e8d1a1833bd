import { type OpenDepartment, openServedDepartment, openTestDepartment } from '@yiwang/subgraph-kit/testing';
import { createContextFactory } from '../src/context.ts';
import { MIGRATIONS, NAME } from '../src/department.ts';
import { schema } from '../src/subgraph.ts';

export type Department = OpenDepartment;

/** This department over a database of its own, without HTTP. */
export const openDepartment = () =>
  openTestDepartment({
    migrations: MIGRATIONS,
    schema,
    createContextFactory: (db, sql) => createContextFactory(db, sql),
  });

/** This department over a database of its own, with HTTP. */
export const openServed = (config?: Parameters<typeof createContextFactory>[2]) =>
  openServedDepartment({
    name: NAME,
    migrations: MIGRATIONS,
    schema,
    createContextFactory: (db, sql) => createContextFactory(db, sql, config),
  });
