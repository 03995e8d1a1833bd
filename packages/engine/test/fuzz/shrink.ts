import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  parse,
  type SelectionNode,
  validate,
  visit,
} from 'graphql';
import type { Operation } from './make-operation.ts';
import { edit, TYPENAME } from './simplify.ts';

/** What comes in place of a selection; undefined where there is nothing to change. */
type Change = (selection: SelectionNode, siblings: number) => readonly SelectionNode[] | undefined;

/** Ways to make an operation smaller, the ones that take most away first. */
const CHANGES: readonly Change[] = [
  (selection, siblings) => (siblings > 1 ? [] : isTypename(selection) ? undefined : [TYPENAME]),
  (selection) => (selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet.selections : undefined),
  (selection) => (selection.directives?.length ? [{ ...selection, directives: [] }] : undefined),
  (selection) =>
    selection.kind === Kind.FIELD && selection.arguments?.length
      ? [{ ...selection, arguments: [] }]
      : undefined,
  ({ ...selection }) => {
    if (selection.kind !== Kind.FIELD || !selection.alias) return undefined;
    const { alias: _, ...field } = selection;
    return [field];
  },
];

/**
 * A smallest operation that still fails, found by changing one selection after the other.
 *
 * @param fails whether a valid operation shows the fault
 */
export async function shrink(
  operation: Operation,
  schema: GraphQLSchema,
  fails: (operation: Operation) => Promise<boolean>,
): Promise<Operation> {
  const inlined = edit(operation, inlineFragments);
  let smallest = (await fails(inlined)) ? inlined : operation;
  for (let before = ''; before !== smallest.query;) {
    before = smallest.query;
    for (const change of CHANGES) {
      // What has failed stays behind: the same number then is the next selection.
      for (let number = 0; ;) {
        const smaller = changeOne(smallest, change, number);
        if (!smaller) break;
        const isValid = validate(schema, parse(smaller.query)).length === 0;
        if (isValid && (await fails(smaller))) smallest = smaller;
        else number += 1;
      }
    }
  }
  return smallest;
}

/** The operation changed at one of the selections that can be; null when there are not as many. */
function changeOne(operation: Operation, change: Change, number: number): Operation | null {
  let left = number;
  let isChanged = false;
  const changed = edit(operation, (document) =>
    visit(document, {
      SelectionSet: (set) => ({
        ...set,
        selections: set.selections.flatMap((selection) => {
          const replaced = isChanged ? undefined : change(selection, set.selections.length);
          if (!replaced || left-- > 0) return selection;
          isChanged = true;
          return replaced;
        }),
      }),
    }),
  );
  return isChanged ? changed : null;
}

function inlineFragments(document: DocumentNode): DocumentNode {
  const fragments = new Map(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  return visit(document, {
    FragmentSpread: ({ name, directives = [] }) => {
      const { typeCondition, selectionSet } = fragments.get(name.value)!;
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet };
    },
  });
}

function isTypename(selection: SelectionNode): boolean {
  return selection.kind === Kind.FIELD && selection.name.value === '__typename';
}
