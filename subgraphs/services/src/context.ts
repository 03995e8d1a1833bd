import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { createCertificateSources } from './certificates/certificate-sources.ts';
import { createVerifyContent, type VerifyContent } from './certificates/verify-content.ts';
import { type ServicesConfig, servicesSettings } from './config.ts';
import { type Loaders, prepareLoaders } from './loaders.ts';

/** What resolvers can reach: loaders, and so no database handle. */
export interface Context {
  loaders: Loaders;
  verifyContent: VerifyContent;
}

type Config = Pick<ServicesConfig, keyof typeof servicesSettings.shape>;

/**
 * Prepares the statements once; the function it returns makes one request's context.
 *
 * @param config without it, as in tests, no gateway is asked
 */
export function createContextFactory(
  db: PostgresJsDatabase,
  _sql: Sql,
  config: Config = servicesSettings.parse({}),
): () => Context & Record<string, unknown> {
  const createLoaders = prepareLoaders(db);
  const now = () => new Date();
  const verifyContent = createVerifyContent(createCertificateSources(config.GATEWAY_URL, config, now), now);
  return () => ({ loaders: createLoaders(), verifyContent });
}
