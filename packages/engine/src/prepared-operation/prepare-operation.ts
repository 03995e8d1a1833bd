import type { FetchNode, PlanNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  type GraphQLFormattedError,
} from 'graphql';
import { compileReads } from '../authorization/find-reads.ts';
import type { Guard } from '../authorization/filter-unauthorized-fields.ts';
import { readsBySubgraph } from '../authorization/reads-by-subgraph.ts';
import { compileDenialErrors, type Denials } from '../authorization/denial-errors.ts';
import { innermost, type ObjectShape } from '../response-shape/shape.ts';
import { NO_READS, type ReadsBySubgraph } from '../core/assertion-provider.ts';
import type { Caller, Requester, ConditionalReads } from '../core/caller.ts';
import type { CachePolicy, Dependency } from '../core/answer-cache.ts';
import type { Cancellation } from '../core/cancellation.ts';
import type { SubgraphAnswer } from '../core/read-answer.ts';
import type { TextAnswer } from '../core/graph.ts';
import { type PlanFingerprint, noteLookups, isReusable } from './plan-fingerprint.ts';
import { createHolds } from '../core/condition.ts';
import { compileIntrospection } from '../response-shape/introspection.ts';
import { compileEvents, type EventFetch } from '../execution/compile-events.ts';
import { compileScanner } from '../response/compile-scanner.ts';
import { withoutKnownTypeNames } from '../execution/known-type-names.ts';
import { compilePlan, type PlanTools } from '../execution/compile-plan.ts';
import type { Planned } from '../planning/planner.ts';
import { refuseUnplanned } from './refuse-unplanned.ts';
import { innerKeyIn, compileTranslation } from '../planning/alias-conflicts.ts';
import { createRun, NOTHING, type Run } from '../core/run.ts';
import { buildShape } from '../response-shape/build-shape.ts';
import { fragmentsOf } from '../response-shape/collect-fields.ts';
import { compileWriter } from '../response/compile-writer.ts';
import { nullPropagationErrors } from '../response/null-propagation.ts';
import { writeBody } from '../response/write-json.ts';

const NOTHING_READY: ReadonlyMap<string, string> = new Map();

/** A planned and compiled operation, which can run any number of times. */
export interface PreparedOperation {
  run(request: OperationRequest): Promise<TextAnswer>;
  /** The subgraphs that it may ask, by name. */
  subgraphs: PlanFingerprint['subgraphs'];
  /** The conditional data that it reads. */
  reads: ReadsBySubgraph;
  /**
   * Whether its answer may have deferred parts, which only one reader can consume: equal requests do not share it.
   */
  isForOne?: boolean;
  /** How its answers may be cached; null when they may not. */
  caching: OperationCaching | null;
  /** The source of a subscription's events; null for queries and mutations. */
  events: EventFetch | null;
  /** Whether this is a subscription to rows with restricted fields; see OpenSubscription. */
  onlyChanges?: boolean;
  /** Length of the plan as JSON, which the memory of the operation is proportional to. */
  planCharacters: number;
  /** Null when the operation depends on the whole schema. */
  fingerprint: PlanFingerprint | null;
}

/** How the answers of an operation may be cached. */
export interface OperationCaching {
  /** Different for each compiled operation. */
  id: number;
  policy: CachePolicy;
}

export interface OperationRequest {
  /** As the client sent them. */
  variables: Readonly<Record<string, unknown>>;
  /** With their defaults. */
  conditions: Readonly<Record<string, unknown>>;
  /** Cancelled when nobody waits any longer; undefined for a run that must finish. */
  cancellation: Cancellation | undefined;
  /** Whether the caller accepts an answer in parts. */
  inParts?: boolean;
  /** The client's labels by the numbers of the deferred parts; undefined when parts have no numbers. */
  labels?: ReadonlyMap<string, string | undefined>;
  /** The event that this run answers, for a subscription. */
  event?: SubgraphAnswer;
  /** The caller; undefined when the gateway does not authorize anyone. */
  caller?: Caller | undefined;
  /** What is denied to the caller. */
  denials?: Denials | undefined;
  /** See TextRequest. */
  requester?: Requester | undefined;
  /** See Run. */
  notBefore?: number | undefined;
}

