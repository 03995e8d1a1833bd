import type { FetchNode } from '@apollo/query-planner';
import { Kind, type OperationDefinitionNode, parse, print, stripIgnoredCharacters } from 'graphql';
import type { Subgraph } from '../../core/subgraph.ts';
import { AS_JSON, type ReferenceForm } from '../../query-plan/reference-form.ts';
import { requestHead } from '../../query-plan/request-body.ts';

/** What an operation selects on the entities of one subgraph, apart from which entities. */
export interface EntityQuery {
  readonly subgraph: Subgraph;
  /** The queries of its operation. */
  readonly family: QueryFamily;
  /** Its position among the queries of its operation. */
  readonly number: number;
  /** The JSON of a request for this query alone, up to the variables. */
  readonly head: string;
  /** The form of its references. */
  readonly form: ReferenceForm;
  /** Null when it cannot be combined with other queries. */
  readonly parts: QueryParts | null;
}

export interface QueryParts {
  /** The selection on each entity: `{...on Enterprise{name}}`. */
  readonly selection: string;
  /** The client's variables that it uses, with their definitions: `first` → `$first:Int=10`. */
  readonly variables: ReadonlyMap<string, string>;
}

/** All entity queries of one operation. */
export interface QueryFamily {
  /**
   * Returns the same query for fetches that select the same from a subgraph, wherever they belong in the answer.
   */
  queryOf(node: FetchNode, subgraph: Subgraph, form?: ReferenceForm): EntityQuery;
  /** The combinations made by `combineQueries`, by the numbers of their queries. */
  readonly combinations: Map<string, Combination | null>;
}

/** A request for several queries. */
export interface Combination {
  queries: readonly EntityQuery[];
  /** The request's JSON up to its variables. */
  head: string;
  /** The field of the answer that holds each query's entities. */
  fields: readonly string[];
  /** The variable that holds each query's references. */
  variables: readonly string[];
}

export function createQueryFamily(): QueryFamily {
  const queries = new Map<string, EntityQuery>();
  const family: QueryFamily = {
    combinations: new Map(),
    queryOf(node, subgraph, form = AS_JSON) {
      const parts = partsOf(node.operation);
      const what = parts ? JSON.stringify([parts.selection, ...parts.variables.values()]) : node.operation;
      const key = `${subgraph.name}\n${form.before}\n${what}`;
      let query = queries.get(key);
      if (!query) {
        query = { subgraph, family, number: queries.size, head: requestHead(node), form, parts };
        queries.set(key, query);
      }
      return query;
    },
  };
  return family;
}

function partsOf(text: string): QueryParts | null {
  const { definitions } = parse(text, { noLocation: true });
  const operation = definitions[0] as OperationDefinitionNode;
  // Directives on the operation would apply to everything combined with it.
  if (definitions.length > 1 || operation.directives?.length) return null;
  const [entities] = operation.selectionSet.selections;
  if (entities?.kind !== Kind.FIELD || !entities.selectionSet) return null;
  const variables = new Map(
    operation.variableDefinitions?.map((definition) => [
      definition.variable.name.value,
      stripIgnoredCharacters(print(definition)),
    ]),
  );
  variables.delete('representations');
  return { selection: stripIgnoredCharacters(print(entities.selectionSet)), variables };
}
