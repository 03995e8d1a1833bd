import { argumentsOf, schemaDirectives } from '@yiwang/schema-directives';
import type { DocumentNode } from 'graphql';

/** The specifications that a supergraph links: what belongs to them is not part of what clients may ask. */
export interface Features {
  /** True for names of types and directives that belong to a specification, such as `join__Graph`, `tag` or `inaccessible`. */
  owns(name: string): boolean;
  /** The name under which the supergraph uses a directive, such as `inaccessible`. */
  directive(spec: string): string;
}

/** Reads the `@link`s of a supergraph. */
export function readFeatures(supergraph: DocumentNode): Features {
  const prefixes = new Set<string>(['link']);
  const names = new Set<string>();
  const renamed = new Map<string, string>();
  for (const use of schemaDirectives(supergraph)) {
    if (use.name.value !== 'link') continue;
    const { url, as, import: imports } = argumentsOf(use);
    const spec = String(url).split('/').at(-2) ?? '';
    const prefix = typeof as === 'string' ? as : spec;
    prefixes.add(prefix);
    renamed.set(spec, prefix);
    for (const one of Array.isArray(imports) ? imports : []) {
      const { name, as: alias = name } = typeof one === 'string' ? { name: one } : (one ?? {});
      names.add(String(alias).replace('@', ''));
      renamed.set(String(name).replace('@', ''), String(alias).replace('@', ''));
    }
  }
  return {
    owns: (name) =>
      names.has(name) || prefixes.has(name) || (name.includes('__') && prefixes.has(name.split('__')[0]!)),
    directive: (spec) => renamed.get(spec) ?? spec,
  };
}

/** Names of the directives that clients may use in operations, which a supergraph defines beside those of specifications. */
export function isExecutable(locations: readonly { readonly value: string }[]): boolean {
  const places = [
    'QUERY',
    'MUTATION',
    'SUBSCRIPTION',
    'FIELD',
    'FRAGMENT_DEFINITION',
    'FRAGMENT_SPREAD',
    'INLINE_FRAGMENT',
    'VARIABLE_DEFINITION',
  ];
  return locations.some(({ value }) => places.includes(value));
}