/**
 * Compiles one operation of a validated document.
 *
 * @param before the same operation, compiled for another supergraph; returned when it can be reused
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
  const shape = buildShape(schema, operation, fragments, innerKeyIn(keys), guard?.filtered);
  const rules = guard?.access.facts.fingerprint ?? null;
  const policy = tools.caching?.policyOf(document, operation, guard !== null) ?? null;
  const caching = policy && `${tools.caching!.fingerprint} ${JSON.stringify(policy)}`;
  // Whether a subscription reports changes only is not part of its plan.
  if (
    before?.fingerprint &&
    !source &&
    isReusable(before.fingerprint, { planHash, shape, rules, caching }, tools)
  )
    return before;
  refuseUnplanned(shape, inSequence(source, plan));
  const fingerprint: PlanFingerprint = {
    planHash,
    shape,
    rules,
    caching,
    subgraphs: new Map(),
    types: new Map(),
    placeholders: tools.placeholders,
  };
  const noting = noteLookups({ ...tools, ...(policy && { notes: tools.caching!.notes }) }, fingerprint);
  const events = source ? compileEvents(source, noting) : null;
  const introspect = compileIntrospection(schema, operation, fragments);
  const findReads = guard && compileReads(shape, guard.access, guard.filtered.existing);
  const writeDenialErrors = guard && compileDenialErrors(shape);
  const reads = guard ? readsBySubgraph(inSequence(source, plan), guard) : NO_READS;
  const facts = {
    reads,
    isMutation: operation.operation === OperationTypeNode.MUTATION,
    isCacheable: policy !== null,
  };
  const holdsFor = guard ? createHolds() : null;
  // Passing an answer through does not reveal whose data was read.
  const isPassable = plan?.kind === 'Fetch' && !introspect && !findReads;
  const scan = isPassable ? compileScanner(shape) : null;
  // Identifying whose data was read takes types and keys.
  const asked = plan && !findReads ? withoutKnownTypeNames(plan, schema, noting.typesOf) : plan;
  const step = asked ? compilePlan(asked, noting, scan) : NOTHING;
  const write = compileWriter(shape);
  const translate = compileTranslation(keys, tools.placeholders);

  return {
    planCharacters,
    fingerprint: introspect ? null : fingerprint,
    subgraphs: fingerprint.subgraphs,
    reads,
    caching: policy && { id: ++lastId, policy },
    events,
    onlyChanges: events !== null && typesBelow(shape).some((type) => tools.restrictedTypes?.has(type)),
    async run(request) {
      const { variables, conditions, event, caller, denials } = request;
      const run = createRun(request, facts);
      if (event) events!.receive(run, event);
      await step(run);
      if (run.passed) return new WrittenAnswer(run.passed, [], undefined, run);

      const introspected = introspect?.(variables);
      const notes = { broken: false, ready: introspected?.ready ?? NOTHING_READY };
      const body = writeBody(write, run.data, conditions, notes);
      const errors = translate(run.errors);
      if (notes.broken) errors.push(...nullPropagationErrors(shape, run.data, conditions, errors));
      if (introspected) errors.push(...introspected.errors.map((error) => error.toJSON()));
      if (!holdsFor) return new WrittenAnswer(body, errors, undefined, run);

      const holds = holdsFor(conditions);
      if (writeDenialErrors && denials) errors.push(...writeDenialErrors(run.data, holds, denials));
      const found = caller && findReads?.(run.data, holds);
      return new WrittenAnswer(body, errors, found ?? undefined, run);
    },
  };
}

let lastId = 0;

/** Returns the names of the types that the root fields lead to. */
function typesBelow({ fieldsByType }: ObjectShape): string[] {
  return [...fieldsByType.values()].flat().flatMap(({ slot }) => {
    const { shape } = innermost(slot.shape);
    return shape.kind === 'object' ? [shape.typeName, ...shape.fieldsByType.keys()] : [];
  });
}

/** Joins both, for code that only looks at what is fetched. */
function inSequence(first: FetchNode | null, rest: PlanNode | null): PlanNode | null {
  return first && rest ? { kind: 'Sequence', nodes: [first, rest] } : (first ?? rest);
}

const BEFORE_DATA = '{"data":'.length;
const AFTER_DATA = '}'.length;

/** An answer whose data exists as bytes: from the writer, or directly from a subgraph. */
class WrittenAnswer implements TextAnswer {
  readonly errors: readonly GraphQLFormattedError[];
  readonly reads?: ConditionalReads;
  /** Set for an answer that may be cached; so is the next. */
  readonly dependencies?: readonly Dependency[];
  readonly oldestMs?: number;
  /** Kept apart from `body`, which is undefined when there are errors. */
  private readonly bytes: Buffer;

  /** @param bytes a GraphQL response without errors: `{"data":…}` */
  constructor(
    bytes: Buffer,
    errors: readonly GraphQLFormattedError[],
    reads: ConditionalReads | undefined,
    run: Run,
  ) {
    this.bytes = bytes;
    this.errors = errors;
    if (reads) this.reads = reads;
    if (!run.fetched) return;
    this.dependencies = run.fetched.flatMap((fetched) => fetched.dependenciesOf(run, fetched.references));
    this.oldestMs = run.oldestMs;
  }

  /** Decoded on demand: most callers send the body. */
  get data(): string {
    return this.bytes.toString('utf8', BEFORE_DATA, this.bytes.length - AFTER_DATA);
  }

  get body(): Buffer | undefined {
    return this.errors.length === 0 ? this.bytes : undefined;
  }
}
