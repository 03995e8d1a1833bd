import { type DocumentNode, isTypeDefinitionNode, Kind } from 'graphql';
import type { Features } from '../diff/features.ts';
import type { Hidden, Types } from './elements.ts';
import { CONDITIONAL_TAG, hideConditional } from './hide-conditional.ts';
import { hideDependent } from './hide-dependent.ts';
import type { HideReaders } from './hide-readers.ts';
import { hideTagged } from './hide-tagged.ts';
import { hideUnreachable } from './hide-unreachable.ts';

/** The types of a supergraph that are not those of a specification, by name. */
export function clientTypes(supergraph: DocumentNode, features: Features): Types {
  return new Map(
    supergraph.definitions
      .filter(isTypeDefinitionNode)
      .filter(({ name }) => !features.owns(name.value))
      .map((type) => [type.name.value, type]),
  );
}

/**
 * What clients of a variant may not see: what carries one of the tags or is `@inaccessible`, and what cannot stand without
 * that, or reads it, or is kept back by its class.
 *
 * @param hideReaders of the same supergraph; the same for all its variants
 */
export function findHidden(
  supergraph: DocumentNode,
  features: Features,
  types: Types,
  hideReaders: HideReaders,
  excludeTags: readonly string[],
): Hidden {
  const hidden = hideTagged(types, features, new Set(excludeTags));
  if (excludeTags.includes(CONDITIONAL_TAG)) hideConditional(types, features, hidden);
  hideDependent(types, hidden, hideReaders);
  hideUnreachable(types, rootsOf(supergraph), hideTagged(types, features, new Set()), hidden);
  // Types that no query came upon before may lead to those that none does now.
  hideDependent(types, hidden, hideReaders);
  return hidden;
}

/** Names of the root types. Query first. */
export function rootsOf(supergraph: DocumentNode): string[] {
  const schema = supergraph.definitions.find(({ kind }) => kind === Kind.SCHEMA_DEFINITION);
  const roots = schema?.kind === Kind.SCHEMA_DEFINITION ? schema.operationTypes : [];
  return [...roots].sort((left) => (left.operation === 'query' ? -1 : 1)).map(({ type }) => type.name.value);
}
