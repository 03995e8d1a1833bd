import { type OpenDepartment, openTestDepartment } from '@yiwang/subgraph-kit/testing';
import { createCalendar, RULE_SETS } from '@yiwang/codes/working-days';
import { createContexts } from '../../src/context.ts';
import type { ExchangeOptions } from '../../src/options.ts';
import { MIGRATIONS, RIGHTS } from '../../src/department.ts';
import { createComposer } from '@yiwang/composition';

import { schema } from '../../src/subgraph.ts';

export type Department = OpenDepartment;

/** One composer for all tests of a file. Its thread ends with them. */
export const composer = createComposer();

/** The rules of 2025, with the clock of the machine. */
export const SHARING: ExchangeOptions['sharing'] = {
  rules: { name: 'REGULATION_2025', ...RULE_SETS['REGULATION_2025']! },
  calendar: createCalendar(),
  now: () => new Date(),
};

/** A registry without keys, which nobody can change. */
export const NO_REGISTRY: ExchangeOptions = {
  signingKey: null,
  operatorKeys: [],
  allowLoopback: false,
  usageDays: 400,
  catalogueUrl: 'http://gateway.example/',
  sharing: SHARING,
};

/** Opens this department over a database of its own, without HTTP. */
export const openDepartment = (options: ExchangeOptions = NO_REGISTRY) =>
  openTestDepartment({
    migrations: MIGRATIONS,
    rights: RIGHTS,
    schema,
    createContextFactory: (db) => createContexts(db, composer, options),
  });
