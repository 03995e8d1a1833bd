import { type OpenDepartment, openTestDepartment } from '@yiwang/testing';
import { createContextFactory } from '../src/context.ts';
import { MIGRATIONS } from '../src/department.ts';
import { createComposer } from '../src/registry/composer.ts';
import type { RegistryOptions } from '../src/registry/registry.ts';
import { schema } from '../src/subgraph.ts';

export type Department = OpenDepartment;

/** A registry that nobody may change. */
export const NO_REGISTRY: RegistryOptions = {
  signingKey: null,
  operatorKey: null,
  allowLoopback: false,
  usageDays: 400,
};

/** This department over a database of its own, without HTTP. */
export const openDepartment = (options: RegistryOptions = NO_REGISTRY) =>
  openTestDepartment({
    migrations: MIGRATIONS,
    schema,
    createContextFactory: (db) => createContextFactory(db, createComposer(), options),
  });
