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
import { fragmentsOf } from '@yiwang/service/http';
import { type Probe, reachableReads, readProbe } from '@yiwang/schema-directives';
import { type ArgumentRules, type AskedVariables, readsOfSelection } from './argument-rules.ts';
import type { Existence } from './existence.ts';
import { fieldsOfKeys } from './key-fields.ts';
import { narrowsItself, regionReaderOf } from './rows.ts';

/** What a caller must be allowed to read in order to run an operation. */
export interface OperationAccess {
  isMutation: boolean;
  /** Coordinates of its root fields, such as `Query._service`. */
  roots: ReadonlySet<string>;
  /** Coordinates of conditional fields. */
  conditional: ReadonlySet<string>;
  notShared: ReadonlySet<string>;
  /** Coordinates of fields for clients that have signed in. */
  authenticated: ReadonlySet<string>;
  /** By coordinate. */
  scopes: ReadonlyMap<string, readonly Scopes[]>;
  /** Coordinates of masked fields that arguments compare with. */
  sensitive: ReadonlySet<string>;
  /**
   * By owning field, a field of a row that has a region: the restricted fields beneath it, down to the next row, whose types
   * have no region of their own. They may be read where the row of the owning field lies.
   */
  beneath: ReadonlyMap<string, ReadonlySet<string>>;
  /** Coordinates of restricted fields that no row with a region owns. */
  unanchored: ReadonlySet<string>;
  /** Names of the variables of `@skip` and `@include`, each with its default. */
  conditions: ReadonlyMap<string, boolean>;
  /** Arguments whose reads depend on variables. */
  probes: readonly Probe[];
}

type MutableAccess = {
  isMutation: boolean;
  roots: Set<string>;
  conditional: Set<string>;
  notShared: Set<string>;
  authenticated: Set<string>;
  scopes: Map<string, readonly Scopes[]>;
  sensitive: Set<string>;
  beneath: Map<string, Set<string>>;
  unanchored: Set<string>;
  conditions: Map<string, boolean>;
  probes: Probe[];
};

/** The rules of a schema about who may read what. */
export interface OperationRules {
  rules: AccessRules;
  byArguments: ArgumentRules;
  existence: Existence;
}

/** Where in an operation a selection set is visited. */
interface VisitContext {
  /** Name of the interface, union or object type that is selected on. */
  name: string;
  /** Object types that can occur there. */
  possible: readonly GraphQLObjectType[];
  /** Coordinates of the fields of the nearest row with a region that lead here; empty when no such row owns this. */
  owningFields: readonly string[];
  /** True when a restricted field above already discloses that these rows exist. */
  isDisclosed: boolean;
}

/** Names of the object types of which a selection set reads a field that discloses that the row exists. */
type Proven = ReadonlySet<string>;

const NOTHING: Proven = new Set();

/**
 * Finds the restricted fields that an operation selects, through aliases, fragments, interfaces and `_entities`.
 *
 * A selection on an interface selects the field of the interface and of each object type that can occur there. Fields that
 * arguments read count as selected. A selection that discloses only that a row exists selects `__typename` of its type.
 *
 * @param document a valid document
 * @param variables of `@skip`, `@include` and arguments; null means that everything that depends on variables is selected
 */
