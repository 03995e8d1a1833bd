import { hash } from 'node:crypto';
import { readArgumentReads } from '@yiwang/schema-directives';
import { type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, Kind } from 'graphql';
import type { AccessRule, DataSubject, SharingClass } from '../core/caller.ts';
import { subgraphNames, enumArgument, stringArgument, typeNameOf } from '../core/read-directives.ts';
import { type AccessFacts, NO_ACCESS_FACTS } from '../core/access-facts.ts';
import { addArgumentRules } from './argument-rules.ts';
import { type DirectiveNames, directiveNames } from './directive-names.ts';
import { existenceRules } from './existence.ts';
import { dataSubjectsOf, subjectLinksOf, subjectKeys } from './data-subjects.ts';
import { requiredCoordinates } from './required-coordinates.ts';
import {
  fieldTypes,
  graphOf,
  isJoinField,
  isJoinType,
  isTrue,
  leafTypes,
  possibleTypesOf,
  type TypeDefinition,
} from './supergraph-types.ts';

type Directives = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

/**
 * Reads from a supergraph who may read what.
 *
 * A type's `@sharing` applies to its fields that have none of their own. The demands of a type's `@authenticated`
 * and `@requiresScopes` add to those of its fields, and so do those of the scalar or enum of a field's value. What
 * the arguments of a field read is included where a rule applies to it, or where the value is masked.
 */
export function readAccess(supergraph: DocumentNode): AccessFacts {
  const names = directiveNames(supergraph);
  const types = fieldTypes(supergraph);
  const leaves = leafTypes(supergraph);
  const subgraphs = subgraphNames(supergraph);
  const rules = new Map<string, AccessRule>();
  const holders = new Map<string, readonly string[]>();
  const shared = new Map<string, SharingClass | null>();
  for (const type of types.values()) {
    for (const field of type.fields ?? []) {
      const rule = readRule(type, field, leaves.get(typeNameOf(field.type)), names, subgraphs);
      shared.set(rule.coordinate, rule.sharing);
      if (!asksForSomething(rule)) continue;
      rules.set(rule.coordinate, rule);
      if (rule.sharing === 'CONDITIONAL') {
        holders.set(rule.coordinate, holdersOf(type, field, subgraphs));
      }
    }
  }

  const possibleTypes = possibleTypesOf(supergraph);
  const { reads, sensitive } = names;
  const given = readArgumentReads(supergraph, { reads, sensitive, key: 'join__type' });
  const { needs, byArguments } = requiredCoordinates(supergraph, types, possibleTypes, given);
  for (const type of types.values()) {
    for (const field of type.fields ?? []) addInterfaces(type, field);
  }
  const reach = closeOver(needs, rules);
  const reading = addArgumentRules(given, sensitive, { types, possibleTypes, reach, rules }, (type, field) =>
    ownersOf(type, field, subgraphs),
  );
  if (rules.size === 0) return NO_ACCESS_FACTS;
  const keys = holders.size > 0 ? subjectKeys(types) : new Map<string, string>();
  const dataSubjects = dataSubjectsOf(types, keys, names.tag);
  const subjectLinks = subjectLinksOf(types, keys, dataSubjects, (coordinate) => !reach.has(coordinate));
  const requiredByArguments = new Set([...byArguments].flatMap((one) => reach.get(one) ?? []));
  const { existence, listFacts, ...existing } = existenceRules(types, possibleTypes, rules, {
    ofType: (type) => readTypeRule(type, names, subgraphs),
    sharingOf: (coordinate) => shared.get(coordinate) ?? null,
  });
  for (const rule of existing.rules) {
    rules.set(rule.coordinate, rule);
    if (rule.sharing === 'CONDITIONAL') holders.set(rule.coordinate, rule.subgraphs);
  }
  const aggregates = aggregatesIn(types, names.aggregate, rules);
  const all = [
    rules,
    reach,
    holders,
    keys,
    dataSubjects,
    subjectLinks,
    possibleTypes,
    existence,
    listFacts,
    aggregates,
    reading.readRules,
    requiredByArguments,
  ].map((facts) => [...facts]);
  const fingerprint = hash('sha256', JSON.stringify([...all, reading.description]), 'base64');
  const { argumentReads, readRules } = reading;
  return {
    ...{ rules, argumentReads, readRules, requiredByArguments, reach, holders },
    ...{ keys, dataSubjects, subjectLinks, possibleTypes, existence, listFacts, aggregates },
    fingerprint,
  };

  /**
   * Restricts a field as its interface does, when the type defines nothing for it or gets it from a subgraph that
   * defines the interface as an object: selecting on the type must not bypass the rule.
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
      const owners = new Set([...own.subgraphs, ...rules.get(inherited)!.subgraphs]);
      rules.set(coordinate, { ...own, subgraphs: [...owners] });
    }
  }
}

function readRule(
  type: TypeDefinition,
  field: FieldDefinitionNode,
  leaf: Directives | undefined,
  names: DirectiveNames,
  subgraphs: ReadonlyMap<string, string>,
): AccessRule {
  const sharing = find(field, names.sharing) ?? find(type, names.sharing);
  const asking = [type, field, ...(leaf ? [leaf] : [])];
  return {
    coordinate: `${type.name.value}.${field.name.value}`,
    sharing: sharing ? (enumArgument(sharing, 'class') as SharingClass) : null,
    basis: (sharing && stringArgument(sharing, 'basis')) ?? null,
    authenticated: asking.some((node) => find(node, names.authenticated) !== undefined),
    scopes: asking.map((node) => scopesOf(find(node, names.requiresScopes))).reduce(bothScopes),
    subgraphs: ownersOf(type, field, subgraphs),
    ownData: ownDataOf(find(field, names.ownData) ?? find(type, names.ownData)),
  };
}

/** Returns what each aggregate is made from that has a rule, by the coordinate of the field. */
function aggregatesIn(
  types: ReadonlyMap<string, TypeDefinition>,
  name: string,
  rules: ReadonlyMap<string, AccessRule>,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const type of types.values()) {
    for (const field of type.fields ?? []) {
      const over = find(field, name)?.arguments?.find((one) => one.name.value === 'over')?.value;
      const values = over?.kind === Kind.LIST ? over.values : [];
      const restricted = values.flatMap((one) =>
        one.kind === Kind.STRING && rules.has(one.value) ? [one.value] : [],
      );
      if (restricted.length > 0) found.set(`${type.name.value}.${field.name.value}`, restricted);
    }
  }
  return found;
}

