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
import { Execution } from './execution.ts';

/** The most errors of variables that are reported, as in graphql-js. */
const MAX_VARIABLE_ERRORS = 50;

/** The most fields of a cached plan. graphql-js executes larger operations, which are unusual. */
const MAX_FIELDS = 5000;
const MAX_PLANS_PER_DOCUMENT = 16;

interface Prepared {
  operation: OperationDefinitionNode;
  /** Names of the variables of `@skip` and `@include`. */
  variables: readonly string[];
  plans: Map<string, QueryPlan>;
}

/**
 * Creates a function with the contract of graphql-js's `execute`, for documents that are executed many times: what depends on
 * the document alone is computed once. Data, errors and their paths are those of graphql-js, with three exceptions: after an
 * error has made an object null, no further error beneath it is reported; the function returns when all resolvers have ended;
 * and the message for a type that a union does not have differs.
 *
 * graphql-js executes mutations and unusual documents.
 */
export function createQueryExecutor(schema: GraphQLSchema) {
  const preparedByDocument = new WeakMap<DocumentNode, Map<string, Prepared | null>>();
  const isPlain = Object.values(schema.getTypeMap()).every((type) => !isObjectType(type) || !type.isTypeOf);

  function prepare(document: DocumentNode, operationName: string): Prepared | null {
    let byName = preparedByDocument.get(document);
    if (!byName) preparedByDocument.set(document, (byName = new Map()));
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
        maxErrors: MAX_VARIABLE_ERRORS,
      },
    );
    if (coerced.errors) return { errors: coerced.errors };
    const plan = planFor(schema, document, prepared, coerced.coerced);
    if (!plan) return execute(args) as ReturnType<typeof executeQuery>;

    const execution = new Execution(plan, contextValue, rootValue, coerced.coerced);
    const data = {};
    execution.root.container['data'] = data;
    for (const field of plan.rootFields) field.write(execution, execution.root, data, rootValue);
    return execution.end();
  };
}

function prepareOperation(document: DocumentNode, operationName: string): Prepared | null {
  const operation = getOperationAST(document, operationName || undefined);
  if (operation?.operation !== OperationTypeNode.QUERY) return null;
  const variables = new Set<string>();
  let isPlain = true;
  visit(document, {
    // An object would take it as its prototype.
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
  if (plan) return plan.fieldCount > MAX_FIELDS ? null : plan;
  if (plans.size === MAX_PLANS_PER_DOCUMENT) return null;
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
