import type { FetchNode, PlanNode } from '@apollo/query-planner';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { compileReads } from '../access/find-reads.ts';
import type { Guard } from '../access/guard.ts';
import { readsByDepartment } from '../access/reads-by-department.ts';
import { compileRefusalErrors, type Refusals } from '../access/refusal-errors.ts';
import { createVoucher, NO_READS, type ReadsByDepartment } from '../access/voucher.ts';
import type { Caller } from '../caller.ts';
import type { Cancellation } from '../departments/cancellation.ts';
import type { DepartmentAnswer } from '../departments/read-answer.ts';
import type { TextAnswer } from '../graph.ts';
import { type Basis, noteLookups, stillFits } from './basis.ts';
import { createHolds } from './defer/create-holds.ts';
import { compileIntrospection } from './introspection.ts';
import { compileEvents, type EventFetch } from './plan/compile-events.ts';
import { compileScanner } from './pass/compile-scanner.ts';
import { withoutKnownTypeNames } from './plan/known-type-names.ts';
import { compilePlan, type PlanTools } from './plan/compile-plan.ts';
import type { Planned } from './planner/planner.ts';
import { refuseUnplanned } from './refuse-unplanned.ts';
import { innerKeyIn } from './response-keys.ts';
import { NOTHING, type Run } from './run.ts';
import { buildShape } from './shape/build-shape.ts';
import { fragmentsOf } from './shape/collect-fields.ts';
import { compileWriter } from './shape/compile-writer.ts';
import { explainNulls } from './shape/explain-nulls.ts';
import { writeBody } from './shape/write-json.ts';
import { compileTranslation } from './translate-errors.ts';
import { WrittenAnswer } from './written-answer.ts';

const NOTHING_READY: ReadonlyMap<string, string> = new Map();

/** An operation that is planned and compiled, and can run any number of times. */
export interface PreparedOperation {
  run(request: OperationRequest): Promise<TextAnswer>;
  /** By name, those that it may ask. */
  departments: Basis['departments'];
  /** What it reads of conditional data. */
  reads: ReadsByDepartment;
  /** Its answer may have parts to come, which only one can read: equal requests do not share it. */
  isForOne?: boolean;
  /** Where the events of a subscription come from; null for queries and mutations. */
  events: EventFetch | null;
  /** Length of the plan as JSON, with which the memory grows that the operation holds. */
  planCharacters: number;
  /** Null when the whole schema went into it. */
  basis: Basis | null;
}

export interface OperationRequest {
  /** As the client sent them. */
  variables: Readonly<Record<string, unknown>>;
  /** With their defaults. */
  conditions: Readonly<Record<string, unknown>>;
  /** Tells that nobody waits any longer; undefined for what is to run to its end. */
  cancellation: Cancellation | undefined;
  /** True when the caller understands an answer in parts. */
  inParts?: boolean;
  /** By the number of a deferred part, the client's label; where the parts bear numbers. */
  labels?: ReadonlyMap<string, string | undefined>;
  /** Of a subscription: what this run answers. */
  event?: DepartmentAnswer;
  /** Who asks; undefined when nobody is refused anything. */
  caller?: Caller | undefined;
  /** Of what is refused to the caller. */
  refusals?: Refusals | undefined;
}

/**
 * Compiles one operation of a validated document.
 *
 * @param before the same operation, compiled for another supergraph; it is returned when it serves this one as well
 * @param guard of an operation that meets rules
 * @throws PublicError when the plan does not answer all of it
 */
export function prepareOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { planned: { events: source, plan, keys }, planHash, planCharacters }: Planned,
  tools: PlanTools,
  before?: PreparedOperation,
  guard: Guard = null,
): PreparedOperation {
  const fragments = fragmentsOf(document);
  const shape = buildShape(schema, operation, fragments, innerKeyIn(keys), guard?.settled.refused);
  const rules = guard?.access.facts.fingerprint ?? null;
  if (before?.basis && stillFits(before.basis, planHash, shape, rules, tools)) return before;
  refuseUnplanned(shape, inSequence(source, plan));
  const basis: Basis = {
    planHash,
    shape,
    rules,
    departments: new Map(),
    types: new Map(),
    standIns: tools.standIns,
  };
  const noting = noteLookups(tools, basis);
  const events = source ? compileEvents(source, noting) : null;
  const introspect = compileIntrospection(schema, operation, fragments);
  const findReads = guard && compileReads(shape, guard.access);
  const tellRefusals = guard && compileRefusalErrors(shape);
  const reads = guard ? readsByDepartment(inSequence(source, plan), guard) : NO_READS;
  const holdsIn = guard ? createHolds() : null;
  // Whose data was read is not seen in what is passed.
  const isPassable = plan?.kind === 'Fetch' && !introspect && !findReads;
  const scan = isPassable ? compileScanner(shape) : null;
  // Whose data is read is told by type and key.
  const asked = plan && !findReads ? withoutKnownTypeNames(plan, schema, noting.typesOf) : plan;
  const step = asked ? compilePlan(asked, noting, scan) : NOTHING;
  const write = compileWriter(shape);
  const translate = compileTranslation(keys, tools.standIns);

  return {
    planCharacters,
    basis: introspect ? null : basis,
    departments: basis.departments,
    reads,
    events,
    async run({ variables, conditions, cancellation, event, caller, refusals }) {
      const run: Run = {
        data: {},
        errors: [],
        written: new Map(),
        variables,
        conditions,
        cancellation,
        voucher: caller && createVoucher(caller, reads),
      };
      if (event) events!.receive(run, event);
      await step(run);
      if (run.passed) return new WrittenAnswer(run.passed);

      const introspected = introspect?.(variables);
      const notes = { broken: false, ready: introspected?.ready ?? NOTHING_READY };
      const body = writeBody(write, run.data, conditions, notes);
      const errors = translate(run.errors);
      if (notes.broken) errors.push(...explainNulls(shape, run.data, conditions, errors));
      if (introspected) errors.push(...introspected.errors.map((error) => error.toJSON()));
      if (!holdsIn) return new WrittenAnswer(body, errors);

      const holds = holdsIn(conditions);
      if (tellRefusals && refusals) errors.push(...tellRefusals(run.data, holds, refusals));
      const found = caller && findReads?.(run.data, holds);
      return new WrittenAnswer(body, errors, found ?? undefined);
    },
  };
}

/** Both, for who only looks at what is asked for. */
function inSequence(first: FetchNode | null, rest: PlanNode | null): PlanNode | null {
  return first && rest ? { kind: 'Sequence', nodes: [first, rest] } : (first ?? rest);
}
