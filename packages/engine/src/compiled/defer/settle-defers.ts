import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from '../shape/collect-fields.ts';
import { deferOf, ifOf, labelOf, withDefer } from './defer-directive.ts';

/** An operation whose deferred fragments are told apart by number, and defer under every condition. */
export interface SettledDefers {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** By number, as text, the client's label. Empty when nothing is deferred. */
  labels: ReadonlyMap<string, string | undefined>;
}

/**
 * Carries out the conditions of `@defer`, and gives each deferred fragment a number in place of its label.
 *
 * A fragment that is spread in several places is several deferred parts, so fragments with a `@defer` in them are
 * spread out. Each part is then in one place of the operation, and the planner, which tells parts apart by label, cannot
 * take two for one.
 */
export function settleDefers(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  conditions: Readonly<Record<string, unknown>>,
): SettledDefers {
  const labels = new Map<string, string | undefined>();
  const deferring = createDeferringTest(fragments);
  const settled = { ...operation, selectionSet: settleSet(operation.selectionSet) };
  const others = Object.values(fragments).filter(({ name }) => !deferring(name.value));
  return {
    document: { kind: Kind.DOCUMENT, definitions: [settled, ...others] },
    operation: settled,
    labels,
  };

  function settleSet(set: SelectionSetNode): SelectionSetNode {
    return { kind: Kind.SELECTION_SET, selections: set.selections.map(settle) };
  }

  function settle(selection: SelectionNode): SelectionNode {
    if (selection.kind === Kind.FIELD) {
      const { selectionSet } = selection;
      return selectionSet ? { ...selection, selectionSet: settleSet(selectionSet) } : selection;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD && !deferOf(selection) && !deferring(selection.name.value)) {
      return selection;
    }
    const directives = withDefer(selection, numberOf(selection));
    const { typeCondition, selectionSet } =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]! : selection;
    return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet: settleSet(selectionSet) };
  }

  /** Null when the fragment is answered with what is around it. */
  function numberOf(selection: SelectionNode): string | null {
    const defer = deferOf(selection);
    const when = defer ? ifOf(defer) : false;
    if (!defer || !(typeof when === 'string' ? conditions[when] === true : when)) return null;
    const number = `${labels.size}`;
    labels.set(number, labelOf(defer));
    return number;
  }
}

/** The variables that decide what is deferred, each once. */
export function deferVariables(operation: OperationDefinitionNode, fragments: Fragments): string[] {
  const names = new Set<string>();
  const seen = new Set<string>();
  visitSet(operation.selectionSet);
  return [...names];

  function visitSet({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      const defer = deferOf(selection);
      const when = defer && ifOf(defer);
      if (typeof when === 'string') names.add(when);
      if (selection.kind !== Kind.FRAGMENT_SPREAD) {
        if (selection.selectionSet) visitSet(selection.selectionSet);
      } else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        visitSet(fragments[selection.name.value]!.selectionSet);
      }
    }
  }
}

/** Tells of a fragment whether it has a `@defer` in it, or in what it spreads. */
function createDeferringTest(fragments: Fragments): (name: string) => boolean {
  const known = new Map<string, boolean>();
  const inSet = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if (deferOf(selection)) return true;
      if (selection.kind === Kind.FRAGMENT_SPREAD) return inFragment(selection.name.value);
      return selection.selectionSet ? inSet(selection.selectionSet) : false;
    });
  function inFragment(name: string): boolean {
    let found = known.get(name);
    if (found === undefined) {
      found = inSet(fragments[name]!.selectionSet);
      known.set(name, found);
    }
    return found;
  }
  return inFragment;
}
