import { type DocumentNode, getOperationAST, Kind, visit } from 'graphql';
import { compileCost, defaultsOf } from './compile-cost.ts';
import type { CostModel } from './cost-model.ts';
import {
  type ExpensiveSelection,
  findMostExpensive,
  type PlaceCost,
  compute,
  type Variables,
} from './cost-tree.ts';
import { measureAnswer } from './measure-answer.ts';

/** How many sets of conditions the cache holds costs for; a document has one, or a handful. */
const MAX_CACHED = 32;

export type { Variables };

/** What one operation costs with its variables. */
export interface OperationCost {
  estimate: number;
  findMostExpensive(): ExpensiveSelection;
  /** @param data of the answer */
  measure(data: unknown): number;
}

/** What the operations of one document cost. */
export interface DocumentCost {
  /**
   * Returns null when the document has no such operation.
   *
   * @throws PublicError GRAPHQL_VALIDATION_FAILED
   */
  of(operationName: string | undefined, variables: Variables): OperationCost | null;
}

/** Creates the cost of a document. Each operation is compiled when it is first requested, for each set of conditions. */
export function createDocumentCost(model: CostModel, document: DocumentNode): DocumentCost {
  const conditionNames = conditionsOf(document);
  const isOne =
    document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length === 1 &&
    conditionNames.length === 0;
  const cache = new Map<string, PlaceCost | null>();

  function compile(operationName: string | undefined, variables: Variables): PlaceCost | null {
    const operation = getOperationAST(document, operationName);
    if (!operation) return null;
    const defaults = defaultsOf(operation);
    const conditions = Object.fromEntries(
      conditionNames.map((name) => [name, variables[name] === undefined ? defaults[name] : variables[name]]),
    );
    return compileCost(model, document, operation, conditions);
  }

  function find(operationName: string | undefined, variables: Variables): PlaceCost | null {
    const key = isOne
      ? (operationName ?? '')
      : JSON.stringify([operationName, ...conditionNames.map((name) => variables[name])]);
    let place = cache.get(key);
    if (place === undefined) {
      place = compile(operationName, variables);
      if (cache.size < MAX_CACHED && key.length < 1000) cache.set(key, place);
    }
    return place;
  }

  return {
    of(operationName, variables) {
      const place = find(operationName, variables);
      return (
        place && {
          estimate: compute(place, variables),
          findMostExpensive: () => findMostExpensive(place, variables),
          measure: (data) => measureAnswer(place, data, variables),
        }
      );
    },
  };
}

/** Returns the names of the variables on which `@skip` and `@include` depend. */
function conditionsOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
