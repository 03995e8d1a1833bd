import type { FetchNode } from '@apollo/query-planner';
import { type DocumentNode, parse } from 'graphql';
import { checkEntities, type SubgraphAnswer } from '../core/read-answer.ts';
import type { Subgraph } from '../core/subgraph.ts';
import { type Json, NOTHING, type Run, type Step, type References } from '../core/run.ts';
import { rootQuery } from './batching/root-query.ts';
import { entitiesBody } from './batching/read-entities.ts';
import type { QueryFamily } from './batching/entity-query.ts';
import type { Passthrough } from './passthrough.ts';
import { runFetch, type FetchTools, type SubgraphFetch } from './fetch-from-subgraph.ts';
import { compilePartialReference, compileReference } from './compile-reference.ts';
import { findEntities, findEntityPaths, type PlanPath } from './find-entities.ts';
import { copy, merge } from '../query-plan/merge.ts';
import { createMissingNotes } from '../query-plan/missing-entities.ts';
import { partialFetches } from './partial-fetches.ts';
import { compileVariables, requestBody, requestHead } from '../query-plan/request-body.ts';
import { compileEntityRewrites, compilePathRewrites, compileRewrites } from '../query-plan/rewrites.ts';
import { AS_JSON, distinctReferences } from '../query-plan/reference-form.ts';
import type { ReferenceWriter } from './write-reference.ts';

/** What compiling a fetch needs besides. */
export interface EntityTools extends FetchTools {
  /** The queries of the operation that is being compiled. */
  family: QueryFamily;
  /** Set for a fetch that is the whole plan; null when the answer must be merged. */
  passthrough: Passthrough | null;
}

/** Compiles a fetch of root fields, whose answer is merged at the root. */
export function compileRootFetch(
  node: FetchNode,
  subgraph: Subgraph,
  path: PlanPath,
  tools: EntityTools,
): Step {
  const head = requestHead(node);
  const writeVariables = compileVariables(node);
  const rewrite = compileRewrites(node.outputRewrites, tools.typesOf);
  const renamePath = compilePathRewrites(node.outputRewrites);
  const isQuery = node.operationKind === 'query';
  const passthrough = isQuery && !rewrite ? tools.passthrough : null;
  const asked = isQuery ? rootQuery(node, subgraph, tools.lookups) : null;
  // A list that may be passed through is not batched.
  const query = asked?.latencyGate && passthrough ? null : asked;
  const dependenciesOf = tools.notes?.ofRoots(parseFetch(node), subgraph.name);

  function ask(run: Run): Promise<SubgraphAnswer> {
    const { assertionProvider, cancellation } = run;
    if (query) {
      const write = (rename?: (name: string) => string) => writeVariables(run, rename);
      return tools.readRoots({ query, writeVariables: write, assertionProvider, cancellation });
    }
    const body = requestBody(head, writeVariables(run));
    return passthrough ? passthrough(subgraph, body, run, tools) : tools.ask(subgraph, body, isQuery, run);
  }

  return (run) => {
    const fetch: SubgraphFetch = {
      subgraph,
      ask: () => ask(run),
      body: () => requestBody(head, writeVariables(run)),
      placesOf: (at) => [[...path, ...renamePath(at)]],
      take: (data) => take(run, data),
    };
    if (dependenciesOf) run.fetched?.push({ dependenciesOf, references: null });
    return runFetch(fetch, run, tools);
  };

  function take(run: Run, data: Json): void {
    rewrite?.(data);
    run.written.clear();
    // Without a path there is one target; a root fetch beneath a path (a mutation's payload) may have several.
    const targets = path.length === 0 ? [run.data] : findEntities(run.data, path);
    targets.forEach((target, i) => {
      merge(target, i === 0 ? data : copy(data));
    });
  }
}

/**
 * Compiles a fetch of entities: it sends the distinct references of all objects at its path and merges what comes
 * back. An entity that lacks what only some of the fields require is asked for the others.
 *
 * @param sharesReferences false when the objects at its path differ each time it runs
 */
export function compileEntityFetch(
  node: FetchNode,
  subgraph: Subgraph,
  path: PlanPath,
  tools: EntityTools,
  sharesReferences = true,
): Step {
  const writer = compileReference(node, tools.typesOf);
  // Fetches with the same path and requirements write the same references.
  const name = sharesReferences ? JSON.stringify([path, node.requires, node.inputRewrites ?? []]) : null;
  const parts = once(() =>
    partialFetches(node, tools.placeholders).map((part) => {
      const writePart = compilePartialReference(part, tools.typesOf);
      const rest: ReferenceWriter = {
        form: AS_JSON,
        write: (entity) => (writer.write(entity) === null ? writePart(entity) : null),
      };
      return compileReferences(part.fetch, null, rest, NOTHING, subgraph, path, tools);
    }),
  );
  const fetchInParts: Step = async (run) => {
    // eslint-disable-next-line @typescript-eslint/await-thenable -- a step with nothing to wait for returns undefined
    await Promise.all(parts().map((part) => part(run)));
  };
  return compileReferences(node, name, writer, fetchInParts, subgraph, path, tools);
}

