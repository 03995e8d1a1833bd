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

/** The `@defer` of a fragment, whatever its condition. */
export function deferOf({ directives }: SelectionNode): DirectiveNode | undefined {
  return directives?.find(({ name }) => name.value === NAME);
}

/** True when anything of the document may be answered later. */
export function mentionsDefer(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive: ({ name }) => {
      if (name.value === NAME) found = true;
    },
  });
  return found;
}

/** The label; undefined when there is none. Expects one that is a literal. */
export function labelOf(defer: DirectiveNode): string | undefined {
  const value = defer.arguments?.find(({ name }) => name.value === 'label')?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

/** True, false, or the name of the variable that decides. */
export function ifOf(defer: DirectiveNode): boolean | string {
  const value = defer.arguments?.find(({ name }) => name.value === 'if')?.value;
  if (value?.kind === Kind.VARIABLE) return value.name.value;
  return value?.kind === Kind.BOOLEAN ? value.value : true;
}

/** The fragment's directives, with its `@defer` exchanged for one of this label only; without one for null. */
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
