import {
  type OpenDepartment,
  openServedDepartment,
  openTestDepartment,
  type TestDatabase,
} from '@yiwang/subgraph-kit/testing';
import { createContexts } from '../src/context.ts';
import { MIGRATIONS, NAME, RIGHTS } from '../src/department.ts';
import { schema } from '../src/subgraph.ts';

export type Department = OpenDepartment;

const department = {
  name: NAME,
  migrations: MIGRATIONS,
  rights: RIGHTS,
  schema,
  createContextFactory: (db: TestDatabase['db']) => createContexts(db, () => new Date(), '0.03'),
};

/** This department over a database of its own, without HTTP. */
export const openDepartment = () => openTestDepartment(department);

/** This department over a database of its own, with HTTP. */
export const openServed = () => openServedDepartment(department);
