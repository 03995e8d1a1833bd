import type { GatewayExecutionResult, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  print,
  visit,
  OperationTypeNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Access } from '../authorization/access.ts';
import { compileReads } from '../authorization/find-reads.ts';
import { type Guard, guardOf } from '../authorization/filter-unauthorized-fields.ts';
import { createAuthorize } from '../authorization/authorize-operation.ts';
import { compileDenialErrors, type Denials } from '../authorization/denial-errors.ts';
import { createAssertionProvider, NO_READS, type ReadsBySubgraph } from '../core/assertion-provider.ts';
import { createHolds } from '../core/condition.ts';
import { isIntrospection } from '../response-shape/introspection.ts';
import { planRequestKey, type PlanRequest } from '../core/plan-request.ts';
import { innerKeyIn, separateKeys, compileTranslation } from '../planning/alias-conflicts.ts';
import type { Json } from '../core/run.ts';
import { buildShape } from '../response-shape/build-shape.ts';
import { fragmentsOf } from '../response-shape/collect-fields.ts';
import { compileWriter } from '../response/compile-writer.ts';
import { writeText } from '../response/write-json.ts';
import type { ObjectShape } from '../response-shape/shape.ts';
import type { EngineContext } from '../core/engine-options.ts';
import type { Graph } from '../core/graph.ts';
import type { AssertedContext } from './subgraph-source.ts';

type Execute = Graph['execute'];

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
/** Maximum number of cached operations. */
const MAX_OPERATIONS = 500;

/** An operation that meets rules: as the stock gateway gets it, and how its result becomes the answer. */
interface GuardedOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  reads: ReadsBySubgraph;
  asksForAnything: boolean;
  answer(
    result: GatewayExecutionResult,
    conditions: Json,
    denials: Denials,
    context: EngineContext,
  ): GatewayExecutionResult;
}

const NO_DENIALS: Denials = new Map();

/**
 * Wraps execution by the stock gateway so that it denies what the caller may not read: it is removed from the
 * document before, and added as null afterwards.
 *
 * @param access null for a supergraph without restrictions
 * @param plannedNames see separateKeys
 */
export function guardExecution(
  access: Access | null,
  schema: GraphQLSchema,
  plannedNames: ReadonlySet<string>,
  execute: Execute,
): Execute {
  const authorize = access && createAuthorize(access, schema);
  const cached = new LRUCache<string, { guarded: GuardedOperation | null }>({ max: MAX_OPERATIONS });

  function prepare(planRequest: PlanRequest, document: DocumentNode, operation: OperationDefinitionNode) {
    const key = planRequestKey(planRequest);
    let found = cached.get(key);
    if (!found) {
      const guard = guardOf(access, schema, document, operation, planRequest);
      found = { guarded: guard && compileGuarded(guard, schema, plannedNames, planRequest.operationName) };
      cached.set(key, found);
    }
    return found.guarded;
  }

  return async (request) => {
    const context = request.context as EngineContext;
    const { caller } = context;
    if (!caller) return execute(request);
    const { document, operation, queryHash } = request;
    const { operationName } = request.request;
    const query = request.source ?? print(document);
    const variables = request.request.variables ?? {};
    const { denials = NO_DENIALS, given = [] } = authorize?.(query, operationName, variables, caller) ?? {};
    const denied = [...denials.keys()];
    const guarded = prepare({ query, operationName, denied, given }, document, operation);
    const assertionProvider = createAssertionProvider(
      caller,
      guarded?.reads ?? NO_READS,
      operation.operation === OperationTypeNode.MUTATION,
    );
    const asserted: AssertedContext = { ...context, assertionProvider };
    if (!guarded) return execute({ ...request, context: asserted });

    // checkOperation has validated the variables.
    const conditions = getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced!;
    const asked: GatewayGraphQLRequestContext = {
      ...request,
      document: guarded.document,
      operation: guarded.operation,
      source: print(guarded.document),
      // The stock gateway caches plans by it.
      queryHash: `${queryHash} ${[...denied, '', ...given].join('\n')}`,
      context: asserted,
    };
    const result = guarded.asksForAnything ? await execute(asked) : { data: {} };
    return guarded.answer(result, conditions, denials, context);
  };
}

