import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { stringArgument } from '../core/read-directives.ts';

/** The names under which a supergraph uses the access directives. */
export interface DirectiveNames {
  sharing: string;
  authenticated: string;
  requiresScopes: string;
  tag: string;
  reads: string;
  sensitive: string;
  aggregate: string;
  ownData: string;
  cacheControl: string;
}

const SPECS = {
  sharing: 'https://specs.yiwang.dev/sharing/',
  authenticated: 'https://specs.apollo.dev/authenticated/',
  requiresScopes: 'https://specs.apollo.dev/requiresScopes/',
  tag: 'https://specs.apollo.dev/tag/',
  reads: 'https://specs.yiwang.dev/reads/',
  sensitive: 'https://specs.yiwang.dev/sensitive/',
  aggregate: 'https://specs.yiwang.dev/aggregate/',
  ownData: 'https://specs.yiwang.dev/ownData/',
  cacheControl: 'https://specs.yiwang.dev/cacheControl/',
};
/** The versions that are enforced. */
export const ACCESS_SPECS = [
  `${SPECS.sharing}v1.0`,
  `${SPECS.authenticated}v0.1`,
  `${SPECS.requiresScopes}v0.1`,
  `${SPECS.reads}v1.0`,
  `${SPECS.sensitive}v1.0`,
  `${SPECS.ownData}v1.0`,
];
/** Our own specifications, whose other versions might not be enforced. */
const OWN_SPECS = [SPECS.sharing, SPECS.reads, SPECS.sensitive, SPECS.ownData];

/**
 * Returns the names of the access directives, which a supergraph may import under other names.
 *
 * @throws Error for an unknown version of `@sharing`, `@reads`, `@sensitive` or `@ownData`, because it might not be enforced
 */
export function directiveNames(supergraph: DocumentNode): DirectiveNames {
  const links = linksOf(supergraph);
  const nameOf = (spec: keyof DirectiveNames): string => {
    const link = links.find((one) => stringArgument(one, 'url')?.startsWith(SPECS[spec]));
    return (link && (importedAs(link, spec) ?? stringArgument(link, 'as'))) ?? spec;
  };
  for (const link of links) {
    const url = stringArgument(link, 'url') ?? '';
    if (OWN_SPECS.some((spec) => url.startsWith(spec)) && !ACCESS_SPECS.includes(url)) {
      throw new Error(`${url} is not known here.`);
    }
  }
  return {
    sharing: nameOf('sharing'),
    authenticated: nameOf('authenticated'),
    requiresScopes: nameOf('requiresScopes'),
    tag: nameOf('tag'),
    reads: nameOf('reads'),
    sensitive: nameOf('sensitive'),
    aggregate: nameOf('aggregate'),
    ownData: nameOf('ownData'),
    cacheControl: nameOf('cacheControl'),
  };
}

/** Returns whether a `@link` is to a specification that the engine enforces. */
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

/**
 * Returns the name, without `@`, under which the link imports its directive; undefined when it does not import it.
 */
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
