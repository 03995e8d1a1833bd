import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Engine } from '@yiwang/engine';
import type { Logger } from '@yiwang/service/logging';
import { createFormatError } from './format-error.ts';
import { graphqlOverHttpStatus } from './graphql-over-http-status.ts';
import { noteOutcome, type OperationContext } from './note-outcome.ts';

/** Starts Apollo Server over the engine: it parses, validates, calls the engine and formats errors. */
export async function createApolloServer(
  engine: Engine,
  logger: Logger,
): Promise<ApolloServer<OperationContext>> {
  const apollo = new ApolloServer<OperationContext>({
    gateway: engine,
    logger,
    formatError: createFormatError((incident, err) => logger.error({ incident, err }, 'request failed')),
    // Production, whatever NODE_ENV says: development shows stack traces to clients.
    nodeEnv: 'production',
    includeStacktraceInErrorResponses: false,
    introspection: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    // The pipeline prevents it, for all transports.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    plugins: [graphqlOverHttpStatus, noteOutcome, ...NOTHING_CALLS_OUT],
  });
  await apollo.start();
  return apollo;
}

/** Plugins that would call out, switched off whatever the environment or the schema says. */
const NOTHING_CALLS_OUT: ApolloServerPlugin[] = [
  ApolloServerPluginUsageReportingDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginCacheControlDisabled(),
];
