import { hash } from 'node:crypto';
import { type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, Kind } from 'graphql';
import type { AccessRule, SharingClass } from '../caller.ts';
import { departmentNames, enumArgument, stringArgument } from '../compiled/supergraph/read-directives.ts';
import { type AccessFacts, NO_ACCESS_FACTS } from './access-facts.ts';
import { type DirectiveNames, directiveNames } from './directive-names.ts';
import { partiesOf, partyLinksOf } from './parties.ts';
import { requiredCoordinates } from './required-coordinates.ts';
import { subjectKeys } from './subject-keys.ts';
import {
  fieldTypes,
  graphOf,
  isJoinField,
  isJoinType,
  isTrue,
  possibleTypesOf,
  type TypeDefinition,
} from './supergraph-types.ts';

type Directives = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

/**
 * Reads from a supergraph who may read what.
 *
 * What `@sharing` of a type says holds for its fields that have none of their own; what `@authenticated` and
 * `@requiresScopes` of a type ask for is asked for beside what its fields ask for.
 */
export function readAccess(supergraph: DocumentNode): AccessFacts {
  const names = directiveNames(supergraph);
  const types = fieldTypes(supergraph);
  const departments = departmentNames(supergraph);
  const rules = new Map<string, AccessRule>();
  const holders = new Map<string, readonly string[]>();
  const shared = new Map<string, SharingClass | null>();
  for (const type of types.values()) {
    for (const field of type.fields ?? []) {
      const rule = readRule(type, field, names, departments);
      shared.set(rule.coordinate, rule.sharing);
      if (!asksForSomething(rule)) continue;
      rules.set(rule.coordinate, rule);
      if (rule.sharing === 'CONDITIONAL') {
        holders.set(rule.coordinate, holdersOf(type, field, departments));
      }
    }
  }
  if (rules.size === 0) return NO_ACCESS_FACTS;

  const possibleTypes = possibleTypesOf(supergraph);
  const needs = requiredCoordinates(supergraph, types, possibleTypes);
  for (const type of types.values()) {
    for (const field of type.fields ?? []) addInterfaces(type, field);
  }
  const reach = closeOver(needs, rules);
  const keys = holders.size > 0 ? subjectKeys(types) : new Map<string, string>();
  const parties = partiesOf(types, keys, names.tag);
  const partyLinks = partyLinksOf(types, keys, parties, (coordinate) => !reach.has(coordinate));
  const all = [rules, reach, holders, keys, parties, partyLinks, possibleTypes].map((facts) => [...facts]);
  const fingerprint = hash('sha256', JSON.stringify(all), 'base64');
  return { rules, reach, holders, keys, parties, partyLinks, possibleTypes, fingerprint };

  /**
   * A field that its type says nothing about, or that its type has from a department that knows the interface as an
   * object, is kept back as the interface keeps it back: naming the type is no way around it.
   */
  function addInterfaces(type: TypeDefinition, { name, directives = [] }: FieldDefinitionNode): void {
    const coordinate = `${type.name.value}.${name.value}`;
    const isOfInterface = directives.some((one) => isJoinField(one) && graphOf(one) === undefined);
    if (shared.get(coordinate) !== null && !isOfInterface) return;
    for (const other of type.interfaces ?? []) {
      const inherited = `${other.name.value}.${name.value}`;
      if (!rules.has(inherited)) continue;
      needs.set(coordinate, [...(needs.get(coordinate) ?? []), inherited]);
      const own = rules.get(coordinate);
      if (!own || !isOfInterface) continue;
      const owners = new Set([...own.departments, ...rules.get(inherited)!.departments]);
      rules.set(coordinate, { ...own, departments: [...owners] });
    }
  }
}

function readRule(
  type: TypeDefinition,
  field: FieldDefinitionNode,
  names: DirectiveNames,
  departments: ReadonlyMap<string, string>,
): AccessRule {
  const sharing = find(field, names.sharing) ?? find(type, names.sharing);
  return {
    coordinate: `${type.name.value}.${field.name.value}`,
    sharing: sharing ? (enumArgument(sharing, 'class') as SharingClass) : null,
    basis: (sharing && stringArgument(sharing, 'basis')) ?? null,
    authenticated: [type, field].some((node) => find(node, names.authenticated) !== undefined),
    scopes: bothScopes(
      scopesOf(find(type, names.requiresScopes)),
      scopesOf(find(field, names.requiresScopes)),
    ),
    departments: ownersOf(type, field, departments),
  };
}

function asksForSomething({ sharing, authenticated, scopes }: AccessRule): boolean {
  return authenticated || scopes.length > 0 || (sharing !== null && sharing !== 'UNCONDITIONAL');
}

function find({ directives = [] }: Directives, name: string): ConstDirectiveNode | undefined {
  return directives.find((one) => one.name.value === name);
}

function scopesOf(directive: ConstDirectiveNode | undefined): string[][] {
  const value = directive?.arguments?.find(({ name }) => name.value === 'scopes')?.value;
  if (value?.kind !== Kind.LIST) return [];
  return value.values.map((list) =>
    list.kind === Kind.LIST
      ? list.values.flatMap((one) => (one.kind === Kind.STRING ? [one.value] : []))
      : [],
  );
}

/** Each of the lists asks for one of its own lists in full. */
function bothScopes(first: readonly string[][], second: readonly string[][]): string[][] {
  if (first.length === 0 || second.length === 0) return [...first, ...second];
  return first.flatMap((one) => second.map((other) => [...new Set([...one, ...other])]));
}

/** The departments that resolve a field. */
function ownersOf(
  type: TypeDefinition,
  field: FieldDefinitionNode,
  departments: ReadonlyMap<string, string>,
): string[] {
  const joins = (field.directives ?? []).filter(isJoinField);
  const owning = joins.filter((one) => !isTrue(one, 'external') && !isTrue(one, 'usedOverridden'));
  return namesOf(joins.length === 0 ? (type.directives ?? []).filter(isJoinType) : owning, departments);
}

/** The departments whose schema has a field. */
function holdersOf(
  type: TypeDefinition,
  field: FieldDefinitionNode,
  departments: ReadonlyMap<string, string>,
): string[] {
  const joins = (field.directives ?? []).filter((one) => isJoinField(one) && graphOf(one) !== undefined);
  return namesOf(joins.length === 0 ? (type.directives ?? []).filter(isJoinType) : joins, departments);
}

function namesOf(
  directives: readonly ConstDirectiveNode[],
  departments: ReadonlyMap<string, string>,
): string[] {
  return [...new Set(directives.flatMap((one) => departments.get(graphOf(one) ?? '') ?? []))];
}

/** The coordinates of all rules that a field meets, by what it needs and what that needs in turn. */
function closeOver(
  needs: ReadonlyMap<string, readonly string[]>,
  rules: ReadonlyMap<string, AccessRule>,
): Map<string, readonly string[]> {
  const reach = new Map<string, readonly string[]>();
  for (const coordinate of new Set([...rules.keys(), ...needs.keys()])) {
    const met = new Set([coordinate]);
    // What is added while it is read is read too.
    for (const one of met) for (const needed of needs.get(one) ?? []) met.add(needed);
    const own = [...met].filter((one) => rules.has(one)).sort();
    if (own.length > 0) reach.set(coordinate, own);
  }
  return reach;
}
