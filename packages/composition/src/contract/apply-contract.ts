import {
  type ASTNode,
  type ConstDirectiveNode,
  type DocumentNode,
  isTypeDefinitionNode,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';
import { CompositionError } from '../compose/composition-error.ts';
import { readFeatures } from '../diff/features.ts';
import { helpFor } from '../compose/help.ts';
import { hasDirective } from '../sdl/has-directive.ts';
import type { Element, Hidden, Types } from './elements.ts';
import { hideDependent } from './hide-dependent.ts';
import { hideTagged } from './hide-tagged.ts';
import { hideUnreachable } from './hide-unreachable.ts';
import { linkInaccessible } from './link-inaccessible.ts';

/**
 * A variant of a supergraph for clients who may see less: what carries one of the tags becomes `@inaccessible`, and so does
 * what cannot stand without it. A supergraph again; the same input gives the same bytes. Departments still serve what is
 * hidden, so that keys and `@requires` may use it.
 *
 * @throws CompositionError NO_QUERIES when nothing remains to be asked
 */
export function applyContract(
  supergraphSdl: string,
  { excludeTags }: { excludeTags: readonly string[] },
): string {
  if (excludeTags.length === 0) return supergraphSdl;
  const supergraph = linkInaccessible(parse(supergraphSdl, { noLocation: true }));
  const features = readFeatures(supergraph);
  const types: Types = new Map(
    supergraph.definitions
      .filter(isTypeDefinitionNode)
      .filter(({ name }) => !features.owns(name.value))
      .map((type) => [type.name.value, type]),
  );
  const roots = rootsOf(supergraph);
  const hidden = hideTagged(types, features, new Set(excludeTags));
  hideDependent(types, hidden);
  hideUnreachable(types, roots, hideTagged(types, features, new Set()), hidden);
  // Types that no query came upon before may lead to those that none does now.
  hideDependent(types, hidden);
  if (hidden.has(types.get(roots[0]!)!)) throw nothingLeft(excludeTags);
  return print(markHidden(supergraph, hidden, features.directive('inaccessible')));
}

/** Query first. */
function rootsOf(supergraph: DocumentNode): string[] {
  const schema = supergraph.definitions.find(({ kind }) => kind === Kind.SCHEMA_DEFINITION);
  const roots = schema?.kind === Kind.SCHEMA_DEFINITION ? schema.operationTypes : [];
  return [...roots].sort((left) => (left.operation === 'query' ? -1 : 1)).map(({ type }) => type.name.value);
}

function markHidden(supergraph: DocumentNode, hidden: Hidden, name: string): DocumentNode {
  const mark: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: name } };
  // On entering, a node is still the one that was found hidden; on leaving it may be a copy.
  return visit(supergraph, {
    enter(node: ASTNode) {
      if (!hidden.has(node as Element) || hasDirective(node as Element, name)) return undefined;
      return { ...node, directives: [...((node as Element).directives ?? []), mark] };
    },
  });
}

function nothingLeft(excludeTags: readonly string[]): CompositionError {
  return new CompositionError([
    {
      code: 'NO_QUERIES',
      message: `Without what is tagged ${excludeTags.join(', ')} no query is left.`,
      help: helpFor('NO_QUERIES'),
      subgraphs: [],
      locations: [],
    },
  ]);
}
