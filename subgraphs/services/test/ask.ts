import { createCalendar } from '@yiwang/codes/working-days';
import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import { openServedDepartment, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { createContexts } from '../src/context.ts';
import { prepareMatterStatements } from '../src/course/matter-statements.ts';
import { createReadDefinition } from '../src/definition/definitions.ts';
import { MIGRATIONS, NAME, RIGHTS } from '../src/department.ts';
import { schema } from '../src/subgraph.ts';

/** The contexts of requests. Nothing goes on by itself: no department is asked. */
export const contextsOf = (
  db: TestDatabase['db'],
  sql: TestDatabase['sql'],
  now = () => new Date(),
  config?: Parameters<typeof createContexts>[4],
  client: GatewayClient | null = null,
) =>
  createContexts(
    db,
    {
      sql,
      statements: prepareMatterStatements(db),
      readDefinition: createReadDefinition(),
      startWork: async () => {},
      calendar: createCalendar(),
      now,
      onChange: () => {},
    },
    client,
    () => null,
    config,
  );

const department = { migrations: MIGRATIONS, rights: RIGHTS, schema };

/**
 * This department over a database of its own, with HTTP.
 *
 * @param client by which forms are filled in, and documents checked
 */
export const openServed = (
  now?: () => Date,
  config?: Parameters<typeof createContexts>[4],
  client?: GatewayClient,
) =>
  openServedDepartment({
    ...department,
    name: NAME,
    createContextFactory: (db, sql) => contextsOf(db, sql, now, config, client),
  });
