import {
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { compileReads } from '../authorization/find-reads.ts';
import type { Guard } from '../authorization/filter-unauthorized-fields.ts';
import { readsBySubgraph } from '../authorization/reads-by-subgraph.ts';
import { compileDenialErrors } from '../authorization/denial-errors.ts';
import { NO_READS } from '../core/assertion-provider.ts';
import { Cancellation } from '../core/cancellation.ts';
import type { TextAnswer } from '../core/graph.ts';
import { compileIntrospection } from '../response-shape/introspection.ts';
import { compilePlan, type PlanTools } from '../execution/compile-plan.ts';
import type { Planned } from '../planning/planner.ts';
import type { OperationRequest, PreparedOperation } from '../prepared-operation/prepare-operation.ts';
import { refuseUnplanned } from '../prepared-operation/refuse-unplanned.ts';
import { innerKeyIn, compileTranslation } from '../planning/alias-conflicts.ts';
import { createRun, NOTHING } from '../core/run.ts';
import { buildShape } from '../response-shape/build-shape.ts';
import { fragmentsOf } from '../response-shape/collect-fields.ts';
import { compileWriter } from '../response/compile-writer.ts';
import type { ObjectShape } from '../response-shape/shape.ts';
import { createHolds } from '../core/condition.ts';
import { deliver, type PendingPart, LaterRun } from './deliver.ts';
import type { OwningField } from '../response-shape/owning-fields.ts';
import { type Errors, type WriteContext, writeObjects } from './write-objects.ts';

const NOTHING_READY: ReadonlyMap<string, string> = new Map();

/**
 * Compiles an operation with deferred parts, see normalizeDefers. The answer itself is written as soon as its own
 * fetches are merged, and each deferred part once its fetches are merged too. All of them share one tree.
 *
 * @throws PublicError when the plan does not answer all of it
 */
export function prepareInParts(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { planned: { plan, keys }, planCharacters }: Planned,
  tools: PlanTools,
  guard: Guard,
): PreparedOperation {
  const fragments = fragmentsOf(document);
  const shape = buildShape(schema, operation, fragments, innerKeyIn(keys), guard?.filtered);
  refuseUnplanned(shape, plan);
  const step = plan ? compilePlan(plan, tools) : NOTHING;
  const introspect = compileIntrospection(schema, operation, fragments);
  const translate = compileTranslation(keys, tools.placeholders);
  const holdsFor = createHolds();
  const writerOf = createMemory(compileWriter);
  const denialErrorsOf = createMemory(compileDenialErrors);
  const findReadsOf = createMemory((of) => guard && compileReads(of, guard.access, guard.filtered.existing));
  const reads = guard ? readsBySubgraph(plan, guard) : NO_READS;
  const facts = { reads, isMutation: operation.operation === OperationTypeNode.MUTATION };

  return {
    isForOne: true,
    subgraphs: new Map(),
    reads,
    caching: null,
    planCharacters,
    fingerprint: null,
    events: null,
    async run(request: OperationRequest): Promise<TextAnswer> {
      const { variables, conditions, cancellation, labels, caller, denials } = request;
      // Separate, because a mutation runs to its end, but its deferred parts are only read.
      const laterCancellation = new Cancellation();
      cancellation?.listen(() => laterCancellation.cancel());
      const later = new LaterRun(laterCancellation);
      const run = createRun(request, facts, later);
      await step(run);

      const introspected = introspect?.(variables);
      const ready = introspected?.ready ?? NOTHING_READY;
      const holds = holdsFor(conditions);
      const context: WriteContext = {
        conditions,
        holds,
        ready,
        writerOf,
        translate,
        denialsOf: (of, object) => (denials && denialErrorsOf(of)?.(object, holds, denials)) ?? [],
        readsOf: (target) => caller && findReadsOf(target.shape)?.(target.object, holds, target.around),
      };
      const root = { shape, object: run.data, path: [], innerPath: [], around: null };
      const [answer] = writeObjects([root], run.errors, [], context);
      const { data, errors, owningFields, reads: found } = answer!;
      const read = found && { reads: found };
      if (introspected) errors.push(...introspected.errors.map((error) => error.toJSON()));
      if (owningFields.length === 0) return { data, errors, ...read };
      const pending = pendingParts(owningFields, run.errors, { later, context, labels: labels!, count: 0 });
      return {
        data,
        errors,
        ...read,
        pending: pending.flatMap(({ announced }) => announced),
        later: deliver(pending, later, () => laterCancellation.cancel()),
      };
    },
  };
}

/** Caches what belongs to a shape; it is made on first use. */
function createMemory<Made>(make: (shape: ObjectShape) => Made): (shape: ObjectShape) => Made {
  const cached = new Map<ObjectShape, Made>();
  return (shape) => {
    if (!cached.has(shape)) cached.set(shape, make(shape));
    return cached.get(shape)!;
  };
}

/** What the parts of one execution share. */
interface Delivery {
  later: LaterRun;
  context: WriteContext;
  labels: NonNullable<OperationRequest['labels']>;
  /** Number of parts announced so far. */
  count: number;
}

/** @param above errors of what the parts were deferred from */
function pendingParts(
  owningFields: readonly OwningField[],
  above: Errors,
  delivery: Delivery,
): PendingPart[] {
  const { later, context, labels } = delivery;
  return [...Map.groupBy(owningFields, ({ part }) => part.number)].map(([number, own]) => {
    const label = labels.get(number);
    const announced = own.map(({ path }) => ({ id: `${delivery.count++}`, path, label }));
    return {
      number,
      announced,
      write() {
        const errors = later.errorsOf(number);
        const targets = own.map((owningField) => ({ ...owningField, shape: owningField.part.shape }));
        const objects = writeObjects(targets, errors, above, context);
        const next = objects.flatMap((object) => object.owningFields);
        return {
          parts: objects.map(({ data, errors: partErrors }, i) => ({
            ...announced[i]!,
            data,
            errors: partErrors,
          })),
          reads: objects.flatMap((object) => object.reads ?? []),
          next: pendingParts(next, [...above, ...errors], delivery),
        };
      },
    };
  });
}
