import { ApolloServer } from '@apollo/server';
import { composeSupergraph } from '@yiwang/composition';
import type { SmallDepartment } from '@yiwang/testing/small-graph';
import type { FormattedExecutionResult } from 'graphql';
import {
  createApolloEngine,
  createCompiledEngine,
  type SubgraphFault,
  type Engine,
  type EngineContext,
  type EngineOptions,
} from '../../src/index.ts';

/** Long enough for a department on a busy machine. */
export const TIMEOUT_MS = 1_500;
export const ANSWER_LIMIT_BYTES = 200_000;

export interface ServedEngine extends AsyncDisposable {
  engine: Engine;
  /** What the engine reported, as it would be logged. */
  faults: SubgraphFault[];
  ask(
    query: string,
    variables?: Record<string, unknown>,
    context?: EngineContext,
    operationName?: string,
  ): Promise<FormattedExecutionResult>;
}

/** An engine behind Apollo Server, as the gateway runs it, without HTTP in front. */
export async function serveEngine(
  departments: readonly SmallDepartment[],
  create = process.env['ENGINE'] === 'apollo' ? createApolloEngine : createCompiledEngine,
  options: Partial<EngineOptions> = {},
): Promise<ServedEngine> {
  const faults: SubgraphFault[] = [];
  const engine = await create({
    supergraphSdl: supergraphOf(departments),
    timeoutMs: TIMEOUT_MS,
    answerLimitBytes: ANSWER_LIMIT_BYTES,
    connections: 10,
    onSubgraphFault: (fault) => faults.push(fault),
    ...options,
  });
  const server = new ApolloServer<EngineContext>({
    gateway: engine,
    includeStacktraceInErrorResponses: true,
  });
  await server.start();

  return {
    engine,
    faults,
    async ask(query, variables = {}, contextValue = {}, operationName) {
      const request = { query, variables, ...(operationName ? { operationName } : {}) };
      const { body } = await server.executeOperation(request, { contextValue });
      if (body.kind !== 'single') throw new Error('Expected a single result.');
      // Through JSON, as a client sees it.
      return JSON.parse(JSON.stringify(body.singleResult));
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };
}

export function supergraphOf(departments: readonly { name: string; url: string; sdl: string }[]): string {
  return composeSupergraph(departments).supergraphSdl;
}
