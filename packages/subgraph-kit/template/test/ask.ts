import {
  type OpenDepartment,
  openServedDepartment,
  openTestDepartment,
  type TestDatabase,
} from '@yiwang/subgraph-kit/testing';
import { createContextFactory } from '../src/context.ts';
import { MIGRATIONS, NAME, RIGHTS } from '../src/department.ts';
import { schema } from '../src/subgraph.ts';

export type Department = OpenDepartment;

const department = {
  migrations: MIGRATIONS,
  rights: RIGHTS,
  schema,
  createContextFactory: (db: TestDatabase['db'], sql: TestDatabase['sql']) => createContextFactory(db, sql),
};

/** This department over a database of its own, without HTTP. Nothing that changes is told: tests that need that start a relay. */
export const openDepartment = () => openTestDepartment(department);

/** This department over a database of its own, with HTTP. */
export const openServed = () => openServedDepartment({ ...department, name: NAME });
