import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { type FieldNotes, fragmentsOf } from '../response-shape/collect-fields.ts';

/** An operation that meets rules: what the client gets, and what the subgraphs are asked for. */
export interface FilteredOperation extends FieldNotes {
  /** The client's document. A fragment that may meet different types is in it once for each. */
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** Coordinates of the conditional data that is read, sorted. */
  conditional: readonly string[];
  /** Those of them that arguments read: no selection names them to a subgraph. */
  conditionalByArguments: readonly string[];
  /**
   * Those of them that are rows whose existence or number is read, such as `Permit.__typename`, while no field of the rows
   * need be.
   */
  existing: ReadonlySet<string>;
  /**
   * Coordinates of all rows that the operation leads to and the caller may know of, because plans ask for their keys; and
   * of what aggregates are made from, as far as the caller may read it.
   */
  knowable: ReadonlySet<string>;
  /**
   * The document to plan: without denied fields, and with the keys of the entities whose conditional data is read, and of
   * the data subjects that they are in or lead to. A selection set that would be empty asks for the type, so that its
   * object is there.
   */
  planned: DocumentNode;
  /** False when no field of the operation is left. */
  asksForAnything: boolean;
}

export function documentOf(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  return { kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] };
}

/** The document without fragments that nothing spreads. */
export function withoutUnused(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  const fragments = fragmentsOf(document);
  const collect = (node: ASTNode) =>
    visit(node, {
      FragmentSpread: ({ name }) => {
        if (used.has(name.value)) return;
        used.add(name.value);
        collect(fragments[name.value]!);
      },
    });
  const [operation] = document.definitions;
  collect(operation!);
  const definitions = document.definitions.filter(
    (one) => one.kind !== Kind.FRAGMENT_DEFINITION || used.has(one.name.value),
  );
  return { ...document, definitions };
}

export function freshName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let number = 1;
  while (taken.has(`${name}_${number}`)) number += 1;
  return `${name}_${number}`;
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

export function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

/** A selection set that asks for `__typename` when it would be empty. */
export function neverEmpty(selections: readonly SelectionNode[]): SelectionSetNode {
  return setOf(selections.length > 0 ? selections : [TYPENAME]);
}
