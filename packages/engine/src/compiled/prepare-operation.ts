import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import { Cancellation } from '../departments/cancellation.ts';
import type { TextAnswer } from '../graph.ts';
import { compileIntrospection } from './introspection.ts';
import { compilePlan, type PlanTools } from './plan/compile-plan.ts';
import type { PlannedOperation } from './planner/messages.ts';
import { refuseUnplanned } from './refuse-unplanned.ts';
import { innerKeyIn } from './response-keys.ts';
import { NOTHING, type Run } from './run.ts';
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
 * Compiles one operation of a validated document.
 *
 * @throws PublicError when the plan does not answer all of it
 */
export function prepareOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { plan, keys }: PlannedOperation,
  tools: PlanTools,
): PreparedOperation {
  const fragments = fragmentsOf(document);
  const shape = buildShape(schema, operation, fragments, innerKeyIn(keys));
  refuseUnplanned(shape, plan);
  const step = plan ? compilePlan(plan, tools) : NOTHING;
  const write = compileWriter(shape);
  const introspect = compileIntrospection(schema, operation, fragments);
  const translate = compileTranslation(keys, tools.standIns);

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
