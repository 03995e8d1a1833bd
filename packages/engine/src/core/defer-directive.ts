import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
  Kind,
  type SelectionNode,
  visit,
} from 'graphql';

const NAME = 'defer';

/** Returns the `@defer` of a fragment, whatever its condition. */
export function deferOf({ directives }: SelectionNode): DirectiveNode | undefined {
  return directives?.find(({ name }) => name.value === NAME);
}

/** Returns whether any part of the document may be deferred. */
export function mentionsDefer(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive: ({ name }) => {
      if (name.value === NAME) found = true;
    },
  });
  return found;
}

/** Returns the label, which must be a literal; undefined when there is none. */
export function labelOf(defer: DirectiveNode): string | undefined {
  const value = defer.arguments?.find(({ name }) => name.value === 'label')?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

/** Returns the value of `if`: true, false, or the name of the variable that decides. */
export function ifOf(defer: DirectiveNode): boolean | string {
  const value = defer.arguments?.find(({ name }) => name.value === 'if')?.value;
  if (value?.kind === Kind.VARIABLE) return value.name.value;
  return value?.kind === Kind.BOOLEAN ? value.value : true;
}

/**
 * Returns the directives of the fragment with its `@defer` replaced by one that has only this label, or removed
 * when the label is null.
 */
export function withDefer(
  { directives = [] }: FragmentSpreadNode | InlineFragmentNode,
  label: string | null,
): readonly DirectiveNode[] {
  const others = directives.filter(({ name }) => name.value !== NAME);
  if (label === null) return others;
  const argument = {
    kind: Kind.ARGUMENT as const,
    name: { kind: Kind.NAME as const, value: 'label' },
    value: { kind: Kind.STRING as const, value: label },
  };
  return [...others, { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: NAME }, arguments: [argument] }];
}