function compileGuarded(
  { access, filtered }: NonNullable<Guard>,
  schema: GraphQLSchema,
  plannedNames: ReadonlySet<string>,
  operationName: string | undefined,
): GuardedOperation {
  const { document, keys } = separateKeys(withTypes(filtered.planned), plannedNames);
  const fragments = fragmentsOf(filtered.document);
  const shape = buildShape(schema, filtered.operation, fragments, innerKeyIn(keys), filtered);
  const write = compileWriter(shape);
  const translate = compileTranslation(keys, { calls: new Map() });
  const findReads = compileReads(shape, access, filtered.existing);
  const writeDenialErrors = compileDenialErrors(shape);
  const holdsFor = createHolds();

  return {
    document,
    operation: getOperationAST(document, operationName)!,
    reads: readsByHolder(new Set([...filtered.conditional, ...filtered.knowable]), access),
    asksForAnything: filtered.asksForAnything,
    answer({ data, errors = [] }, conditions, denials, { onReads }) {
      const object = (data ?? {}) as Json;
      const holds = holdsFor(conditions);
      const reads = findReads?.(object, holds);
      if (reads) onReads?.(reads);
      const notes = { broken: false, ready: introspectionOf(shape, object) };
      const text = data ? writeText(write, object, conditions, notes) : null;
      const translatedErrors = errors.map((error) => translated(error, translate([error])[0]!.path));
      const denied = (writeDenialErrors?.(object, holds, denials) ?? []).map(
        ({ message, ...rest }) => new GraphQLError(message, rest),
      );
      const all = [...translatedErrors, ...denied];
      return { data: text === null ? null : JSON.parse(text), ...(all.length > 0 ? { errors: all } : {}) };
    },
  };
}

function translated(error: GraphQLError, path: GraphQLError['path']): GraphQLError {
  const { message, extensions, originalError } = error;
  return path === error.path ? error : new GraphQLError(message, { path, extensions, originalError });
}

/** Adds the type of every object, which decides what is selected on it. */
function withTypes(document: DocumentNode): DocumentNode {
  return visit(document, {
    // Introspection has its own types.
    FragmentDefinition: ({ typeCondition }) =>
      typeCondition.name.value.startsWith('__') ? false : undefined,
    Field: {
      enter: ({ name }) => (isIntrospection(name.value) ? false : undefined),
      leave: (field) => {
        const { selectionSet } = field;
        if (!selectionSet || isIntrospection(field.name.value)) return undefined;
        return {
          ...field,
          selectionSet: { ...selectionSet, selections: [...selectionSet.selections, TYPENAME] },
        };
      },
    },
  });
}

/**
 * Returns the conditional reads by subgraph. The plan is not visible here, so each subgraph that has a field
 * counts.
 */
function readsByHolder(coordinates: ReadonlySet<string>, { facts }: Access): ReadsBySubgraph {
  const reads = new Map<string, string[]>();
  for (const coordinate of [...coordinates].sort()) {
    for (const subgraph of facts.holders.get(coordinate) ?? []) {
      reads.set(subgraph, [...(reads.get(subgraph) ?? []), coordinate]);
    }
  }
  return reads;
}

/** Returns introspection as JSON by response name. */
function introspectionOf({ onlyType, fieldsByType }: ObjectShape, data: Json): ReadonlyMap<string, string> {
  const fields = onlyType === null ? [] : fieldsByType.get(onlyType)!;
  return new Map(
    fields.flatMap(({ key, source, slot }) =>
      slot.shape.kind === 'ready' && Object.hasOwn(data, source)
        ? [[key, JSON.stringify(data[source])] as const]
        : [],
    ),
  );
}
