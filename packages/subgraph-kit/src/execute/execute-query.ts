import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import { QueryPlan } from './query-plan.ts';
import { Run } from './run.ts';

/** So many errors of variables are told, as graphql-js does. */
const MOST_VARIABLE_ERRORS = 50;

/** Greater plans are not kept: graphql-js executes what is so unusual. */
const MOST_FIELDS = 5000;
const MOST_PLANS_A_DOCUMENT = 16;

interface Prepared {
  operation: OperationDefinitionNode;
  /** Of its `@skip` and `@include`. */
  variables: readonly string[];
  plans: Map<string, QueryPlan>;
}

/**
 * Makes a function with graphql-js's contract of `execute`, for documents that come again and again: what depends on the
 * document alone is worked out once. Data and errors with their places are graphql-js's own, but: after an
 * error has made an object null, no further error beneath it is told; the answer is given when all resolvers
 * have ended; and that a union does not have a type is told in other words.
 *
 * Mutations, and what is rare, go to graphql-js.
 */
export function createQueryExecutor(schema: GraphQLSchema) {
  const known = new WeakMap<DocumentNode, Map<string, Prepared | null>>();
  const isPlain = Object.values(schema.getTypeMap()).every((type) => !isObjectType(type) || !type.isTypeOf);

  function prepare(document: DocumentNode, operationName: string): Prepared | null {
    let byName = known.get(document);
    if (!byName) known.set(document, (byName = new Map()));
    let prepared = byName.get(operationName);
    if (prepared === undefined)
      byName.set(operationName, (prepared = prepareOperation(document, operationName)));
    return prepared;
  }

  return function executeQuery(args: ExecutionArgs): ExecutionResult | Promise<ExecutionResult> {
    const { document, operationName, contextValue, rootValue } = args;
    const prepared = isPlain ? prepare(document, operationName ?? '') : null;
    if (!prepared) return execute(args) as ReturnType<typeof executeQuery>;

    const coerced = getVariableValues(
      schema,
      prepared.operation.variableDefinitions ?? [],
      args.variableValues ?? {},
      {
        maxErrors: MOST_VARIABLE_ERRORS,
      },
    );
    if (coerced.errors) return { errors: coerced.errors };
    const plan = planFor(schema, document, prepared, coerced.coerced);
    if (!plan) return execute(args) as ReturnType<typeof executeQuery>;

    const run = new Run(plan, contextValue, rootValue, coerced.coerced);
    const data = {};
    run.root.container['data'] = data;
    for (const field of plan.rootFields) field.write(run, run.root, data, rootValue);
    return run.end();
  };
}

function prepareOperation(document: DocumentNode, operationName: string): Prepared | null {
  const operation = getOperationAST(document, operationName || undefined);
  if (operation?.operation !== OperationTypeNode.QUERY) return null;
  const variables = new Set<string>();
  let isPlain = true;
  visit(document, {
    // As a key of an object it would be no key.
    Field: ({ alias }) => void (isPlain &&= alias?.value !== '__proto__'),
    Directive: ({ arguments: given = [] }) => {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) variables.add(value.name.value);
    },
  });
  return isPlain ? { operation, variables: [...variables], plans: new Map() } : null;
}

function planFor(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operation, variables, plans }: Prepared,
  values: Record<string, unknown>,
): QueryPlan | null {
  const conditions = Object.fromEntries(variables.map((name) => [name, values[name]]));
  const name = variables.length === 0 ? '' : JSON.stringify(conditions);
  const plan = plans.get(name);
  if (plan) return plan.fieldCount > MOST_FIELDS ? null : plan;
  if (plans.size === MOST_PLANS_A_DOCUMENT) return null;
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const created = new QueryPlan(
    schema,
    operation,
    Object.fromEntries(
      (fragments as FragmentDefinitionNode[]).map((fragment) => [fragment.name.value, fragment]),
    ),
    conditions,
  );
  plans.set(name, created);
  return created;
}
