import { settings, telemetrySettings } from '@yiwang/service/settings';
import { documentLimitSettings } from '@yiwang/service/http';
import { redisStore } from '@yiwang/service/redis';
import { serverTlsSettings } from '@yiwang/service/tls';
import { z } from 'zod';
import { DEFAULT_MINIMUM } from '../trust/aggregates.ts';

/** Room for the references of 20,000 entities with what fields of theirs require. */
const BODY_LIMIT_MIB = 8;

/**
 * The settings of every department.
 *
 * @param port the department's port when nothing else is set
 * @param bodyLimitMib the largest request when nothing else is set
 */
export function serviceSettings(port: number, bodyLimitMib = BODY_LIMIT_MIB) {
  return z.object({
    PORT: settings.port(port),
    HOST: settings.host(),
    ...serverTlsSettings,
    DRAIN_MS: settings.drainMs(),
    DATABASE_URL: settings.databaseUrl(),
    DATABASE_PASSWORD_FILE: settings.databasePasswordFile(),
    DATABASE_REPLICA_URL: settings
      .databaseUrl()
      .or(z.literal(''))
      .default('')
      .describe(
        'A replica of the database, which answers queries of registers in place of the primary: postgres://user@host:port/name, with the password of DATABASE_URL unless it has its own. Who has written sees what it wrote: it is sent to the primary until the replica has that. Cases, mandates and mutations are always of the primary.',
      ),
    DATABASE_DIRECT_URL: settings
      .databaseUrl()
      .or(z.literal(''))
      .default('')
      .describe(
        'The PostgreSQL server itself, when DATABASE_URL leads through a pooler in transaction mode, such as PgBouncer; with the login of DATABASE_URL unless it has its own. Notifications, migrations and locks of sessions go there; the limits of statements are kept as settings of the role.',
      ),
    REPLICA_MAX_LAG_MS: z.coerce
      .number()
      .int()
      .min(200)
      .max(60_000)
      .default(2000)
      .describe('Milliseconds that the replica may be behind; while it is further behind, it is not asked.'),
    DATABASE_CONNECTIONS: settings.databaseConnections(),
    STATEMENT_TIMEOUT_MS: settings.statementTimeoutMs(),
    LOCK_TIMEOUT_MS: settings.lockTimeoutMs(),
    IDLE_IN_TRANSACTION_TIMEOUT_MS: settings.idleInTransactionTimeoutMs(),
    DATABASE_PATIENCE_MS: z.coerce
      .number()
      .int()
      .min(0)
      .max(600_000)
      .default(30_000)
      .describe(
        'Milliseconds that the process waits at its start for a database that cannot be reached or is recovering; then it ends. While it serves, requests fail at once when the database is away.',
      ),
    BODY_LIMIT_BYTES: settings.bodyLimitBytes(bodyLimitMib),
    GATEWAY_KEYS: z
      .string()
      .default('')
      .describe(
        'File of the public keys of the gateways whose requests are accepted (JSON Web Key Set, Ed25519). It is read again when it changes, so that keys can be replaced while the department runs.',
      ),
    UNSIGNED: z
      .enum(['refuse', 'allow'])
      .default('refuse')
      .describe(
        'Whether requests that no gateway has signed are refused or allowed. `allow` is for a department that runs alone: anyone who can reach it reads everything, with sensitive values masked. Without GATEWAY_KEYS the department starts only with `allow`.',
      ),
    CURSOR_KEY: z
      .string()
      .default('')
      .describe(
        'File of the key that cursors are encrypted with, shared by the processes of a department: 32 random bytes in base64url. A second line holds a former key, whose cursors are still read. The file is read again when it changes. Without it a department starts only when it runs alone (UNSIGNED=allow, no GATEWAY_KEYS, NODE_ENV other than production), and its cursors are worth nothing after a restart.',
      ),
    AGGREGATE_MINIMUM: z.coerce
      .number()
      .int()
      .min(1)
      .max(1000)
      .default(DEFAULT_MINIMUM)
      .describe(
        'Subjects from which a field with @aggregate is shown to callers who may not read what it is made from, unless the directive gives another number; counts are rounded to multiples of it.',
      ),
    REPLAY_MEMORY: redisStore().describe(
      'Where a department remembers for a minute and a half which assertions it has answered, so that none is sent again: memory, for one process, or redis://host:port, for several processes of the department together. While Redis is down, mutations are refused, and each process remembers reads for itself.',
    ),
    SCHEMA_READERS: z
      .string()
      .default('')
      .describe(
        'File of the public keys (a JSON Web Key, or a Set) that may read the schema with `_service` by a credential, as `--introspect` of `yiwang publish` does with the department’s own key. Gateways may read it in any case. Without this setting, anyone who can reach the department may read its schema. The file is read again when it changes.',
      ),
    // A gateway checks documents before it signs them, and batches several operations in one.
    ...documentLimitSettings({
      of: 'the query of a request that no gateway has signed',
      rootFields: 100,
      sameField: 100,
    }),
    ACCESS_LOG: z
      .string()
      .default('')
      .describe(
        'Folder of the department’s access log, to which each read of conditional data is written before it is answered, and of the seals of gateways. Each process needs its own folder, on a disk that outlives it. `off` serves conditional data without a log. Without it conditional data is refused.',
      ),
    ACCESS_LOG_DAYS: z.coerce
      .number()
      .int()
      .min(1)
      .max(36_500)
      .default(1100)
      .describe('How many days the department keeps its access log; older files are removed.'),
    AUDITOR_KEYS: z
      .string()
      .default('')
      .describe(
        'File of the public keys of the auditors who may read the access log of the department (JSON Web Key Set, Ed25519). It is read again when it changes. Without it, no auditor may read the log.',
      ),
    ...telemetrySettings,
    LOG_LEVEL: settings.logLevel(),
  });
}

export type ServiceSettings = z.infer<ReturnType<typeof serviceSettings>>;
