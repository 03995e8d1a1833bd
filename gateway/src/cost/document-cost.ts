import { type DocumentNode, getOperationAST, Kind, visit } from 'graphql';
import { compileCost, defaultsOf } from './compile-cost.ts';
import type { CostModel } from './cost-model.ts';
import { type DearSelection, findDearest, type PlaceCost, reckon, type Variables } from './cost-tree.ts';
import { measureAnswer } from './measure-answer.ts';

/** Conditions of which the costs are kept; a document has one, or a handful. */
const MOST_KEPT = 32;

export type { Variables };

/** One operation with its variables. */
export interface OperationCost {
  estimate: number;
  findDearest(): DearSelection;
  /** @param data of the answer */
  measure(data: unknown): number;
}

/** What the operations of one document cost. */
export interface DocumentCost {
  /**
   * Null when it names no operation of the document.
   *
   * @throws PublicError GRAPHQL_VALIDATION_FAILED
   */
  of(operationName: string | undefined, variables: Variables): OperationCost | null;
}

/** Compiles a cost when it is first asked for: at once, where the document has one operation without conditions. */
export function createDocumentCost(model: CostModel, document: DocumentNode): DocumentCost {
  const conditionNames = conditionsOf(document);
  const isOne =
    document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length === 1 &&
    conditionNames.length === 0;
  const kept = new Map<string, PlaceCost | null>();

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
    let place = kept.get(key);
    if (place === undefined) {
      place = compile(operationName, variables);
      if (kept.size < MOST_KEPT && key.length < 1000) kept.set(key, place);
    }
    return place;
  }

  return {
    of(operationName, variables) {
      const place = find(operationName, variables);
      return (
        place && {
          estimate: reckon(place, variables),
          findDearest: () => findDearest(place, variables),
          measure: (data) => measureAnswer(place, data, variables),
        }
      );
    },
  };
}

/** Names of the variables that `@skip` and `@include` depend on. */
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
