import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import { isPublicError, PublicError } from '@yiwang/errors';
import { GraphQLError, print } from 'graphql';
import { Cancellation } from '../departments/cancellation.ts';
import type { EngineContext } from '../engine-options.ts';
import type { Graph, TextAnswer, TextRequest } from '../graph.ts';
import { mentionsDefer } from './defer/defer-directive.ts';
import { prepareDeferring } from './defer/prepare-deferring.ts';
import { prepareInParts } from './defer/prepare-in-parts.ts';
import { createDrawOverrides } from './draw-overrides.ts';
import { createOperationCache, type KnownOperation, type OperationCache } from './operation-cache.ts';
import type { FetchTools } from './plan/ask-department.ts';
import type { PlanTools } from './plan/compile-plan.ts';
import { createTypeTests } from './plan/type-tests.ts';
import { startPlanner } from './planner/planner.ts';
import type { PlanQuestion } from './planner/plan-question.ts';
import type { PlannerOptions, PlannerReports } from './planner/planner-options.ts';
import { prepareOperation } from './prepare-operation.ts';
import type { SharedAnswers, Start } from './share-answers.ts';
import type { Subscriptions } from './subscriptions.ts';
import { buildSchema } from './supergraph/build-schema.ts';
import { warmUp } from './warm-up.ts';

const NO_STREAM = new PublicError(
  'OPERATION_RESOLUTION_FAILURE',
  'A subscription is answered over WebSocket, or as text/event-stream.',
);

/** What the graphs of one engine share: a mutation on one supergraph ends before a read on the next. */
export interface GraphParts extends Pick<
  FetchTools,
  'ask' | 'post' | 'readEntities' | 'readLookups' | 'onFault'
> {
  planner: PlannerOptions;
  reports: PlannerReports;
  /** Labels of progressive `@override` that hold for every request. */
  overrideLabels: ReadonlySet<string>;
  subscriptions: Subscriptions;
  answers: SharedAnswers;
}

export interface CompiledGraph extends Graph {
  operations: OperationCache;
}

/**
 * A graph whose plans are compiled.
 *
 * @param before the graph whose place it takes: what was asked of it last is ready on the new one from the start
 * @param stopping aborts when the engine stops
 */
export async function buildCompiledGraph(
  supergraphSdl: string,
  before: CompiledGraph | null,
  { planner: options, reports, overrideLabels, subscriptions, answers, ...parts }: GraphParts,
  stopping: AbortSignal,
): Promise<CompiledGraph> {
  const planner = await startPlanner(supergraphSdl, options, reports, stopping);
  const { apiSdl, departments, possibleTypes, standIns, lookups, overrides, costs } = planner.facts;
  const draw = createDrawOverrides(overrides, overrideLabels, Math.random);
  const schema = await buildSchema(apiSdl).catch((error: unknown) => {
    planner.retire();
    throw error;
  });
  const tools: PlanTools = {
    departments: new Map(departments.map((department) => [department.name, department])),
    typesOf: createTypeTests(possibleTypes),
    standIns,
    ...parts,
    lookups: new Set(lookups),
  };
  const operations: OperationCache = createOperationCache(
    schema,
    async (question, document, operation, earlier) => {
      if (!question.isNumbered && mentionsDefer(document)) {
        return prepareDeferring(question, operations);
      }
      const planned = await planner.plan(question);
      if (question.isNumbered) return prepareInParts(schema, document, operation, planned, tools);
      const prepared = prepareOperation(schema, document, operation, planned, tools, earlier);
      if (earlier) reports.statistics.takenOver += 1;
      if (prepared === earlier) reports.statistics.keptCompiled += 1;
      return prepared;
    },
  );
  if (before && options.warmUpMs > 0) await warmUp(operations, before.operations, options.warmUpMs, stopping);

  /** Null when the variables do not fit, and for a subscription. */
  function run(
    { isQuery, isSubscription, prepared, coerce }: KnownOperation,
    { variables = {}, signal, inParts = false }: Pick<TextRequest, 'variables' | 'signal' | 'inParts'>,
  ): Promise<TextAnswer> | null {
    const conditions = isSubscription ? null : coerce(variables);
    if (!conditions) return null;
    // A mutation that was sent runs in the department whether anyone waits or not.
    if (!isQuery) return prepared.run({ variables, conditions, cancellation: undefined, inParts });
    if (prepared.isForOne) {
      return prepared.run({ variables, conditions, cancellation: Cancellation.of(signal), inParts });
    }
    const start: Start = (cancellation) => prepared.run({ variables, conditions, cancellation });
    return answers.ask(prepared, variables, signal, start);
  }

  function questionOf<Asked extends PlanQuestion>(asked: Asked): Asked | PlanQuestion {
    if (draw === null) return asked;
    const { query, operationName } = asked;
    return { query, operationName, overrides: draw(query) };
  }

  return {
    schema,
    costs,
    operations,
    answer(request) {
      const found = operations.find(questionOf(request));
      if (found instanceof Promise) return found.then((operation) => operation && run(operation, request));
      return found && run(found, request);
    },
    async subscribe(request) {
      const operation = await operations.find(questionOf(request));
      if (!operation?.prepared.events) return null;
      const { variables = {}, signal } = request;
      const conditions = operation.coerce(variables);
      if (!conditions) return null;
      return subscriptions.start(operation.prepared, operation.prepared.events, {
        variables,
        conditions,
        signal,
      });
    },
    async execute({ document, source, operation, request, context }): Promise<GatewayExecutionResult> {
      const question = questionOf({
        query: source ?? print(document),
        operationName: request.operationName,
      });
      const answer = await orExplain(async () => {
        const known = await operations.prepare(question, document, operation);
        if (known.isSubscription) throw NO_STREAM;
        // checkOperation has looked at the variables.
        return run(known, { variables: request.variables, signal: (context as EngineContext).signal })!;
      });
      if (isPublicError(answer)) return { errors: [answer] };
      const { data, errors } = answer;
      return {
        data: JSON.parse(data),
        ...(errors.length
          ? { errors: errors.map(({ message, ...rest }) => new GraphQLError(message, rest)) }
          : {}),
      };
    },
    retire: () => planner.retire(),
  };
}

async function orExplain<Value>(make: () => Promise<Value>): Promise<Value | PublicError> {
  try {
    return await make();
  } catch (error) {
    if (isPublicError(error)) return error;
    throw error;
  }
}
