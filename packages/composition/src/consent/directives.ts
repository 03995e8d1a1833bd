import { argumentsOf, schemaDirectives } from '@yiwang/schema-directives';
import { type ConstDirectiveNode, type DocumentNode, print } from 'graphql';

/** The directives of access, by the whole address of their specification: a name alone could be that of another. */
const SPECS = {
  sharing: 'https://specs.yiwang.dev/sharing/',
  sensitive: 'https://specs.yiwang.dev/sensitive/',
  authenticated: 'https://specs.apollo.dev/authenticated/',
  requiresScopes: 'https://specs.apollo.dev/requiresScopes/',
  tag: 'https://specs.apollo.dev/tag/',
  inaccessible: 'https://specs.apollo.dev/inaccessible/',
  cost: 'https://specs.apollo.dev/cost/',
  context: 'https://specs.apollo.dev/context/',
  cacheControl: 'https://specs.yiwang.dev/cacheControl/',
};

/** The names under which a supergraph uses directives. */
export type Names = Readonly<Record<keyof typeof SPECS | 'listSize', string>>;

export type Directives = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

export function readNames(supergraph: DocumentNode): Names {
  const links = schemaDirectives(supergraph)
    .filter(({ name }) => name.value === 'link')
    .map(argumentsOf);
  const nameOf = (spec: keyof typeof SPECS, directive: string = spec): string => {
    const link = links.find(({ url }) => String(url).startsWith(SPECS[spec]));
    if (!link) return directive;
    for (const one of Array.isArray(link['import']) ? link['import'] : []) {
      const { name, as = name } = typeof one === 'string' ? { name: one } : (one ?? {});
      if (name === `@${directive}`) return String(as).slice(1);
    }
    if (typeof link['as'] !== 'string') return directive;
    return directive === spec ? link['as'] : `${link['as']}__${directive}`;
  };
  return {
    sharing: nameOf('sharing'),
    sensitive: nameOf('sensitive'),
    authenticated: nameOf('authenticated'),
    requiresScopes: nameOf('requiresScopes'),
    tag: nameOf('tag'),
    inaccessible: nameOf('inaccessible'),
    cost: nameOf('cost'),
    listSize: nameOf('cost', 'listSize'),
    context: nameOf('context'),
    cacheControl: nameOf('cacheControl'),
  };
}

export function findUse({ directives = [] }: Directives, name: string): ConstDirectiveNode | undefined {
  return directives.find((use) => use.name.value === name);
}

/**
 * Every directive of an element but those that say nothing of who may read it: what it means may matter. Sorted, so that the
 * same uses give the same text.
 *
 * @param known names of directives that are looked at by themselves
 */
export function otherDirectives({ directives = [] }: Directives, known: readonly string[]): string[] {
  return directives
    .filter(({ name: { value } }) => !value.startsWith('join__') && !known.includes(value))
    .map((use) => print(use))
    .sort();
}

/** Directives that say nothing of who may read, or who answers. What is said of caching has a rule of its own. */
export function harmless({ cost, listSize, context, cacheControl }: Names): string[] {
  return ['deprecated', 'specifiedBy', 'oneOf', cost, listSize, context, cacheControl];
}
