import { PublicError } from '@yiwang/errors';
import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';
import { fragmentsOf } from './fragments-of.ts';

export interface DocumentSize {
  /** Fields inside fields, with fragments spread out: `{ a { b } }` is 2. */
  depth: number;
  /** Fields with fragments spread out, as many times as they are spread; may be Infinity. */
  fields: number;
  /** Of those fields, the ones that are given another name. */
  aliases: number;
  /** Fragments that spread fragments: 1 for a fragment that spreads none. */
  fragmentChain: number;
}

const NOTHING: DocumentSize = { depth: 0, fields: 0, aliases: 0, fragmentChain: 0 };

/**
 * The largest of each over all definitions, used or not, because validation visits all of them.
 *
 * Each fragment is measured once, so the work is linear in the size of the document even where
 * fragments spread each other exponentially.
 *
 * @throws PublicError GRAPHQL_VALIDATION_FAILED when fragments spread themselves
 */
export function measureDocument(document: DocumentNode): DocumentSize {
  const fragments = fragmentsOf(document);
  const measured = new Map<string, DocumentSize>();
  const underWay = new Set<string>();

  function measureFragment(name: string): DocumentSize {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    if (underWay.has(name)) {
      throw new PublicError(
        'GRAPHQL_VALIDATION_FAILED',
        `Fragment "${name}" spreads itself, directly or through others.`,
      );
    }
    underWay.add(name);
    const inside = measureSelections(fragment.selectionSet);
    underWay.delete(name);
    const size = { ...inside, fragmentChain: inside.fragmentChain + 1 };
    measured.set(name, size);
    return size;
  }

  function measureSelections(set: SelectionSetNode | undefined): DocumentSize {
    let total = NOTHING;
    for (const selection of set?.selections ?? []) {
      switch (selection.kind) {
        case Kind.FIELD: {
          const { depth, fields, aliases, fragmentChain } = measureSelections(selection.selectionSet);
          total = add(total, {
            depth: depth + 1,
            fields: fields + 1,
            aliases: aliases + (selection.alias ? 1 : 0),
            fragmentChain,
          });
          break;
        }
        case Kind.INLINE_FRAGMENT:
          total = add(total, measureSelections(selection.selectionSet));
          break;
        case Kind.FRAGMENT_SPREAD:
          total = add(total, measureFragment(selection.name.value));
      }
    }
    return total;
  }

  return document.definitions
    .map((definition) => {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) return measureFragment(definition.name.value);
      return definition.kind === Kind.OPERATION_DEFINITION
        ? measureSelections(definition.selectionSet)
        : NOTHING;
    })
    .reduce(largest, NOTHING);
}

function add(one: DocumentSize, other: DocumentSize): DocumentSize {
  return {
    ...largest(one, other),
    fields: one.fields + other.fields,
    aliases: one.aliases + other.aliases,
  };
}

function largest(one: DocumentSize, other: DocumentSize): DocumentSize {
  return {
    depth: Math.max(one.depth, other.depth),
    fields: Math.max(one.fields, other.fields),
    aliases: Math.max(one.aliases, other.aliases),
    fragmentChain: Math.max(one.fragmentChain, other.fragmentChain),
  };
}
