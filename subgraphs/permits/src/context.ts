import { createCalendar, HOLIDAYS, parseHolidays } from '@yiwang/codes/working-days';
import { type Caller, type Channel, createChannel } from '@yiwang/subgraph-kit';
import { CASE_CHANGED, CASE_RULES } from '@yiwang/subgraph-kit/cases';
import { startRelay } from '@yiwang/subgraph-kit/outbox';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { readFile } from 'node:fs/promises';
import type { Sql } from 'postgres';
import { type CaseCommands, type CaseOptions, createCommands } from './cases/case-commands.ts';
import { createReadForm } from './cases/case-form.ts';
import type { PermitsConfig } from './config.ts';
import { NAME } from './department.ts';
import { createItemCommands, type ItemCommands } from './items/versions/item-commands.ts';
import { type Loaders, prepareLoaders } from './loaders.ts';

/** What resolvers can reach: loaders, commands and one channel, and so no database handle. */
export interface Context {
  loaders: Loaders;
  commands: { cases: CaseCommands; items: ItemCommands };
  /** Put there by the kit. */
  caller: Caller;
  /** Tells numbers of cases that have changed. */
  changes: Channel;
  now: () => Date;
}

type CreateContext = () => Omit<Context, 'caller'> & Record<string, unknown>;

/** Told of what happens while the department serves. */
interface Log {
  warn(fields: object, message: string): void;
}

const SILENT: Log = { warn: () => {} };

/**
 * Prepares the statements once, and starts the relay of what changes; the function it returns makes one request's context.
 *
 * @param config without it, as in tests, no relay is started
 * @throws Error when the file of holidays cannot be read
 */
export async function createContextFactory(
  db: PostgresJsDatabase,
  sql: Sql,
  config?: PermitsConfig,
  logger: Log = SILENT,
  stack?: AsyncDisposableStack,
): Promise<CreateContext> {
  const holidays = config?.CASE_HOLIDAYS
    ? parseHolidays(await readFile(config.CASE_HOLIDAYS, 'utf8'))
    : HOLIDAYS;
  const calendar = createCalendar(holidays, (year) =>
    logger.warn(
      { year },
      'the holidays of this year are missing: due days may be wrong; add them to the file of CASE_HOLIDAYS',
    ),
  );
  const relay =
    config && stack
      ? stack.use(
          startRelay(sql, {
            department: NAME,
            natsUrl: config.NATS_URL,
            retentionHours: config.OUTBOX_HOURS,
            onError: (error) =>
              logger.warn({ err: error }, 'what has changed cannot be published; trying again'),
          }),
        )
      : null;
  return createContexts(db, sql, {
    calendar,
    rules: CASE_RULES,
    now: () => new Date(),
    onChange: () => relay?.wake(),
  });
}

/** Like {@link createContextFactory}, with options instead of settings. */
export function createContexts(db: PostgresJsDatabase, sql: Sql, options: CaseOptions): CreateContext {
  const { now } = options;
  const readForm = createReadForm();
  const createLoaders = prepareLoaders(db, readForm, now);
  const commands = { cases: createCommands(db, sql, readForm, options), items: createItemCommands(db) };
  const changes = createChannel(sql, CASE_CHANGED);
  return () => ({ loaders: createLoaders(), commands, changes, now });
}
