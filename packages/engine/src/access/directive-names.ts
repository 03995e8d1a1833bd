import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { stringArgument } from '../compiled/supergraph/read-directives.ts';

/** The names under which a supergraph uses the directives of access. */
export interface DirectiveNames {
  sharing: string;
  authenticated: string;
  requiresScopes: string;
  tag: string;
}

const SPECS = {
  sharing: 'https://specs.yiwang.dev/sharing/',
  authenticated: 'https://specs.apollo.dev/authenticated/',
  requiresScopes: 'https://specs.apollo.dev/requiresScopes/',
  tag: 'https://specs.apollo.dev/tag/',
};
/** The versions that are enforced. */
export const ACCESS_SPECS = [
  `${SPECS.sharing}v1.0`,
  `${SPECS.authenticated}v0.1`,
  `${SPECS.requiresScopes}v0.1`,
];

/**
 * A supergraph may import a directive under another name.
 *
 * @throws Error when it uses a version of `@sharing` that is not known: what it says might not be enforced
 */
export function directiveNames(supergraph: DocumentNode): DirectiveNames {
  const links = linksOf(supergraph);
  const nameOf = (spec: keyof DirectiveNames): string => {
    const link = links.find((one) => stringArgument(one, 'url')?.startsWith(SPECS[spec]));
    return (link && (importedAs(link, spec) ?? stringArgument(link, 'as'))) ?? spec;
  };
  for (const link of links) {
    const url = stringArgument(link, 'url') ?? '';
    if (url.startsWith(SPECS.sharing) && !ACCESS_SPECS.includes(url)) {
      throw new Error(`${url} is not known here.`);
    }
  }
  return {
    sharing: nameOf('sharing'),
    authenticated: nameOf('authenticated'),
    requiresScopes: nameOf('requiresScopes'),
    tag: nameOf('tag'),
  };
}

/** True for a `@link` to what the engine enforces itself. */
export function isAccessLink(directive: ConstDirectiveNode): boolean {
  return directive.name.value === 'link' && ACCESS_SPECS.includes(stringArgument(directive, 'url') ?? '');
}

function linksOf({ definitions }: DocumentNode): ConstDirectiveNode[] {
  return definitions
    .flatMap((one) =>
      one.kind === Kind.SCHEMA_DEFINITION || one.kind === Kind.SCHEMA_EXTENSION ? (one.directives ?? []) : [],
    )
    .filter(({ name }) => name.value === 'link');
}

/** The name, without `@`, that the link gives its directive; undefined when it does not import it. */
function importedAs(link: ConstDirectiveNode, directive: string): string | undefined {
  const list = link.arguments?.find(({ name }) => name.value === 'import')?.value;
  for (const entry of list?.kind === Kind.LIST ? list.values : []) {
    if (entry.kind === Kind.STRING && entry.value === `@${directive}`) return directive;
    if (entry.kind !== Kind.OBJECT) continue;
    const text = (field: string) => {
      const value = entry.fields.find(({ name }) => name.value === field)?.value;
      return value?.kind === Kind.STRING ? value.value : undefined;
    };
    if (text('name') === `@${directive}`) return (text('as') ?? `@${directive}`).slice(1);
  }
  return undefined;
}
