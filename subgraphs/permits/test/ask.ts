import { createCalendar } from '@yiwang/codes/working-days';
import { CASE_RULES } from '@yiwang/subgraph-kit/cases';
import type { Certificates } from '@yiwang/subgraph-kit/certificates';
import type { AllowedAddresses } from '@yiwang/subgraph-kit/network';
import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
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

/** The contexts of requests, by the clock of the machine. Nothing that changes is told: tests that need that start a relay. */
export const contextsOf = (
  db: TestDatabase['db'],
  sql: TestDatabase['sql'],
  now = () => new Date(),
  client: GatewayClient | null = null,
  allowed?: AllowedAddresses,
  certificates: Certificates | null = null,
) =>
  createContexts(db, sql, {
    calendar: createCalendar(),
    rules: CASE_RULES,
    now,
    onChange: () => {},
    client,
    certificates,
    ...(allowed && { allowed }),
  });

const department = { migrations: MIGRATIONS, rights: RIGHTS, schema };

/** This department over a database of its own, without HTTP. */
export const openDepartment = () =>
  openTestDepartment({ ...department, createContextFactory: (db, sql) => contextsOf(db, sql) });

/**
 * This department over a database of its own, with HTTP.
 *
 * @param allowed addresses to which webhooks may be sent
 * @param openCertificates opens what it certifies; it certifies nothing without
 */
export const openServed = (
  now?: () => Date,
  client?: GatewayClient,
  allowed?: AllowedAddresses,
  openCertificates?: (db: TestDatabase['db']) => Promise<Certificates | null>,
) =>
  openServedDepartment({
    ...department,
    name: NAME,
    ...(openCertificates && { openCertificates }),
    createContextFactory: (db, sql, certificates) => contextsOf(db, sql, now, client, allowed, certificates),
  });
