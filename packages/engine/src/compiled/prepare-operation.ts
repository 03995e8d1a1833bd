import { operationFromDocument } from '@apollo/federation-internals';
import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';
import { Cancellation } from '../departments/cancellation.ts';
import type { TextAnswer } from '../graph.ts';
import { compileIntrospection } from './introspection.ts';
import type { FetchTools } from './plan/ask-department.ts';
import { compilePlan } from './plan/compile-plan.ts';
import { restoreStandIns } from './plan/restore-stand-ins.ts';
import type { LoadedSupergraph } from './read-supergraph.ts';
import { refuseUnplanned } from './refuse-unplanned.ts';
import { separateKeys } from './response-keys.ts';
import { NOTHING, type Run } from './run.ts';
import { settleConditions } from './settle-conditions.ts';
import { buildShape } from './shape/build-shape.ts';
import type { Fragments } from './shape/collect-fields.ts';
import { compileWriter } from './shape/compile-writer.ts';
import { explainNulls } from './shape/explain-nulls.ts';
import { compileTranslation } from './translate-errors.ts';

const NOTHING_READY: ReadonlyMap<string, string> = new Map();

/** An operation that is planned and compiled, and can run any number of times. */
export interface PreparedOperation {
  run(request: OperationRequest): Promise<TextAnswer>;
}

export interface OperationRequest {
  /** As the client sent them. */
  variables: Readonly<Record<string, unknown>>;
  /** With their defaults. */
  conditions: Readonly<Record<string, unknown>>;
  signal: AbortSignal | undefined;
}

/**
 * Plans and compiles one operation of a validated document.
 *
 * @throws PublicError when the departments cannot answer it together
 */
export function prepareOperation(
  supergraph: LoadedSupergraph,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  tools: FetchTools,
): PreparedOperation {
  const fragments = fragmentsOf(document);
  const keys = separateKeys(settleConditions(document), supergraph.plannedNames);
  const { node } = supergraph.planner.buildQueryPlan(
    operationFromDocument(supergraph.apiSchema, keys.document, {
      operationName: operation.name?.value,
      validate: false,
    }),
  );
  if (node?.kind === 'Subscription') throw new Error('A subscription cannot run as a query.');
  const plan = node ? restoreStandIns(node, supergraph.standIns) : null;
  const shape = buildShape(supergraph.schema, operation, fragments, keys.innerKey);
  refuseUnplanned(shape, plan);
  const step = plan ? compilePlan(plan, { ...tools, departments: supergraph.departments }) : NOTHING;
  const write = compileWriter(shape);
  const introspect = compileIntrospection(supergraph.schema, operation, fragments);
  const translate = compileTranslation(keys, supergraph.standIns);

  return {
    async run({ variables, conditions, signal }) {
      const run: Run = {
        data: {},
        errors: [],
        written: new Map(),
        variables,
        conditions,
        cancellation: Cancellation.of(signal),
      };
      await step(run);

      const introspected = introspect?.(variables);
      const notes = { broken: false, ready: introspected?.ready ?? NOTHING_READY };
      const data = write(run.data, conditions, notes);
      const errors = translate(run.errors);
      if (notes.broken) errors.push(...explainNulls(shape, run.data, conditions, errors));
      if (introspected) errors.push(...introspected.errors.map((error) => error.toJSON()));
      return { data: data ?? 'null', errors };
    },
  };
}

function fragmentsOf({ definitions }: DocumentNode): Fragments {
  return Object.fromEntries(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}
