import type { Durable } from '@yiwang/durable';
import { type Caller, type Channel, createChannel, withPassword } from '@yiwang/subgraph-kit';
import { openCaseOffice } from '@yiwang/subgraph-kit/cases';
import { repeat } from '@yiwang/subgraph-kit/outbox';
import { createGatewayClient, type GatewayClient } from '@yiwang/subgraph-kit/prefill';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { createMatterCommands, type MatterCommands } from './cases/matter-commands.ts';
import { createMatterTimeStatistics } from './cases/matter-statistics.ts';
import type { ServicesConfig } from './config.ts';
import type { AdvanceOptions } from './course/advance-matter.ts';
import { MATTER_CASE_CHANGED } from './course/record-event.ts';
import { createReadDefinition } from './definition/definitions.ts';
import { createVersionCommands, type VersionCommands } from './definition/version-commands.ts';
import { NAME } from './department.ts';
import { type Loaders, prepareLoaders } from './loaders.ts';
import { awaitGateway } from './run/await-gateway.ts';
import { followCases, sweepCases } from './run/follow-cases.ts';
import { createOperations, type Operations } from './run/operations.ts';
import { createStartWork, openWork } from './run/work-runner.ts';

/** What resolvers can reach: loaders, commands and one channel, and so no database handle. */
export interface Context {
  loaders: Loaders;
  commands: { cases: MatterCommands; versions: VersionCommands };
  operations: Operations;
  timeStatistics: ReturnType<typeof createMatterTimeStatistics>;
  /** Put there by the kit. */
  caller: Caller;
  /** Tells numbers of applications that have changed. */
  changes: Channel;
  now: () => Date;
}

type CreateContext = () => Omit<Context, 'caller'> & Record<string, unknown>;

/** Told of what happens while the department serves. */
interface Log {
  warn(fields: object, message: string): void;
}

const SILENT: Log = { warn: () => {} };

/** Between looks for what has changed of cases at departments. */
const FOLLOW_MS = 250;
/** Between looks at all cases that are open at departments. */
const SWEEP_MS = 300_000;

/**
 * Prepares the statements once, and starts what goes on by itself; the function it returns makes one request's context.
 *
 * @param config without it, as in tests of reads, nothing goes on by itself
 * @throws Error when the file of holidays cannot be read
 */
export async function createContextFactory(
  db: PostgresJsDatabase,
  sql: Sql,
  config?: ServicesConfig,
  logger: Log = SILENT,
  stack?: AsyncDisposableStack,
): Promise<CreateContext> {
  const { calendar, now, onChange } = await openCaseOffice(sql, { department: NAME, config, logger, stack });
  const client = config ? createGatewayClient(config) : null;
  const warn = (message: string) => (error: unknown) => logger.warn({ err: error }, message);
  let durable: Durable | null = null;
  const options: AdvanceOptions = {
    sql,
    readDefinition: createReadDefinition(),
    startWork: createStartWork(() => durable),
    calendar,
    now,
    onChange() {
      onChange();
      durable?.wake();
    },
  };
  if (config && stack && client) {
    const working = { ...options, db, client: awaitGateway(client) };
    durable = stack.use(
      await openWork(
        working,
        { url: withPassword(config) },
        config.MATTER_CONCURRENCY,
        warn('a step of a matter has failed'),
      ),
    );
    stack.use(
      repeat(
        () => followCases(working),
        FOLLOW_MS,
        warn('cases at departments cannot be followed; trying again'),
      ),
    );
    stack.use(
      repeat(
        async () => {
          await sweepCases(working);
          return false;
        },
        SWEEP_MS,
        warn('cases at departments cannot be read; trying again'),
      ),
    );
  }
  return createContexts(db, options, client, () => durable);
}

/** Like {@link createContextFactory}, with what goes on by itself given. */
export function createContexts(
  db: PostgresJsDatabase,
  options: AdvanceOptions,
  client: GatewayClient | null,
  durable: () => Durable | null,
): CreateContext {
  const { sql, now } = options;
  const createLoaders = prepareLoaders(db);
  const commands = {
    cases: createMatterCommands(options),
    versions: createVersionCommands(db, client, now),
  };
  const operations = createOperations(db, durable);
  const timeStatistics = createMatterTimeStatistics(db);
  const changes = createChannel(sql, MATTER_CASE_CHANGED);
  return () => ({ loaders: createLoaders(), commands, operations, timeStatistics, changes, now });
}
