import { type ASTNode, type ConstDirectiveNode, type DocumentNode, Kind, parse, print, visit } from 'graphql';
import { CompositionError } from '../compose/composition-error.ts';
import { readFeatures } from '../diff/features.ts';
import { helpFor } from '../compose/help.ts';
import { hasDirective } from '../sdl/has-directive.ts';
import type { Element, Hidden } from './elements.ts';
import { clientTypes, findHidden, rootsOf } from './find-hidden.ts';
import { createHideReaders } from './hide-readers.ts';
import { linkInaccessible } from './link-inaccessible.ts';

/**
 * A variant of a supergraph for clients who may see less: what carries one of the tags becomes `@inaccessible`, and so does
 * what cannot stand without it or reads it. What `@sharing` shares with condition, or not at all, carries the tag `departments` by its class:
 * it need not be written there, and cannot be forgotten. A supergraph again; the same input gives the same bytes. Departments still serve what is
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
  const types = clientTypes(supergraph, features);
  const hideReaders = createHideReaders(supergraph, types, features);
  const hidden = findHidden(supergraph, features, types, hideReaders, excludeTags);
  if (hidden.has(types.get(rootsOf(supergraph)[0]!)!)) throw nothingLeft(excludeTags);
  return print(markHidden(supergraph, hidden, features.directive('inaccessible')));
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
