import { type ConstDirectiveNode, type DocumentNode, print, visit } from 'graphql';
import { isAccessLink } from '../access/directive-names.ts';

/**
 * The supergraph as the stock gateway takes it: it would refuse one that demands to be kept safe by what it does not know.
 * We have taken that over.
 */
export function withoutPurpose(supergraph: DocumentNode): string {
  return print(
    visit(supergraph, {
      Directive: (directive) => {
        if (!isAccessLink(directive as ConstDirectiveNode)) return undefined;
        return { ...directive, arguments: directive.arguments?.filter(({ name }) => name.value !== 'for') };
      },
    }),
  );
}
