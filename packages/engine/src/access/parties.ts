import { type ConstDirectiveNode, type FieldDefinitionNode, Kind, type TypeNode } from 'graphql';
import { stringArgument } from '../compiled/supergraph/read-directives.ts';
import type { AccessFacts, PartyLink } from './access-facts.ts';
import type { TypeDefinition } from './supergraph-types.ts';

/** The tag of the types whom data is about. */
const TAG = 'data-subject';

/** Names of the entity types that are tagged so. */
export function partiesOf(
  types: ReadonlyMap<string, TypeDefinition>,
  keys: ReadonlyMap<string, string>,
  tag: string,
): Set<string> {
  const isTag = (one: ConstDirectiveNode) => one.name.value === tag && stringArgument(one, 'name') === TAG;
  return new Set([...keys.keys()].filter((name) => types.get(name)!.directives?.some(isTag)));
}

/** @param isOpen whether everyone may read the field of a coordinate */
export function partyLinksOf(
  types: ReadonlyMap<string, TypeDefinition>,
  keys: ReadonlyMap<string, string>,
  parties: ReadonlySet<string>,
  isOpen: (coordinate: string) => boolean,
): Map<string, PartyLink[]> {
  const links = new Map<string, PartyLink[]>();
  for (const name of keys.keys()) {
    if (parties.has(name)) continue;
    const own = (types.get(name)!.fields ?? []).flatMap((field): PartyLink[] => {
      const party = objectIn(field.type);
      const leads = party !== null && parties.has(party) && isAlwaysTheSame(field);
      return leads && isOpen(`${name}.${field.name.value}`) ? [{ field: field.name.value, party }] : [];
    });
    if (own.length > 0) links.set(name, own);
  }
  return links;
}

/** The fields of an entity that tell the key of the party that it leads to. */
export function keyBehind({ field, party }: PartyLink, { keys }: Pick<AccessFacts, 'keys'>): string {
  return `${field} { ${keys.get(party)!} }`;
}

/** Clients see it, and it has no arguments. */
function isAlwaysTheSame({ arguments: given = [], directives = [] }: FieldDefinitionNode): boolean {
  return given.length === 0 && !directives.some(({ name }) => name.value.startsWith('inaccessible'));
}

/** Name of the type of a value; null for that of a list. */
function objectIn(type: TypeNode): string | null {
  if (type.kind === Kind.NON_NULL_TYPE) return objectIn(type.type);
  return type.kind === Kind.NAMED_TYPE ? type.name.value : null;
}