/**
 * @param name equal for fetches that write equal references; null for one that shares none
 * @param rest runs in parallel when an object at its path has no reference
 */
function compileReferences(
  node: FetchNode,
  name: string | null,
  { form, write }: ReferenceWriter,
  rest: Step,
  subgraph: Subgraph,
  path: PlanPath,
  tools: EntityTools,
): Step {
  const query = tools.family.queryOf(node, subgraph, form);
  const writeVariables = compileVariables(node);
  const rewrite = compileEntityRewrites(node, tools.typesOf);
  const renamePath = compilePathRewrites(node.outputRewrites);
  const noteMissing = createMissingNotes(node, subgraph, form, tools);
  const { notes, entityCaching } = tools;
  // Only for caching.
  const parsed = notes || entityCaching ? parseFetch(node) : null;
  const dependenciesOf = parsed && notes?.ofEntities(parsed, subgraph.name, form);
  const cached = (parsed && entityCaching?.of(node.operation, parsed, subgraph.name, form)) ?? null;

  return (run) => {
    const found = referencesOf(run);
    // Started first, because what the fetch merges must not affect which objects lack a reference.
    const beside = found.numbers.includes(-1) ? rest(run) : undefined;
    const own = found.references.length === 0 ? undefined : fetchEntities(run, found);
    return own && beside ? Promise.all([own, beside]).then(() => undefined) : (own ?? beside);
  };

  function referencesOf(run: Run): References {
    const cached = name === null ? undefined : run.written.get(name);
    if (cached) return cached;
    const references = distinctReferences(findEntities(run.data, path), write);
    if (name !== null) run.written.set(name, references);
    return references;
  }

  function fetchEntities(run: Run, found: References): Promise<void> | undefined {
    const { numbers, references } = found;
    if (dependenciesOf) run.fetched?.push({ dependenciesOf, references });
    const variables = writeVariables(run);
    if (!cached || run.notBefore === Infinity) {
      return send(run, numbers, references, variables, (received) => take(run, found, received));
    }
    const { entities, missing, positions } = cached.find(run, references, variables);
    if (missing.length === 0) return void take(run, found, entities as (Json | null)[]);
    const begun = cached.begin();
    const left = numbers.map((number) => (number < 0 ? -1 : positions[number]!));
    return send(run, left, missing, variables, (received, isWhole) => {
      // Before it becomes a part of the tree.
      if (isWhole) cached.keep(run, missing, variables, received, begun);
      const all = positions.map((position, i) => (position < 0 ? entities[i]! : received[position]!));
      take(run, found, all);
    });
  }

  /**
   * @param numbers the index of each entity's reference among those that are sent; -1 for an entity without one
   * @param receive called with the entities, and whether the subgraph reported no error
   */
  function send(
    run: Run,
    numbers: readonly number[],
    references: readonly string[],
    variables: string,
    receive: (received: (Json | null)[], isWhole: boolean) => void,
  ): Promise<void> {
    const { assertionProvider, cancellation } = run;
    const request = { query, references, variables, assertionProvider, cancellation };
    let isWhole = true;
    const fetch: SubgraphFetch = {
      subgraph,
      ask: () => tools.readEntities(request),
      check: (answer) => {
        checkEntities(subgraph, answer, references.length);
        isWhole = !answer.errors?.length;
      },
      body: () => entitiesBody(request),
      placesOf: entityPlaces(run, numbers),
      take: (data) => receive(data['_entities'] as (Json | null)[], isWhole),
    };
    return runFetch(fetch, run, tools);
  }

  function take(run: Run, { entities, numbers, references }: References, received: (Json | null)[]): void {
    if (rewrite) for (const entity of received) rewriteEntity(entity);

    run.written.clear();
    const used: boolean[] = [];
    for (let i = 0; i < entities.length; i++) {
      const number = numbers[i]!;
      if (number < 0) continue;
      const entity = received[number];
      if (!entity) {
        noteMissing(entities[i]!, references[number]!);
        continue;
      }
      // The first place takes the answer itself. Further ones need copies, because they may diverge.
      merge(entities[i]!, used[number] ? copy(entity) : entity);
      used[number] = true;
    }
  }

  function rewriteEntity(entity: Json | null): void {
    if (entity) rewrite!(entity);
  }

  /** Maps `['_entities', number, …]` of the subgraph's answer to paths in the client's. */
  function entityPlaces(run: Run, numbers: readonly number[]): SubgraphFetch['placesOf'] {
    const byNumber = once(() => Map.groupBy(findEntityPaths(run.data, path), (_, i) => numbers[i]));
    return (at) => {
      const [, number, ...rest] = renamePath(at);
      const places = typeof number === 'number' && number >= 0 ? byNumber().get(number) : undefined;
      return places?.map((place) => [...place, ...rest]) ?? [];
    };
  }
}

/** Entities rarely lack anything, so asking in parts is compiled only when one does. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function parseFetch({ operation }: FetchNode): DocumentNode {
  return parse(operation, { noLocation: true });
}
