import { settings } from '@yiwang/config';
import { redisStore } from '@yiwang/redis';
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
    GATEWAY_KEYS: z
      .string()
      .default('')
      .describe(
        'File of the public keys of the gateways that may ask (JSON Web Key Set, Ed25519). Read again when it is changed, so that keys can be replaced while the department runs.',
      ),
    UNSIGNED: z
      .enum(['refuse', 'allow'])
      .default('refuse')
      .describe(
        'What becomes of requests that no gateway has signed. `allow` is for a department that runs alone: whoever reaches it reads everything, sensitive values masked. Without GATEWAY_KEYS nothing but `allow` starts.',
      ),
    REPLAY_MEMORY: redisStore().describe(
      'Where a department remembers for a minute and a half which mutations it has carried out, so that none is sent again: memory, for one process, or redis://host:port, for several processes of the department together. While Redis is down, mutations are refused.',
    ),
    LOG_LEVEL: settings.logLevel(),
  });
}

export type ServiceSettings = z.infer<ReturnType<typeof serviceSettings>>;
