import { settings } from '@yiwang/config';
import { z } from 'zod';

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
    DATABASE_URL: settings.databaseUrl(),
    DATABASE_CONNECTIONS: settings.databaseConnections(),
    STATEMENT_TIMEOUT_MS: settings.statementTimeoutMs(),
    BODY_LIMIT_BYTES: settings.bodyLimitBytes(bodyLimitMib),
    LOG_LEVEL: settings.logLevel(),
  });
}

export type ServiceSettings = z.infer<ReturnType<typeof serviceSettings>>;
