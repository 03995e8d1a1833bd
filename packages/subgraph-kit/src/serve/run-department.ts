import { readSettings, type SettingsShape } from '@yiwang/service/settings';
import { createLogger, type Logger } from '@yiwang/service/logging';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { GraphQLSchema } from 'graphql';
import type { Sql } from 'postgres';
import type { z } from 'zod';
import type { Certificates } from '../certificates/certificates.ts';
import type { Materials } from '../materials/materials.ts';
import { awaitDatabase } from '../database/await-database.ts';
import { requireMigrations } from '../database/migrate-database.ts';
import { type DatabaseOptions, keepSessionSettings, openDatabase } from '../database/open-database.ts';
import { explainFault } from '../process/explain-fault.ts';
import { directUrlOf, replicaUrlOf, withPassword } from '../process/own-database-url.ts';
import { openReplicaReads } from '../replicas/replica-reads.ts';
import { serveSubgraph, type Subgraph } from './serve-subgraph.ts';
import type { ServiceSettings } from './service-settings.ts';

type Awaitable<Value> = Value | Promise<Value>;

export interface Department<Config extends ServiceSettings> {
  /** The department's name in the supergraph. */
  name: string;
  /** The department's migrations/. */
  migrations: string;
  /** {@link serviceSettings} and the department's own settings. */
  settings: SettingsShape & z.ZodType<Config>;
  schema: GraphQLSchema;
  openRoots?: Subgraph['openRoots'];
  gauges?: Subgraph['gauges'];
  /** Names of the types that a replica may answer (`DATABASE_REPLICA_URL`): registers, and nothing that is decided on. None when left out. */
  replicaTypes?: readonly string[];
  /** Opens what people upload, with {@link openMaterials}; called once. */
  openMaterials?: (db: PostgresJsDatabase, config: Config) => Awaitable<Materials>;
  /** Opens what the department certifies, with {@link openCertificates}; called once. */
  openCertificates?: (db: PostgresJsDatabase, config: Config, logger: Logger) => Promise<Certificates | null>;
  /**
   * Called once with the pool, its driver, the settings, the logger, a stack, the materials and the certificates (undefined where there
   * are none); it returns the function that makes the context of one request. An error that it throws ends the start. What it adds to the stack,
   * such as a relay, is disposed of when the department stops, while the database is still open. Called once more, without a stack, for a
   * replica, which is read only.
   */
  createContextFactory: (
    db: PostgresJsDatabase,
    sql: Sql,
    config: Config,
    logger: Logger,
    stack: AsyncDisposableStack | undefined,
    materials: Materials | undefined,
    certificates: Certificates | undefined,
  ) => Awaitable<() => Record<string, unknown>>;
}

/**
 * The department's main.ts: reads the settings, waits for its database, migrates when its role may, and serves until a signal. When the start fails, it
 * writes the message without a stack to standard error, and exits with 1.
 */
export async function runDepartment<Config extends ServiceSettings>(
  department: Department<Config>,
): Promise<void> {
  try {
    await migrateAndServe(department);
  } catch (error) {
    process.stderr.write(`${department.name} cannot run: ${explainFault(error)}\n`);
    process.exitCode = 1;
  }
}

async function migrateAndServe<Config extends ServiceSettings>({
  name,
  migrations,
  settings,
  schema,
  openRoots,
  gauges,
  replicaTypes,
  openMaterials,
  openCertificates,
  createContextFactory,
}: Department<Config>) {
  const config: Config = readSettings(settings, process.env);
  const url = withPassword(config);
  const directUrl = directUrlOf(config);
  const logger = createLogger(name, config.LOG_LEVEL);
  await awaitDatabase(
    () => requireMigrations(directUrl ?? url, migrations),
    config.DATABASE_PATIENCE_MS,
    (error) => logger.warn({ err: error }, 'the database is away; waiting for it'),
  );
  const pool: DatabaseOptions = {
    connections: config.DATABASE_CONNECTIONS,
    statementTimeoutMs: config.STATEMENT_TIMEOUT_MS,
    lockTimeoutMs: config.LOCK_TIMEOUT_MS,
    idleInTransactionTimeoutMs: config.IDLE_IN_TRANSACTION_TIMEOUT_MS,
  };
  if (directUrl) await keepSessionSettings({ ...pool, directUrl });
  await using database = openDatabase(url, { ...pool, directUrl });
  await using stack = new AsyncDisposableStack();
  const materials = await openMaterials?.(database.db, config);
  const certificates = (await openCertificates?.(database.db, config, logger)) ?? undefined;
  if (certificates) stack.use(certificates);
  const createContext = await createContextFactory(
    database.db,
    database.sql,
    config,
    logger,
    stack,
    materials,
    certificates,
  );
  await serveSubgraph({
    name,
    schema,
    openRoots,
    createContext,
    replica: await openReplica(),
    materials,
    certificates,
    database,
    config,
    gauges,
  });

  async function openReplica(): Promise<Subgraph['replica']> {
    if (config.DATABASE_REPLICA_URL === '') return undefined;
    if (!replicaTypes)
      throw new Error('DATABASE_REPLICA_URL is set, and this department reads from no replica.');
    const replicaUrl = replicaUrlOf(config);
    const replica = stack.use(openDatabase(replicaUrl, pool));
    return stack.use(
      await openReplicaReads({
        department: name,
        schema,
        types: replicaTypes,
        primaryUrl: url,
        primary: database,
        replicaUrl,
        maxLagMs: config.REPLICA_MAX_LAG_MS,
        memory: config.REPLAY_MEMORY,
        logger,
        // Without a stack: nothing that goes on by itself is started for it.
        createContext: await createContextFactory(
          replica.db,
          replica.sql,
          config,
          logger,
          undefined,
          materials,
          certificates,
        ),
      }),
    );
  }
}
