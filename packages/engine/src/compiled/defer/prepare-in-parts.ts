import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { compileReads } from '../../access/find-reads.ts';
import type { Guard } from '../../access/guard.ts';
import { readsByDepartment } from '../../access/reads-by-department.ts';
import { compileRefusalErrors } from '../../access/refusal-errors.ts';
import { createVoucher, NO_READS } from '../../access/voucher.ts';
import { Cancellation } from '../../departments/cancellation.ts';
import type { TextAnswer } from '../../graph.ts';
import { compileIntrospection } from '../introspection.ts';
import { compilePlan, type PlanTools } from '../plan/compile-plan.ts';
import type { Planned } from '../planner/planner.ts';
import type { OperationRequest, PreparedOperation } from '../prepare-operation.ts';
import { refuseUnplanned } from '../refuse-unplanned.ts';
import { innerKeyIn } from '../response-keys.ts';
import { NOTHING, type Run } from '../run.ts';
import { buildShape } from '../shape/build-shape.ts';
import { fragmentsOf } from '../shape/collect-fields.ts';
import { compileWriter } from '../shape/compile-writer.ts';
import type { ObjectShape } from '../shape/shape.ts';
import { compileTranslation } from '../translate-errors.ts';
import { createHolds } from './create-holds.ts';
import { deliver, type PendingPart } from './deliver.ts';
import type { Anchor } from './find-anchors.ts';
import { LaterRun } from './later-run.ts';
import { type Errors, type Scene, writeObjects } from './write-objects.ts';

const NOTHING_READY: ReadonlyMap<string, string> = new Map();

/**
 * Compiles an operation that defers, see settleDefers: the answer itself is written as soon as its own fetches are
 * there, each deferred part after it, when its fetches are there too. All of them are merged in one tree.
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
  const shape = buildShape(schema, operation, fragments, innerKeyIn(keys), guard?.settled.refused);
  refuseUnplanned(shape, plan);
  const step = plan ? compilePlan(plan, tools) : NOTHING;
  const introspect = compileIntrospection(schema, operation, fragments);
  const translate = compileTranslation(keys, tools.standIns);
  const holdsIn = createHolds();
  const writerOf = createMemory(compileWriter);
  const refusalErrorsOf = createMemory(compileRefusalErrors);
  const findReadsOf = createMemory((of) => guard && compileReads(of, guard.access));
  const reads = guard ? readsByDepartment(plan, guard) : NO_READS;

  return {
    isForOne: true,
    departments: new Map(),
    reads,
    planCharacters,
    basis: null,
    events: null,
    async run(request: OperationRequest): Promise<TextAnswer> {
      const { variables, conditions, cancellation, labels, caller, refusals } = request;
      // Of its own: a mutation runs to its end, but what was deferred from it is only read.
      const laterCancellation = new Cancellation();
      cancellation?.listen(() => laterCancellation.cancel());
      const later = new LaterRun(laterCancellation);
      const run: Run = {
        data: {},
        errors: [],
        written: new Map(),
        variables,
        conditions,
        cancellation,
        voucher: caller && createVoucher(caller, reads),
        later,
      };
      await step(run);

      const introspected = introspect?.(variables);
      const ready = introspected?.ready ?? NOTHING_READY;
      const holds = holdsIn(conditions);
      const scene: Scene = {
        conditions,
        holds,
        ready,
        writerOf,
        translate,
        refusalsOf: (of, object) => (refusals && refusalErrorsOf(of)?.(object, holds, refusals)) ?? [],
        readsOf: (target) => findReadsOf(target.shape)?.(target.object, holds, target.around),
      };
      const root = { shape, object: run.data, path: [], innerPath: [], around: null };
      const [answer] = writeObjects([root], run.errors, [], scene);
      const { data, errors, anchors, reads: found } = answer!;
      const read = found && { reads: found };
      if (introspected) errors.push(...introspected.errors.map((error) => error.toJSON()));
      if (anchors.length === 0) return { data, errors, ...read };
      const pending = pendingParts(anchors, run.errors, { later, scene, labels: labels! });
      return { data, errors, ...read, later: deliver(pending, later, () => laterCancellation.cancel()) };
    },
  };
}

/** Makes what belongs to a form when it is first asked for. */
function createMemory<Made>(make: (shape: ObjectShape) => Made): (shape: ObjectShape) => Made {
  const known = new Map<ObjectShape, Made>();
  return (shape) => {
    if (!known.has(shape)) known.set(shape, make(shape));
    return known.get(shape)!;
  };
}

/** What the parts of one execution share. */
interface Delivery {
  later: LaterRun;
  scene: Scene;
  labels: NonNullable<OperationRequest['labels']>;
}

/** @param above errors of what the parts were deferred from */
function pendingParts(anchors: readonly Anchor[], above: Errors, delivery: Delivery): PendingPart[] {
  const { later, scene, labels } = delivery;
  return [...Map.groupBy(anchors, ({ part }) => part.number)].map(([number, own]) => ({
    number,
    write() {
      const errors = later.errorsOf(number);
      const targets = own.map((anchor) => ({ ...anchor, shape: anchor.part.shape }));
      const objects = writeObjects(targets, errors, above, scene);
      const label = labels.get(number);
      const next = objects.flatMap((object) => object.anchors);
      return {
        parts: objects.map(({ data, errors: told }, i) => ({
          data,
          path: own[i]!.path,
          label,
          errors: told,
        })),
        reads: objects.flatMap((object) => object.reads ?? []),
        next: pendingParts(next, [...above, ...errors], delivery),
      };
    },
  }));
}
