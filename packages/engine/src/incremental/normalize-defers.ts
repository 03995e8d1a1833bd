import { PublicError } from '@yiwang/errors';
import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  visit,
  type SelectionNode,
} from 'graphql';
import type { Fragments } from '../response-shape/collect-fields.ts';
import { deferOf, ifOf, labelOf, withDefer } from '../core/defer-directive.ts';

/**
 * Checks what the specification forbids for `@defer` and graphql-js 16 does not check.
 *
 * @throws PublicError GRAPHQL_VALIDATION_FAILED
 */
export function checkDefers(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fragments: Fragments,
): void {
  const labels = new Set<string>();
  const isSubscription = operation.operation === OperationTypeNode.SUBSCRIPTION;
  visit(document, {
    Directive(directive) {
      if (directive.name.value !== 'defer') return;
      if (isSubscription && ifOf(directive) !== false) throw invalid('A subscription cannot defer anything.');
      const label = directive.arguments?.find(({ name }) => name.value === 'label');
      if (!label || label.value.kind === Kind.NULL) return;
      if (label.value.kind !== Kind.STRING) throw invalid('The label of @defer has to be a literal string.');
      const text = label.value.value;
      if (labels.has(text)) throw invalid(`The label "${text}" of @defer is given twice.`);
      labels.add(text);
    },
  });
  if (operation.operation === OperationTypeNode.MUTATION) checkRoot(operation.selectionSet);

  /** The fields of a mutation run one after the other, so none can be deferred. */
  function checkRoot({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) continue;
      const defer = deferOf(selection);
      if (defer && ifOf(defer) !== false) throw invalid('The fields of a mutation cannot be deferred.');
      checkRoot(
        (selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]! : selection).selectionSet,
      );
    }
  }
}

function invalid(message: string): PublicError {
  return new PublicError('GRAPHQL_VALIDATION_FAILED', message);
}

/** An operation whose deferred fragments have numbers and are always deferred. */
interface NormalizedDefers {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** The client's labels by number, as text. Empty when nothing is deferred. */
  labels: ReadonlyMap<string, string | undefined>;
}

/**
 * Evaluates the conditions of `@defer`, and replaces the label of each deferred fragment by a number.
 *
 * A fragment that is spread in several places is several deferred parts, so fragments that contain `@defer` are
 * inlined. Each part then has one place in the operation, and the planner, which identifies parts by label, cannot
 * confuse two.
 */
export function normalizeDefers(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  conditions: Readonly<Record<string, unknown>>,
): NormalizedDefers {
  const labels = new Map<string, string | undefined>();
  const deferring = createDeferringTest(fragments);
  const normalized = { ...operation, selectionSet: normalizeSet(operation.selectionSet) };
  const others = Object.values(fragments).filter(({ name }) => !deferring(name.value));
  return {
    document: { kind: Kind.DOCUMENT, definitions: [normalized, ...others] },
    operation: normalized,
    labels,
  };

  function normalizeSet(set: SelectionSetNode): SelectionSetNode {
    return { kind: Kind.SELECTION_SET, selections: set.selections.map(normalizeSelection) };
  }

  function normalizeSelection(selection: SelectionNode): SelectionNode {
    if (selection.kind === Kind.FIELD) {
      const { selectionSet } = selection;
      return selectionSet ? { ...selection, selectionSet: normalizeSet(selectionSet) } : selection;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD && !deferOf(selection) && !deferring(selection.name.value)) {
      return selection;
    }
    const directives = withDefer(selection, numberOf(selection));
    const { typeCondition, selectionSet } =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]! : selection;
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition,
      directives,
      selectionSet: normalizeSet(selectionSet),
    };
  }

  /** Returns null when the fragment is not deferred. */
  function numberOf(selection: SelectionNode): string | null {
    const defer = deferOf(selection);
    const when = defer ? ifOf(defer) : false;
    if (!defer || !(typeof when === 'string' ? conditions[when] === true : when)) return null;
    const number = `${labels.size}`;
    labels.set(number, labelOf(defer));
    return number;
  }
}

/** Returns the variables that decide what is deferred, each once. */
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

/** Returns a function that tests whether a fragment, or one that it spreads, contains `@defer`. */
function createDeferringTest(fragments: Fragments): (name: string) => boolean {
  const cached = new Map<string, boolean>();
  const inSet = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if (deferOf(selection)) return true;
      if (selection.kind === Kind.FRAGMENT_SPREAD) return inFragment(selection.name.value);
      return selection.selectionSet ? inSet(selection.selectionSet) : false;
    });
  function inFragment(name: string): boolean {
    let found = cached.get(name);
    if (found === undefined) {
      found = inSet(fragments[name]!.selectionSet);
      cached.set(name, found);
    }
    return found;
  }
  return inFragment;
}