export function readOperationAccess(
  schema: GraphQLSchema,
  { rules, byArguments, existence }: OperationRules,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: AskedVariables,
): OperationAccess {
  const access: MutableAccess = {
    isMutation: operation.operation === OperationTypeNode.MUTATION,
    roots: new Set(),
    conditional: new Set(),
    notShared: new Set(),
    authenticated: new Set(),
    scopes: new Map(),
    sensitive: new Set(),
    beneath: new Map(),
    unanchored: new Set(),
    conditions: new Map(),
    probes: [],
  };
  const fragments = fragmentsOf(document);
  const seen = new Map<string, Proven>();
  const rootType = schema.getRootType(operation.operation)!;
  visit(operation.selectionSet, {
    name: rootType.name,
    possible: [rootType],
    owningFields: [],
    isDisclosed: false,
  });
  return access;

  function visit({ selections }: SelectionSetNode, context: VisitContext): Proven {
    const proven = new Set<string>();
    for (const selection of selections) {
      if (!isSelected(selection, operation, variables, access.conditions)) continue;
      const inside =
        selection.kind === Kind.FIELD
          ? visitField(selection, context)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? visit(selection.selectionSet, narrow(context, selection.typeCondition?.name.value))
            : visitFragment(fragments.get(selection.name.value)!, context);
      // A selection that a variable may leave out proves nothing.
      if (isAlwaysSelected(selection, variables)) for (const one of inside) proven.add(one);
    }
    return proven;
  }

  /** Visits each fragment once per context, so that fragments that spread each other many times cost only what they select. */
  function visitFragment(
    { name, typeCondition, selectionSet }: FragmentDefinitionNode,
    from: VisitContext,
  ): Proven {
    const context = narrow(from, typeCondition.name.value);
    const visited = [
      name.value,
      context.name,
      context.possible.map((type) => type.name).join(),
      context.owningFields.join(),
      context.isDisclosed,
    ].join(' ');
    let proven = seen.get(visited);
    if (!proven) {
      proven = visit(selectionSet, context);
      seen.set(visited, proven);
    }
    return proven;
  }

  function narrow(context: VisitContext, condition: string | undefined): VisitContext {
    const type = condition === undefined ? undefined : schema.getType(condition);
    if (!isCompositeType(type)) return context;
    const allowed = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    return {
      ...context,
      name: type.name,
      possible: context.possible.filter((one) => allowed.includes(one)),
    };
  }

  function visitField(field: FieldNode, { name, possible, owningFields, isDisclosed }: VisitContext): Proven {
    const fieldName = field.name.value;
    if (name === rootType.name) access.roots.add(`${name}.${fieldName}`);
    if (fieldName.startsWith('__')) return NOTHING;
    let isRestricted = noteRule(`${name}.${fieldName}`);
    noteReads(field, `${name}.${fieldName}`, possible, owningFields);
    for (const type of possible) {
      const coordinate = `${type.name}.${fieldName}`;
      for (const one of [type, ...type.getInterfaces()]) {
        if (one.name !== name) noteReads(field, `${one.name}.${fieldName}`, [type], owningFields);
      }
      if (!noteRule(coordinate)) continue;
      isRestricted = true;
      noteRegion(coordinate, type, owningFields);
    }
    noteExistence(existence.ofListFact(`${name}.${fieldName}`), isDisclosed);
    const valueType = field.selectionSet && valueTypeOf(schema, name, fieldName);
    if (field.selectionSet && valueType) {
      const below = isAbstractType(valueType) ? schema.getPossibleTypes(valueType) : [valueType];
      const isDisclosedBelow = isRestricted || (isDisclosed && existence.ofType(name).length > 0);
      const proven = visit(field.selectionSet, {
        name: valueType.name,
        possible: below,
        owningFields: owningFieldsBeneath(fieldName, possible, owningFields),
        isDisclosed: isDisclosedBelow,
      });
      // A gateway requests keys to join rows that it already has.
      if (fieldName !== '_entities') {
        for (const type of below) {
          if (!proven.has(type.name)) noteExistence(existence.ofType(type.name), isDisclosedBelow);
        }
      }
    }
    return new Set(possible.filter((type) => proves(type, fieldName)).map((type) => type.name));
  }

  /** @param isDisclosed a restricted field above already discloses the rows */
  function noteExistence(coordinates: readonly string[], isDisclosed: boolean): void {
    for (const one of coordinates) {
      const { sharing, authenticated, scopes } = existence.rules.get(one)!;
      if (!isDisclosed || sharing === null || authenticated || scopes.length > 0) noteRule(one);
    }
  }

  /** @returns true when the field is restricted */
  function noteRule(coordinate: string): boolean {
    const rule = rules.get(coordinate) ?? existence.rules.get(coordinate);
    if (!rule) return false;
    if (rule.sharing === 'CONDITIONAL') access.conditional.add(coordinate);
    if (rule.sharing === 'NOT_SHARED') access.notShared.add(coordinate);
    if (rule.authenticated) access.authenticated.add(coordinate);
    if (rule.scopes.length > 0) access.scopes.set(coordinate, rule.scopes);
    return rule.sharing !== null;
  }

  /** Notes what the arguments of a field read. narrowArguments checks the regions of rows and searches when their values are there. */
  function noteReads(
    field: FieldNode,
    coordinate: string,
    types: readonly GraphQLObjectType[],
    owningFields: readonly string[],
  ): void {
    const isOfRow = types.every((type) => regionReaderOf(type) || isRow(type) || type === rootType);
    const found = (read: string) => {
      for (const one of byArguments.sensitive.get(read) ?? []) access.sensitive.add(one);
      for (const one of byArguments.rules.get(read) ?? []) {
        if (noteRule(one) && !isOfRow) noteBeneath(one, owningFields);
      }
    };
    readsOfSelection(byArguments, coordinate, field, operation, {
      found,
      probe(probe) {
        access.probes.push(probe);
        if (variables === null) reachableReads(probe.input).forEach(found);
        else readProbe(probe, variables, found);
      },
    });
  }

  function noteRegion(coordinate: string, type: GraphQLObjectType, owningFields: readonly string[]): void {
    if (regionReaderOf(type)) return;
    if (narrowsItself(type.getFields()[coordinate.slice(type.name.length + 1)])) return;
    if (isRow(type)) access.unanchored.add(coordinate);
    noteBeneath(coordinate, owningFields);
  }

  function noteBeneath(coordinate: string, owningFields: readonly string[]): void {
    if (owningFields.length === 0) access.unanchored.add(coordinate);
    for (const owningField of owningFields) {
      const fields = access.beneath.get(owningField);
      if (fields) fields.add(coordinate);
      else access.beneath.set(owningField, new Set([coordinate]));
    }
  }
}

