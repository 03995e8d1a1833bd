import type { FetchNode } from '@apollo/query-planner';
import { checkEntities } from '../../departments/check-entities.ts';
import type { Department } from '../../departments/department.ts';
import type { DepartmentAnswer } from '../../departments/read-answer.ts';
import { type Json, NOTHING, type Run, type Step } from '../run.ts';
import { rootQuery } from '../batch/root-query.ts';
import { entitiesBody } from '../batch/read-entities.ts';
import type { QueryFamily } from '../batch/entity-query.ts';
import type { AskToPass } from '../pass/pass-answer.ts';
import { askFor, type FetchTools, type Question } from './ask-department.ts';
import { compilePartialReference, compileReference } from './compile-reference.ts';
import { findEntities, findEntityPaths, type PlanPath } from './find-entities.ts';
import { distinctReferences, type References } from './distinct-references.ts';
import { copy, merge } from './merge.ts';
import { partialFetches } from './partial-fetches.ts';
import { compileVariables, requestBody, requestHead } from './request-body.ts';
import { compileEntityRewrites, compilePathRewrites, compileRewrites } from './rewrites.ts';
import { AS_JSON } from './reference-form.ts';
import type { ReferenceWriter } from './write-reference.ts';

/** What a fetch of entities needs beside. */
export interface EntityTools extends FetchTools {
  /** Of the operation that is compiled. */
  family: QueryFamily;
  /** For a fetch that is all of the plan; null for what has to be merged. */
  pass: AskToPass | null;
}

/** A fetch of root fields: its answer is merged at the root. */
export function compileRootFetch(
  node: FetchNode,
  department: Department,
  path: PlanPath,
  tools: EntityTools,
): Step {
  const head = requestHead(node);
  const writeVariables = compileVariables(node);
  const rewrite = compileRewrites(node.outputRewrites, tools.typesOf);
  const renamePath = compilePathRewrites(node.outputRewrites);
  const isQuery = node.operationKind === 'query';
  const pass = isQuery && !rewrite ? tools.pass : null;
  const asked = isQuery ? rootQuery(node, department, tools.lookups) : null;
  // A list that may be passed on is not taken apart.
  const query = asked?.pace && pass ? null : asked;

  function ask(run: Run): Promise<DepartmentAnswer> {
    const { voucher, cancellation } = run;
    if (query) {
      const write = (rename?: (name: string) => string) => writeVariables(run, rename);
      return tools.readRoots({ query, writeVariables: write, voucher, cancellation });
    }
    const body = requestBody(head, writeVariables(run));
    return pass ? pass(department, body, run, tools) : tools.ask(department, body, isQuery, run);
  }

  return (run) => {
    const question: Question = {
      department,
      ask: () => ask(run),
      body: () => requestBody(head, writeVariables(run)),
      placesOf: (at) => [[...path, ...renamePath(at)]],
      take: (data) => take(run, data),
    };
    return askFor(question, run, tools);
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
 * A fetch of entities: it sends the references of all objects at its place, each once, and merges what comes back.
 * An entity that lacks what only some of the fields require is asked for the others.
 *
 * @param sharesReferences false when the objects at its place are others each time it runs
 */
export function compileEntityFetch(
  node: FetchNode,
  department: Department,
  path: PlanPath,
  tools: EntityTools,
  sharesReferences = true,
): Step {
  const writer = compileReference(node, tools.typesOf);
  // Fetches of one place with the same requirements write the same references.
  const name = sharesReferences ? JSON.stringify([path, node.requires, node.inputRewrites ?? []]) : null;
  const parts = once(() =>
    partialFetches(node, tools.standIns).map((part) => {
      const writePart = compilePartialReference(part, tools.typesOf);
      const rest: ReferenceWriter = {
        form: AS_JSON,
        write: (entity) => (writer.write(entity) === null ? writePart(entity) : null),
      };
      return compileReferences(part.fetch, null, rest, NOTHING, department, path, tools);
    }),
  );
  const askInParts: Step = async (run) => {
    await Promise.all(parts().map((part) => part(run)));
  };
  return compileReferences(node, name, writer, askInParts, department, path, tools);
}

/**
 * @param name equal for fetches that write equal references; null for one whose references are its own
 * @param rest runs beside it when an object at its place gives no reference
 */
function compileReferences(
  node: FetchNode,
  name: string | null,
  { form, write }: ReferenceWriter,
  rest: Step,
  department: Department,
  path: PlanPath,
  tools: EntityTools,
): Step {
  const query = tools.family.queryOf(node, department, form);
  const writeVariables = compileVariables(node);
  const rewrite = compileEntityRewrites(node, tools.typesOf);
  const renamePath = compilePathRewrites(node.outputRewrites);

  return (run) => {
    const found = referencesOf(run);
    // Begun first: what the fetch merges must not decide who gives no reference.
    const beside = found.numbers.includes(-1) ? rest(run) : undefined;
    const own = found.references.length === 0 ? undefined : fetchEntities(run, found);
    return own && beside ? Promise.all([own, beside]).then(() => undefined) : (own ?? beside);
  };

  function referencesOf(run: Run): References {
    const known = name === null ? undefined : run.written.get(name);
    if (known) return known;
    const references = distinctReferences(findEntities(run.data, path), write);
    if (name !== null) run.written.set(name, references);
    return references;
  }

  function fetchEntities(run: Run, found: References): Promise<void> {
    const { numbers, references } = found;
    const { voucher, cancellation } = run;
    const request = { query, references, variables: writeVariables(run), voucher, cancellation };
    const question: Question = {
      department,
      ask: () => tools.readEntities(request),
      check: (answer) => checkEntities(department, answer, references.length),
      body: () => entitiesBody(request),
      placesOf: entityPlaces(run, numbers),
      take: (data) => take(run, found, data['_entities'] as (Json | null)[]),
    };
    return askFor(question, run, tools);
  }

  function take(run: Run, { entities, numbers }: References, received: (Json | null)[]): void {
    if (rewrite) for (const entity of received) rewriteEntity(entity);

    run.written.clear();
    const used: boolean[] = [];
    for (let i = 0; i < entities.length; i++) {
      const number = numbers[i]!;
      const entity = number < 0 ? null : received[number];
      if (!entity) continue;
      // The first place takes the answer itself; further ones need an own copy, because they may grow apart.
      merge(entities[i]!, used[number] ? copy(entity) : entity);
      used[number] = true;
    }
  }

  function rewriteEntity(entity: Json | null): void {
    if (entity) rewrite!(entity);
  }

  /** Finds the places in the client's answer of `['_entities', number, …]` of the department's. */
  function entityPlaces(run: Run, numbers: readonly number[]): Question['placesOf'] {
    const byNumber = once(() => Map.groupBy(findEntityPaths(run.data, path), (_, i) => numbers[i]));
    return (at) => {
      const [, number, ...rest] = renamePath(at);
      const places = typeof number === 'number' && number >= 0 ? byNumber().get(number) : undefined;
      return places?.map((place) => [...place, ...rest]) ?? [];
    };
  }
}

/** Entities rarely lack anything: how to ask in parts is worked out when the first does. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
