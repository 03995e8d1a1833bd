import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import { isPublicError, PublicError } from '@yiwang/errors';
import { GraphQLError, print } from 'graphql';
import { createAccess } from '../access/access.ts';
import { guardOf, questionFor } from '../access/guard.ts';
import { createJudge } from '../access/judge.ts';
import type { Refusals } from '../access/refusal-errors.ts';
import type { SettledAccess } from '../access/settle-access.ts';
import type { Caller } from '../caller.ts';
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
import { type Planned, startPlanner } from './planner/planner.ts';
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
  'ask' | 'post' | 'readEntities' | 'readRoots' | 'onFault'
> {
  planner: PlannerOptions;
  reports: PlannerReports;
  /** Labels of progressive `@override` that hold for every request. */
  overrideLabels: ReadonlySet<string>;
  subscriptions: Subscriptions;
  answers: SharedAnswers;
}

const NOTHING_PLANNED: Planned = {
  planned: { events: null, plan: null, keys: { innerKeys: {}, clientKeys: {} } },
  planHash: '',
  planCharacters: 0,
};

type Asking = Pick<TextRequest, 'variables' | 'signal' | 'inParts' | 'caller'>;

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
  const access = createAccess(planner.facts.access);
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
  const judge = access && createJudge(access, schema);
  const operations: OperationCache = createOperationCache(
    schema,
    async (question, document, operation, earlier) => {
      if (!question.isNumbered && mentionsDefer(document)) {
        return prepareDeferring(question, operations);
      }
      const guard = guardOf(access, schema, document, operation, question.refused);
      const asked = { document, operation, ...guard?.settled };
      const planned = guard ? await planGuarded(question, guard.settled) : await planner.plan(question);
      if (question.isNumbered) {
        return prepareInParts(schema, asked.document, asked.operation, planned, tools, guard);
      }
      const prepared = prepareOperation(
        schema,
        asked.document,
        asked.operation,
        planned,
        tools,
        earlier,
        guard,
      );
      if (earlier) reports.statistics.takenOver += 1;
      if (prepared === earlier) reports.statistics.keptCompiled += 1;
      return prepared;
    },
  );
  if (before && options.warmUpMs > 0) await warmUp(operations, before.operations, options.warmUpMs, stopping);

  /** Where everything is refused, nobody has to be asked. */
  function planGuarded(question: PlanQuestion, settled: SettledAccess): Promise<Planned> | Planned {
    return settled.asksForAnything ? planner.plan(questionFor(question, settled)) : NOTHING_PLANNED;
  }

  /** Null when the variables do not fit, and for a subscription. */
  function run(
    { isQuery, isSubscription, prepared, coerce }: KnownOperation,
    { variables = {}, signal, inParts = false, caller }: Asking,
    refusals: Refusals | undefined,
  ): Promise<TextAnswer> | null {
    const conditions = isSubscription ? null : coerce(variables);
    if (!conditions) return null;
    // A mutation that was sent runs in the department whether anyone waits or not.
    if (!isQuery)
      return prepared.run({ variables, conditions, cancellation: undefined, inParts, caller, refusals });
    if (prepared.isForOne) {
      const cancellation = Cancellation.of(signal);
      return prepared.run({ variables, conditions, cancellation, inParts, caller, refusals });
    }
    const start: Start = (cancellation) =>
      prepared.run({ variables, conditions, cancellation, caller, refusals });
    return answers.ask(prepared, variables, caller?.key, signal, start);
  }

  function questionOf<Asked extends PlanQuestion>(asked: Asked): Asked | PlanQuestion {
    if (draw === null) return asked;
    const { query, operationName } = asked;
    return { query, operationName, overrides: draw(query) };
  }

  /** Undefined when nothing is refused. */
  function refusalsOf({ query, operationName }: PlanQuestion, caller: Caller): Refusals | undefined {
    return judge?.(query, operationName, caller);
  }

  /** What is to be planned when something is refused. */
  function questionWithout(refusals: Refusals, { query, operationName }: PlanQuestion): PlanQuestion {
    return { ...questionOf({ query, operationName }), refused: [...refusals.keys()] };
  }

  return {
    schema,
    costs,
    operations,
    answer(request) {
      const refusals = request.caller && refusalsOf(request, request.caller);
      const found = operations.find(refusals ? questionWithout(refusals, request) : questionOf(request));
      if (found instanceof Promise) {
        return found.then((operation) => operation && run(operation, request, refusals));
      }
      return found && run(found, request, refusals);
    },
    async subscribe(request) {
      const { variables = {}, signal, caller } = request;
      const refusals = caller && refusalsOf(request, caller);
      const question = refusals ? questionWithout(refusals, request) : questionOf(request);
      const operation = await operations.find(question);
      if (!operation?.isSubscription) return null;
      const { prepared, coerce } = operation;
      const conditions = coerce(variables);
      if (!conditions) return null;
      if (!prepared.events) return refuseSubscription(refusals);
      return subscriptions.start(prepared, prepared.events, {
        variables,
        conditions,
        signal,
        caller,
        refusals,
      });
    },
    async execute({ document, source, operation, request, context }): Promise<GatewayExecutionResult> {
      const { signal, caller, onReads } = context as EngineContext;
      const asked = { query: source ?? print(document), operationName: request.operationName };
      const answer = await orExplain(async () => {
        const refusals = caller && refusalsOf(asked, caller);
        const question = refusals ? questionWithout(refusals, asked) : questionOf(asked);
        const known = await operations.prepare(question, document, operation);
        if (known.isSubscription) throw NO_STREAM;
        // checkOperation has looked at the variables.
        return run(known, { variables: request.variables, signal, caller }, refusals)!;
      });
      if (isPublicError(answer)) return { errors: [answer] };
      const { data, errors, reads } = answer;
      if (reads) onReads?.(reads);
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

/** @throws PublicError with what refuses its field */
function refuseSubscription(refusals: Refusals | undefined): null {
  const [refusal] = refusals?.values() ?? [];
  if (!refusal) return null;
  throw new PublicError(refusal.code, refusal.message, { details: refusal.extensions });
}

async function orExplain<Value>(make: () => Promise<Value>): Promise<Value | PublicError> {
  try {
    return await make();
  } catch (error) {
    if (isPublicError(error)) return error;
    throw error;
  }
}