/** Whether reading the field discloses a row. Keys do not: they are read to join rows. */
function proves(type: GraphQLObjectType, fieldName: string): boolean {
  return !fieldsOfKeys(type).has(fieldName);
}

/** Empty when one of the types has no owning field, because its fields may then lie anywhere. */
function owningFieldsBeneath(
  fieldName: string,
  possible: readonly GraphQLObjectType[],
  owningFields: readonly string[],
): readonly string[] {
  const found = possible.map((type) => {
    if (regionReaderOf(type)) return [`${type.name}.${fieldName}`];
    return isRow(type) ? [] : owningFields;
  });
  return found.some((one) => one.length === 0) ? [] : [...new Set(found.flat())].sort();
}

/** Whether objects of the type are rows, and not parts of the row that leads to them. */
export function isRow(type: GraphQLObjectType): boolean {
  return fieldsOfKeys(type).size > 0;
}

/** Undefined for introspection. */
function valueTypeOf(schema: GraphQLSchema, typeName: string, fieldName: string) {
  const type = schema.getType(typeName);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
  const valueType = field && getNamedType(field.type);
  return isCompositeType(valueType) ? valueType : undefined;
}

function isAlwaysSelected(node: SelectionNode, variables: AskedVariables): boolean {
  if (variables !== null) return true;
  return (node.directives ?? []).every(
    ({ arguments: [condition] = [] }) => condition?.value.kind !== Kind.VARIABLE,
  );
}

/** @param conditions receives each variable that decides, with its default */
function isSelected(
  node: SelectionNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: AskedVariables,
  conditions: Map<string, boolean>,
): boolean {
  const skips = (node.directives ?? []).filter(
    ({ name }) => name.value === 'skip' || name.value === 'include',
  );
  return skips.every(({ name, arguments: [condition] = [] }) => {
    const value = condition!.value;
    if (value.kind === Kind.BOOLEAN) return value.value === (name.value === 'include');
    if (value.kind !== Kind.VARIABLE) return true;
    const variable = value.name.value;
    const definition = variableDefinitions.find((one) => one.variable.name.value === variable);
    const byDefault = definition?.defaultValue;
    conditions.set(variable, byDefault?.kind === Kind.BOOLEAN && byDefault.value);
    if (variables === null) return true;
    return conditionHolds(variable, variables, conditions) === (name.value === 'include');
  });
}

/** The value of a variable of `@skip` and `@include`. */
export function conditionHolds(
  variable: string,
  variables: Readonly<Record<string, unknown>>,
  conditions: ReadonlyMap<string, boolean>,
): boolean {
  const given = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
  return given === undefined ? conditions.get(variable)! : given === true;
}
