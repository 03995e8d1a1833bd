import { argumentsOf } from '@yiwang/schema-directives';
import {
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  print,
} from 'graphql';
import type { Hidden, Types } from '../contract/elements.ts';
import { clientTypes, findHidden } from '../contract/find-hidden.ts';
import { createHideReaders } from '../contract/hide-readers.ts';
import { type Features, readFeatures } from '../diff/features.ts';
import { namedTypeOf } from '../sdl/named-type.ts';
import { hasDirective } from '../sdl/has-directive.ts';
import { type Directives, harmless, type Names, otherDirectives, readNames } from './directives.ts';
import { readCaching } from './read-caching.ts';
import { createFieldAccess } from './field-access.ts';
import type { ElementFacts, FieldFacts, GraphFacts, Variant, Visibility } from './facts/graph-facts.ts';
import { type FieldType, type OtherType, readTypes, type SupergraphTypes } from './supergraph-types.ts';
import { createWhoAnswers } from './who-answers.ts';

/**
 * Reads who answers for what in a supergraph, and who may read it.
 *
 * @param supergraph not validated: it has to come from composition
 * @param variants the ways in which it is shown; a tag that none of them leaves out says nothing
 */
export function readFacts(supergraph: DocumentNode, variants: readonly Variant[]): GraphFacts {
  const features = readFeatures(supergraph);
  const clients = clientTypes(supergraph, features);
  const types = readTypes(supergraph, clients);
  const names = readNames(supergraph);
  const accessOf = createFieldAccess(names, types);
  const whoAnswers = createWhoAnswers(types);
  const hidden = hiddenIn(supergraph, features, clients, variants);
  const tags = new Set(variants.flatMap(({ excludeTags }) => excludeTags));
  const departmentsOf = (type: Directives) =>
    [...new Set(types.joins(type, 'join__type').map(({ department }) => department!))].sort();

  const fields = new Map<string, FieldFacts>();
  const elements = new Map<string, ElementFacts>();
  const holders = new Map<string, readonly string[]>();
  for (const type of types.fieldTypes.values()) {
    holders.set(type.name.value, departmentsOf(type));
    for (const field of type.fields ?? []) addField(type, field);
  }
  for (const type of types.others) addOther(type);
  return { fields, elements, holders, interfaceObjects: interfaceObjectsOf(types) };

  /** What is said of a field, and of the entity that a root field returns, where the field itself says nothing. */
  function cachingOf(type: FieldType, field: FieldDefinitionNode): FieldFacts['caching'] {
    const own = readCaching(field, names.cacheControl);
    const returned = types.fieldTypes.get(namedTypeOf(field.type));
    const isLookup = types.roots.has(type.name.value) && own.maxAge === null;
    return [own, readCaching(isLookup && returned ? returned : {}, names.cacheControl)];
  }

  function addField(type: FieldType, field: FieldDefinitionNode): void {
    const coordinate = `${type.name.value}.${field.name.value}`;
    const answering = whoAnswers(type, field);
    const shownIn = hidden
      .filter(({ elements: gone }) => !gone.has(type) && !gone.has(field))
      .map(({ name }) => name);
    fields.set(coordinate, {
      coordinate,
      type: type.name.value,
      ...answering,
      access: accessOf(type, field),
      visibility: { text: visibilityText([type, field], names, tags), shownIn },
      caching: cachingOf(type, field),
    });
    for (const one of field.arguments ?? [])
      addElement(`${coordinate}(${one.name.value}:)`, coordinate, answering.owners, one, takesOf(one));
  }

  function addOther(type: OtherType): void {
    const name = type.name.value;
    const departments = departmentsOf(type);
    addElement(name, name, departments, type, '');
    if (type.kind === Kind.ENUM_TYPE_DEFINITION) {
      for (const value of type.values ?? [])
        addElement(`${name}.${value.name.value}`, name, departments, value, '');
    }
    if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      for (const one of type.fields ?? [])
        addElement(`${name}.${one.name.value}`, name, departments, one, takesOf(one));
    }
  }

  function addElement(
    coordinate: string,
    parent: string,
    owners: readonly string[],
    node: Directives & { readonly kind: Kind },
    takes: string,
  ): void {
    const known = [names.tag, names.inaccessible, ...harmless(names)]
      // Of a union it says how long fields of others may be cached; fields and types have a rule of their own.
      .filter((name) => name !== names.cacheControl || node.kind !== Kind.UNION_TYPE_DEFINITION);
    const text = [visibilityText([node], names, tags), ...otherDirectives(node, known)]
      .filter(Boolean)
      .join(', ');
    elements.set(coordinate, { coordinate, parent, owners, takes, text });
  }
}

/** What each variant does not show. */
function hiddenIn(
  supergraph: DocumentNode,
  features: Features,
  clients: Types,
  variants: readonly Variant[],
): { name: string; elements: Hidden }[] {
  if (variants.length === 0) return [];
  const hideReaders = createHideReaders(supergraph, clients, features);
  return variants.map(({ name, excludeTags }) => ({
    name,
    elements: findHidden(supergraph, features, clients, hideReaders, excludeTags),
  }));
}

function takesOf({ type, defaultValue }: InputValueDefinitionNode): string {
  return defaultValue ? `${print(type)} = ${print(defaultValue)}` : print(type);
}

/** Tags that a variant leaves out, and `@inaccessible`; sorted, each once. */
function visibilityText(
  nodes: readonly Directives[],
  names: Names,
  tags: ReadonlySet<string>,
): Visibility['text'] {
  const found = nodes.flatMap((node) => [
    ...(hasDirective(node, names.inaccessible) ? ['@inaccessible'] : []),
    ...(node.directives ?? [])
      .filter(({ name }) => name.value === names.tag)
      .map((use) => String(argumentsOf(use)['name']))
      .filter((tag) => tags.has(tag))
      .map((tag) => `@tag(name: "${tag}")`),
  ]);
  return [...new Set(found)].sort().join(' ');
}

function interfaceObjectsOf(types: SupergraphTypes): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const type of types.fieldTypes.values()) {
    const departments = types
      .joins(type, 'join__type')
      .filter(({ given }) => given['isInterfaceObject'] === true)
      .map(({ department }) => department!);
    if (departments.length > 0) found.set(type.name.value, [...new Set(departments)]);
  }
  return found;
}
