import type { FetchNode } from '@apollo/query-planner';
import { Kind, type OperationDefinitionNode, parse, print, stripIgnoredCharacters } from 'graphql';
import type { Department } from '../../departments/department.ts';
import { AS_JSON, type ReferenceForm } from '../plan/reference-form.ts';
import { requestHead } from '../plan/request-body.ts';

/** What an operation asks of the entities of one department, apart from which entities. */
export interface EntityQuery {
  readonly department: Department;
  /** The operation that it belongs to. */
  readonly family: QueryFamily;
  /** Its place among the queries of its operation. */
  readonly number: number;
  /** Of the request that asks nothing else: its JSON up to the variables. */
  readonly head: string;
  /** Of its references. */
  readonly form: ReferenceForm;
  /** Null when nothing else can be asked in the same request. */
  readonly parts: QueryParts | null;
}

export interface QueryParts {
  /** What is asked of each entity: `{...on Enterprise{name}}`. */
  readonly selection: string;
  /** The client's variables that it uses, with their definitions: `first` → `$first:Int=10`. */
  readonly variables: ReadonlyMap<string, string>;
}

/** All that one operation asks of entities. */
export interface QueryFamily {
  /** The same query for fetches that ask a department for the same, wherever in the answer they belong. */
  queryOf(node: FetchNode, department: Department, form?: ReferenceForm): EntityQuery;
  /** Made by `combineQueries`, by the numbers of the queries. */
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
    queryOf(node, department, form = AS_JSON) {
      const parts = partsOf(node.operation);
      const what = parts ? JSON.stringify([parts.selection, ...parts.variables.values()]) : node.operation;
      const key = `${department.name}\n${form.before}\n${what}`;
      let query = queries.get(key);
      if (!query) {
        query = { department, family, number: queries.size, head: requestHead(node), form, parts };
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
  // What stands at the operation itself would count for all that is asked with it.
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
