import { z } from 'zod';
import { isDatabaseUrl } from './database-url.ts';

const NO_DATABASE_URL = 'must be a postgres:// URL of this department’s own database';

/** The settings that services share; each service composes its own object from these and its own. */
export const settings = {
  port: (fallback: number) =>
    z.coerce
      .number()
      .int()
      .min(0)
      .max(65535)
      .default(fallback)
      .describe('TCP port to listen on; 0 takes any free one.'),

  host: () =>
    z
      .string()
      .default('127.0.0.1')
      .describe('Address to listen on. The default is reachable from this machine only.'),

  drainMs: () =>
    z.coerce
      .number()
      .int()
      .min(0)
      .max(600_000)
      .default(0)
      .describe(
        'Milliseconds that the process still answers after it was told to stop, while `/ready` says no, so that a balancer sends new requests to others first. 0 for a process that is the only one.',
      ),

  databaseUrl: () =>
    z
      .string({ error: NO_DATABASE_URL })
      .refine(isDatabaseUrl, { error: NO_DATABASE_URL })
      .describe(
        'The department’s own PostgreSQL database: postgres://user:password@host:port/name. Several hosts, with commas between and ?target_session_attrs=primary, are asked in turn for the one that is the primary.',
      ),

  databasePasswordFile: () =>
    z
      .string()
      .default('')
      .describe(
        'File with the password for DATABASE_URL, as container platforms hand out secrets. It is read at the start.',
      ),

  databaseConnections: () =>
    z.coerce
      .number()
      .int()
      .min(1)
      .max(200)
      .default(8)
      .describe('Maximum number of open connections to the database.'),

  statementTimeoutMs: () =>
    z.coerce
      .number()
      .int()
      .min(100)
      .max(600_000)
      .default(10_000)
      .describe('Milliseconds after which PostgreSQL aborts one statement of a request.'),

  lockTimeoutMs: () =>
    z.coerce
      .number()
      .int()
      .min(100)
      .max(600_000)
      .default(5_000)
      .describe(
        'Milliseconds that a statement of a request may wait for a lock before PostgreSQL aborts it.',
      ),

  idleInTransactionTimeoutMs: () =>
    z.coerce
      .number()
      .int()
      .min(1_000)
      .max(600_000)
      .default(60_000)
      .describe(
        'Milliseconds after which PostgreSQL ends a session that has a transaction open and does nothing, so that a process that hangs does not hold its locks.',
      ),

  /** @param fallback MiB */
  bodyLimitBytes: (fallback = 1) =>
    z.coerce
      .number()
      .int()
      .min(1024)
      .max(64 * 1024 * 1024)
      .default(fallback * 1024 * 1024)
      .describe('Maximum size of a request body, in bytes; above it the answer is 413 REQUEST_TOO_LARGE.'),

  logLevel: () =>
    z
      .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
      .default('info')
      .describe('Least severe level that is logged.'),
};
