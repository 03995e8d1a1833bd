import type { Durable } from '@yiwang/durable';
import { type Caller, type Channel, createChannel, directUrlOf, withPassword } from '@yiwang/subgraph-kit';
import { openCaseOffice } from '@yiwang/subgraph-kit/cases';
import { repeat } from '@yiwang/subgraph-kit/outbox';
import {
  createFormPrefill,
  createGatewayClient,
  type GatewayClient,
  reportDispute,
} from '@yiwang/subgraph-kit/prefill';
import { addUpMonths, TOTALS_MS } from '@yiwang/subgraph-kit/totals';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { createCertificateSources } from './certificates/certificate-sources.ts';
import { createVerifyContent, type VerifyContent } from './certificates/verify-content.ts';
import { createMatterCommands, type MatterCommands } from './cases/matter-commands.ts';
import { createMatterTimeStatistics, MATTER_TOTALS } from './cases/matter-statistics.ts';
import { matterSettings, type ServicesConfig } from './config.ts';
import type { AdvanceOptions } from './course/advance-matter.ts';
import { prepareMatterStatements } from './course/matter-statements.ts';
import { MATTER_CASE_CHANGED } from './course/record-event.ts';
import { createReadDefinition } from './definition/definitions.ts';
import { createVersionCommands, type VersionCommands } from './definition/version-commands.ts';
import { NAME } from './department.ts';
import { type Loaders, prepareLoaders } from './loaders.ts';
import { createMatterPrefill, type MatterPrefill } from './prefill/matter-prefill.ts';
import { createOperations, type Operations } from './run/operations.ts';
import { startRunning } from './run/start-running.ts';
import { createStartWork } from './run/work-runner.ts';

/** What resolvers can reach: loaders, commands and one channel, and so no database handle. */
export interface Context {
  loaders: Loaders;
  commands: { cases: MatterCommands; prefill: MatterPrefill; versions: VersionCommands };
  operations: Operations;
  timeStatistics: ReturnType<typeof createMatterTimeStatistics>;
  verifyContent: VerifyContent;
  /** Put there by the kit. */
  caller: Caller;
  /** Tells numbers of applications that have changed. */
  changes: Channel;
  now: () => Date;
}

type VerificationConfig = Pick<ServicesConfig, keyof typeof matterSettings.shape>;

type CreateContext = () => Omit<Context, 'caller'> & Record<string, unknown>;

/** Told of what happens while the department serves. */
interface Log {
  warn(fields: object, message: string): void;
}

const SILENT: Log = { warn: () => {} };

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
    statements: prepareMatterStatements(db),
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
    durable = await startRunning(
      { ...options, db, client },
      { url: directUrlOf(config) ?? withPassword(config) },
      config.MATTER_CONCURRENCY,
      warn,
      stack,
    );
  }
  stack?.use(
    repeat(
      async () => {
        await addUpMonths(db, MATTER_TOTALS, now());
        return false;
      },
      TOTALS_MS,
      warn('what has ended cannot be added up; trying again'),
    ),
  );
  const disputes =
    client && stack
      ? stack.use(
          repeat(
            () => reportDispute(sql, client, { prefills: 'matter_case_prefills', cases: 'matter_cases' }),
            DISPUTES_MS,
            warn('a dispute cannot be reported; trying again'),
          ),
        )
      : null;
  return createContexts(db, options, client, () => durable, config, {
    onError: warn('a stuck step cannot be retried'),
    onDispute: () => disputes?.wake(),
  });
}

/** Between looks for disputes that other processes have written. */
const DISPUTES_MS = 5_000;

/** Like {@link createContextFactory}, with what goes on by itself given. */
export function createContexts(
  db: PostgresJsDatabase,
  options: AdvanceOptions,
  client: GatewayClient | null,
  durable: () => Durable | null,
  config: VerificationConfig = matterSettings.parse({}),
  {
    onError = () => {},
    onDispute = () => {},
  }: {
    /** Told what kept a stuck step from being retried. */
    onError?: (error: unknown) => void;
    /** Called when a dispute waits to be reported. */
    onDispute?: () => void;
  } = {},
): CreateContext {
  const { sql, now, readDefinition } = options;
  const createLoaders = prepareLoaders(db, now);
  const cases = createMatterCommands(options);
  const { take } = cases;
  const formPrefill = createFormPrefill(client);
  const commands = {
    cases,
    prefill: createMatterPrefill({ db, client, formPrefill, take, readDefinition, now, onDispute }),
    versions: createVersionCommands(db, client, now),
  };
  const operations = createOperations({ db, durable, now, onError });
  const timeStatistics = createMatterTimeStatistics(db);
  const verifyContent = createVerifyContent(createCertificateSources(config.GATEWAY_URL, config, now), now);
  const changes = createChannel(sql, MATTER_CASE_CHANGED);
  return () => ({
    loaders: createLoaders(),
    commands,
    operations,
    timeStatistics,
    verifyContent,
    changes,
    now,
  });
}
