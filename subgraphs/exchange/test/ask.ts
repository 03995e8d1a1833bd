import { type OpenDepartment, openTestDepartment } from '@yiwang/testing';
import { createCalendar, RULE_SETS } from '@yiwang/working-days';
import { createContexts } from '../src/context.ts';
import type { ExchangeOptions } from '../src/options.ts';
import { MIGRATIONS } from '../src/department.ts';
import { createComposer } from '@yiwang/composition';

import { schema } from '../src/subgraph.ts';

export type Department = OpenDepartment;

/** One for the tests of a file; its thread ends with them. */
export const composer = createComposer();

/** The rules of 2025, at the time of the clock. */
export const SHARING: ExchangeOptions['sharing'] = {
  rules: { name: 'REGULATION_2025', ...RULE_SETS['REGULATION_2025']! },
  calendar: createCalendar(),
  now: () => new Date(),
};

/** A registry that nobody may change. */
export const NO_REGISTRY: ExchangeOptions = {
  signingKey: null,
  operatorKey: null,
  allowLoopback: false,
  usageDays: 400,
  catalogueUrl: 'http://gateway.example/',
  sharing: SHARING,
};

/** This department over a database of its own, without HTTP. */
export const openDepartment = (options: ExchangeOptions = NO_REGISTRY) =>
  openTestDepartment({
    migrations: MIGRATIONS,
    schema,
    createContextFactory: (db) => createContexts(db, composer, options),
  });
