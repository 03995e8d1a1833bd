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
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Access } from '../access/access.ts';
import { compileReads } from '../access/find-reads.ts';
import { type Guard, guardOf } from '../access/guard.ts';
import { createJudge } from '../access/judge.ts';
import { compileRefusalErrors, type Refusals } from '../access/refusal-errors.ts';
import { createVoucher, NO_READS, type ReadsByDepartment } from '../access/voucher.ts';
import { createHolds } from '../compiled/defer/create-holds.ts';
import { isIntrospection } from '../compiled/introspection.ts';
import { keyOf, type PlanQuestion } from '../compiled/planner/plan-question.ts';
import { innerKeyIn, separateKeys } from '../compiled/response-keys.ts';
import type { Json } from '../compiled/run.ts';
import { buildShape } from '../compiled/shape/build-shape.ts';
import { fragmentsOf } from '../compiled/shape/collect-fields.ts';
import { compileWriter } from '../compiled/shape/compile-writer.ts';
import { writeText } from '../compiled/shape/write-json.ts';
import type { ObjectShape } from '../compiled/shape/shape.ts';
import { compileTranslation } from '../compiled/translate-errors.ts';
import type { EngineContext } from '../engine-options.ts';
import type { Graph } from '../graph.ts';
import type { VouchedContext } from './department-source.ts';

type Execute = Graph['execute'];

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
/** Operations whose guarded form is kept. */
const MOST_OPERATIONS = 500;

/** An operation that meets rules, as the stock gateway is asked for it, and how its result becomes the answer. */
interface GuardedOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  reads: ReadsByDepartment;
  asksForAnything: boolean;
  answer(
    result: GatewayExecutionResult,
    conditions: Json,
    refusals: Refusals,
    context: EngineContext,
  ): GatewayExecutionResult;
}

const NONE_REFUSED: Refusals = new Map();

/**
 * Execution by the stock gateway that refuses what the caller may not read: it is taken out of the document before, and
 * put back as null after.
 *
 * @param access null for a supergraph that keeps nothing back
 * @param plannedNames see separateKeys
 */
export function guardExecution(
  access: Access | null,
  schema: GraphQLSchema,
  plannedNames: ReadonlySet<string>,
  execute: Execute,
): Execute {
  const judge = access && createJudge(access, schema);
  const known = new LRUCache<string, { guarded: GuardedOperation | null }>({ max: MOST_OPERATIONS });

  function prepare(question: PlanQuestion, document: DocumentNode, operation: OperationDefinitionNode) {
    const key = keyOf(question);
    let found = known.get(key);
    if (!found) {
      const guard = guardOf(access, schema, document, operation, question.refused);
      found = { guarded: guard && compileGuarded(guard, schema, plannedNames, question.operationName) };
      known.set(key, found);
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
    const refusals = judge?.(query, operationName, caller) ?? NONE_REFUSED;
    const refused = [...refusals.keys()];
    const guarded = prepare({ query, operationName, refused }, document, operation);
    const voucher = createVoucher(caller, guarded?.reads ?? NO_READS);
    const vouched: VouchedContext = { ...context, voucher };
    if (!guarded) return execute({ ...request, context: vouched });

    const variables = request.request.variables ?? {};
    // checkOperation has looked at the variables.
    const conditions = getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced!;
    const asked: GatewayGraphQLRequestContext = {
      ...request,
      document: guarded.document,
      operation: guarded.operation,
      source: print(guarded.document),
      // Plans are kept by it.
      queryHash: `${queryHash} ${refused.join(' ')}`,
      context: vouched,
    };
    const result = guarded.asksForAnything ? await execute(asked) : { data: {} };
    return guarded.answer(result, conditions, refusals, context);
  };
}

function compileGuarded(
  { access, settled }: NonNullable<Guard>,
  schema: GraphQLSchema,
  plannedNames: ReadonlySet<string>,
  operationName: string | undefined,
): GuardedOperation {
  const { document, keys } = separateKeys(withTypes(settled.planned), plannedNames);
  const fragments = fragmentsOf(settled.document);
  const shape = buildShape(schema, settled.operation, fragments, innerKeyIn(keys), settled.refused);
  const write = compileWriter(shape);
  const translate = compileTranslation(keys, { calls: new Map() });
  const findReads = compileReads(shape, access);
  const tellRefusals = compileRefusalErrors(shape);
  const holdsIn = createHolds();

  return {
    document,
    operation: getOperationAST(document, operationName)!,
    reads: readsByHolder(settled.conditional, access),
    asksForAnything: settled.asksForAnything,
    answer({ data, errors = [] }, conditions, refusals, { onReads }) {
      const object = (data ?? {}) as Json;
      const holds = holdsIn(conditions);
      const reads = findReads?.(object, holds);
      if (reads) onReads?.(reads);
      const notes = { broken: false, ready: introspectionOf(shape, object) };
      const text = data ? writeText(write, object, conditions, notes) : null;
      const told = errors.map((error) => translated(error, translate([error])[0]!.path));
      const refused = (tellRefusals?.(object, holds, refusals) ?? []).map(
        ({ message, ...rest }) => new GraphQLError(message, rest),
      );
      const all = [...told, ...refused];
      return { data: text === null ? null : JSON.parse(text), ...(all.length > 0 ? { errors: all } : {}) };
    },
  };
}

function translated(error: GraphQLError, path: GraphQLError['path']): GraphQLError {
  const { message, extensions, originalError } = error;
  return path === error.path ? error : new GraphQLError(message, { path, extensions, originalError });
}

/** With the type of every object, which decides what is asked of it. */
function withTypes(document: DocumentNode): DocumentNode {
  return visit(document, {
    // What the schema says of itself has types of its own.
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

/** The plan is out of sight: each department that has a field may be asked for it. */
function readsByHolder(coordinates: readonly string[], { facts }: Access): ReadsByDepartment {
  const reads = new Map<string, string[]>();
  for (const coordinate of coordinates) {
    for (const department of facts.holders.get(coordinate) ?? []) {
      reads.set(department, [...(reads.get(department) ?? []), coordinate]);
    }
  }
  return reads;
}

/** What the schema says of itself, as JSON by response name. */
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
