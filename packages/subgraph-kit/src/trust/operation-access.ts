import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { AccessRules, Scopes } from './access-rules.ts';
import { fieldsOfKeys } from './key-fields.ts';
import { narrowsItself, regionReaderOf } from './rows.ts';

/** What an operation needs its caller to be allowed. */
export interface OperationAccess {
  isMutation: boolean;
  /** Coordinates of its root fields, such as `Query._service`. */
  roots: ReadonlySet<string>;
  /** Coordinates that are shared with condition. */
  conditional: ReadonlySet<string>;
  notShared: ReadonlySet<string>;
  /** Coordinates that are for those who have signed in. */
  authenticated: ReadonlySet<string>;
  /** By coordinate. */
  scopes: ReadonlyMap<string, readonly Scopes[]>;
  /**
   * For fields of rows that have a region: the restricted fields beneath, down to the next row, whose types have no region of
   * their own. What a caller may read of those, it may read where the row lies.
   */
  beneath: ReadonlyMap<string, ReadonlySet<string>>;
  /** Restricted fields that are reached without a row that has a region. */
  loose: ReadonlySet<string>;
}

type MutableAccess = {
  isMutation: boolean;
  roots: Set<string>;
  conditional: Set<string>;
  notShared: Set<string>;
  authenticated: Set<string>;
  scopes: Map<string, readonly Scopes[]>;
  beneath: Map<string, Set<string>>;
  loose: Set<string>;
};

/** Where a selection stands. */
interface Standing {
  /** The interface or union that is selected on, or else the object type. */
  name: string;
  /** What objects there can be. */
  possible: readonly GraphQLObjectType[];
  /** Fields of the row that has a region, by which this was reached; empty where there is none. */
  anchors: readonly string[];
}

/**
 * Finds what an operation selects of what is not for everyone, through aliases, fragments, interfaces and `_entities`.
 *
 * A selection on an interface selects the field of the interface and of each object type that can be there.
 *
 * @param document has been validated
 * @param variables of `@skip` and `@include`; null takes whatever depends on variables as selected
 */
export function readOperationAccess(
  schema: GraphQLSchema,
  rules: AccessRules,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown> | null,
): OperationAccess {
  const access: MutableAccess = {
    isMutation: operation.operation === OperationTypeNode.MUTATION,
    roots: new Set(),
    conditional: new Set(),
    notShared: new Set(),
    authenticated: new Set(),
    scopes: new Map(),
    beneath: new Map(),
    loose: new Set(),
  };
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const seen = new Set<string>();
  const rootType = schema.getRootType(operation.operation)!;
  visit(operation.selectionSet, { name: rootType.name, possible: [rootType], anchors: [] });
  return access;

  function visit({ selections }: SelectionSetNode, standing: Standing): void {
    for (const selection of selections) {
      if (!isSelected(selection, variables)) continue;
      if (selection.kind === Kind.FIELD) visitField(selection, standing);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.selectionSet, narrow(standing, selection.typeCondition?.name.value));
      } else visitFragment(fragments.get(selection.name.value)!, standing);
    }
  }

  /** Each fragment once for each standing: fragments that spread each other many times cost only what they select. */
  function visitFragment(
    { name, typeCondition, selectionSet }: FragmentDefinitionNode,
    from: Standing,
  ): void {
    const standing = narrow(from, typeCondition.name.value);
    const visited = [
      name.value,
      standing.name,
      standing.possible.map((type) => type.name).join(),
      standing.anchors.join(),
    ].join(' ');
    if (seen.has(visited)) return;
    seen.add(visited);
    visit(selectionSet, standing);
  }

  function narrow(standing: Standing, condition: string | undefined): Standing {
    const type = condition === undefined ? undefined : schema.getType(condition);
    if (!isCompositeType(type)) return standing;
    const allowed = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    return {
      ...standing,
      name: type.name,
      possible: standing.possible.filter((one) => allowed.includes(one)),
    };
  }

  function visitField(field: FieldNode, { name, possible, anchors }: Standing): void {
    const fieldName = field.name.value;
    if (name === rootType.name) access.roots.add(`${name}.${fieldName}`);
    noteRule(`${name}.${fieldName}`);
    for (const type of possible) {
      const coordinate = `${type.name}.${fieldName}`;
      if (noteRule(coordinate)) noteRegion(coordinate, type, anchors);
    }
    const valueType = field.selectionSet && valueTypeOf(schema, name, fieldName);
    if (!field.selectionSet || !valueType) return;
    visit(field.selectionSet, {
      name: valueType.name,
      possible: isAbstractType(valueType) ? schema.getPossibleTypes(valueType) : [valueType],
      anchors: anchorsBeneath(fieldName, possible, anchors),
    });
  }

  /** True when the field is restricted. */
  function noteRule(coordinate: string): boolean {
    const rule = rules.get(coordinate);
    if (!rule) return false;
    if (rule.sharing === 'CONDITIONAL') access.conditional.add(coordinate);
    if (rule.sharing === 'NOT_SHARED') access.notShared.add(coordinate);
    if (rule.authenticated) access.authenticated.add(coordinate);
    if (rule.scopes.length > 0) access.scopes.set(coordinate, rule.scopes);
    return rule.sharing !== null;
  }

  function noteRegion(coordinate: string, type: GraphQLObjectType, anchors: readonly string[]): void {
    if (regionReaderOf(type)) return;
    if (narrowsItself(type.getFields()[coordinate.slice(type.name.length + 1)])) return;
    if (anchors.length === 0 || isRow(type)) access.loose.add(coordinate);
    for (const anchor of anchors) {
      const known = access.beneath.get(anchor);
      if (known) known.add(coordinate);
      else access.beneath.set(anchor, new Set([coordinate]));
    }
  }
}

/** None where one of the types has none: what is beneath then may lie anywhere. */
function anchorsBeneath(
  fieldName: string,
  possible: readonly GraphQLObjectType[],
  anchors: readonly string[],
): readonly string[] {
  const found = possible.map((type) => {
    if (regionReaderOf(type)) return [`${type.name}.${fieldName}`];
    return isRow(type) ? [] : anchors;
  });
  return found.some((one) => one.length === 0) ? [] : [...new Set(found.flat())].sort();
}

/** A row of its own, and no part of the one by which it was reached. */
function isRow(type: GraphQLObjectType): boolean {
  return fieldsOfKeys(type).size > 0;
}

/** Undefined for introspection. */
function valueTypeOf(schema: GraphQLSchema, typeName: string, fieldName: string) {
  const type = schema.getType(typeName);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
  const valueType = field && getNamedType(field.type);
  return isCompositeType(valueType) ? valueType : undefined;
}

function isSelected(node: SelectionNode, variables: Record<string, unknown> | null): boolean {
  const skips = (node.directives ?? []).filter(
    ({ name }) => name.value === 'skip' || name.value === 'include',
  );
  return skips.every(({ name, arguments: [condition] = [] }) => {
    const value = condition!.value;
    if (value.kind === Kind.BOOLEAN) return value.value === (name.value === 'include');
    if (value.kind !== Kind.VARIABLE || variables === null) return true;
    return variables[value.name.value] === (name.value === 'include');
  });
}