/** Returns the rule from the directives of a type itself. */
function readTypeRule(
  type: TypeDefinition,
  names: DirectiveNames,
  subgraphs: ReadonlyMap<string, string>,
): AccessRule {
  const sharing = find(type, names.sharing);
  return {
    coordinate: `${type.name.value}.__typename`,
    sharing: sharing ? (enumArgument(sharing, 'class') as SharingClass) : null,
    basis: (sharing && stringArgument(sharing, 'basis')) ?? null,
    authenticated: find(type, names.authenticated) !== undefined,
    scopes: scopesOf(find(type, names.requiresScopes)),
    subgraphs: namesOf((type.directives ?? []).filter(isJoinType), subgraphs),
    ownData: ownDataOf(find(type, names.ownData)),
  };
}

function asksForSomething({ sharing, authenticated, scopes }: AccessRule): boolean {
  return authenticated || scopes.length > 0 || (sharing !== null && sharing !== 'UNCONDITIONAL');
}

function find({ directives = [] }: Directives, name: string): ConstDirectiveNode | undefined {
  return directives.find((one) => one.name.value === name);
}

function ownDataOf(directive: ConstDirectiveNode | undefined): DataSubject[] {
  const value = directive?.arguments?.find(({ name }) => name.value === 'of')?.value;
  if (value?.kind !== Kind.LIST) return [];
  return value.values.flatMap((one) => (one.kind === Kind.ENUM ? [one.value as DataSubject] : []));
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

/** Combines two lists of scope lists: the caller must satisfy one list of each in full. */
function bothScopes(first: readonly string[][], second: readonly string[][]): string[][] {
  if (first.length === 0 || second.length === 0) return [...first, ...second];
  return first.flatMap((one) => second.map((other) => [...new Set([...one, ...other])]));
}

/** Returns the subgraphs that resolve a field. */
function ownersOf(
  type: TypeDefinition,
  field: FieldDefinitionNode,
  subgraphs: ReadonlyMap<string, string>,
): string[] {
  const joins = (field.directives ?? []).filter(isJoinField);
  const owning = joins.filter((one) => !isTrue(one, 'external') && !isTrue(one, 'usedOverridden'));
  return namesOf(joins.length === 0 ? (type.directives ?? []).filter(isJoinType) : owning, subgraphs);
}

/** Returns the subgraphs whose schema has a field. */
function holdersOf(
  type: TypeDefinition,
  field: FieldDefinitionNode,
  subgraphs: ReadonlyMap<string, string>,
): string[] {
  const joins = (field.directives ?? []).filter((one) => isJoinField(one) && graphOf(one) !== undefined);
  return namesOf(joins.length === 0 ? (type.directives ?? []).filter(isJoinType) : joins, subgraphs);
}

function namesOf(
  directives: readonly ConstDirectiveNode[],
  subgraphs: ReadonlyMap<string, string>,
): string[] {
  return [...new Set(directives.flatMap((one) => subgraphs.get(graphOf(one) ?? '') ?? []))];
}

/** Returns the coordinates of all rules that a field meets, through what it needs and what that needs in turn. */
function closeOver(
  needs: ReadonlyMap<string, readonly string[]>,
  rules: ReadonlyMap<string, AccessRule>,
): Map<string, readonly string[]> {
  const reach = new Map<string, readonly string[]>();
  for (const coordinate of new Set([...rules.keys(), ...needs.keys()])) {
    const met = new Set([coordinate]);
    // The loop also visits coordinates added on the way.
    for (const one of met) for (const needed of needs.get(one) ?? []) met.add(needed);
    const own = [...met].filter((one) => rules.has(one)).sort();
    if (own.length > 0) reach.set(coordinate, own);
  }
  return reach;
}
