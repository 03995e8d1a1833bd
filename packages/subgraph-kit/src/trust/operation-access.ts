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
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from '@yiwang/service/http';
import {
  AccessNotes,
  type NotedOperation,
  type OperationAccess,
  type OperationRules,
} from './access-notes.ts';
import type { AskedVariables } from './argument-rules.ts';
import type { Existence } from './existence.ts';
import { fieldsOfKeys, isRow } from './key-fields.ts';
import { placeReaderOf } from './rows.ts';
import { isAlwaysSelected, isSelected } from './selection-conditions.ts';

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
  rules: OperationRules,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  variables: AskedVariables,
): OperationAccess {
  const rootType = schema.getRootType(definition.operation)!;
  const operation = { definition, rootType, variables };
  const notes = new AccessNotes(rules, operation);
  new SelectionReader(schema, rules.existence, fragmentsOf(document), operation, notes).visit(
    definition.selectionSet,
    { name: rootType.name, possible: [rootType], owningFields: [], isDisclosed: false },
  );
  return notes.access;
}

class SelectionReader {
  readonly #schema: GraphQLSchema;
  readonly #existence: Existence;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #operation: NotedOperation;
  readonly #notes: AccessNotes;
  readonly #seen = new Map<string, Proven>();

  constructor(
    schema: GraphQLSchema,
    existence: Existence,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    operation: NotedOperation,
    notes: AccessNotes,
  ) {
    this.#schema = schema;
    this.#existence = existence;
    this.#fragments = fragments;
    this.#operation = operation;
    this.#notes = notes;
  }

  visit({ selections }: SelectionSetNode, context: VisitContext): Proven {
    const { definition, variables } = this.#operation;
    const proven = new Set<string>();
    for (const selection of selections) {
      if (!isSelected(selection, definition, variables, this.#notes.access.conditions)) continue;
      const inside =
        selection.kind === Kind.FIELD
          ? this.#visitField(selection, context)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? this.visit(selection.selectionSet, this.#narrow(context, selection.typeCondition?.name.value))
            : this.#visitFragment(this.#fragments.get(selection.name.value)!, context);
      // A selection that a variable may leave out proves nothing.
      if (isAlwaysSelected(selection, variables)) for (const one of inside) proven.add(one);
    }
    return proven;
  }

  /** Visits each fragment once per context, so that fragments that spread each other many times cost only what they select. */
  #visitFragment({ name, typeCondition, selectionSet }: FragmentDefinitionNode, from: VisitContext): Proven {
    const context = this.#narrow(from, typeCondition.name.value);
    const visited = [
      name.value,
      context.name,
      context.possible.map((type) => type.name).join(),
      context.owningFields.join(),
      context.isDisclosed,
    ].join(' ');
    let proven = this.#seen.get(visited);
    if (!proven) {
      proven = this.visit(selectionSet, context);
      this.#seen.set(visited, proven);
    }
    return proven;
  }

  #narrow(context: VisitContext, condition: string | undefined): VisitContext {
    const type = condition === undefined ? undefined : this.#schema.getType(condition);
    if (!isCompositeType(type)) return context;
    const allowed = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    return {
      ...context,
      name: type.name,
      possible: context.possible.filter((one) => allowed.includes(one)),
    };
  }

  #visitField(field: FieldNode, context: VisitContext): Proven {
    const { name, possible, owningFields, isDisclosed } = context;
    const fieldName = field.name.value;
    if (name === this.#operation.rootType.name) this.#notes.access.roots.add(`${name}.${fieldName}`);
    if (fieldName.startsWith('__')) return NOTHING;
    let isRestricted = this.#notes.noteRule(`${name}.${fieldName}`);
    this.#notes.noteReads(field, `${name}.${fieldName}`, possible, owningFields);
    for (const type of possible) {
      const coordinate = `${type.name}.${fieldName}`;
      for (const one of [type, ...type.getInterfaces()]) {
        if (one.name !== name) this.#notes.noteReads(field, `${one.name}.${fieldName}`, [type], owningFields);
      }
      if (!this.#notes.noteRule(coordinate)) continue;
      isRestricted = true;
      this.#notes.notePlace(coordinate, type, owningFields);
    }
    this.#notes.noteExistence(this.#existence.ofListFact(`${name}.${fieldName}`), isDisclosed);
    if (field.selectionSet) this.#visitBelow(fieldName, field.selectionSet, context, isRestricted);
    return new Set(possible.filter((type) => proves(type, fieldName)).map((type) => type.name));
  }

  #visitBelow(
    fieldName: string,
    selectionSet: SelectionSetNode,
    { name, possible, owningFields, isDisclosed }: VisitContext,
    isRestricted: boolean,
  ): void {
    const valueType = valueTypeOf(this.#schema, name, fieldName);
    if (!valueType) return;
    const below = isAbstractType(valueType) ? this.#schema.getPossibleTypes(valueType) : [valueType];
    const isDisclosedBelow = isRestricted || (isDisclosed && this.#existence.ofType(name).length > 0);
    const proven = this.visit(selectionSet, {
      name: valueType.name,
      possible: below,
      owningFields: owningFieldsBeneath(fieldName, possible, owningFields),
      isDisclosed: isDisclosedBelow,
    });
    // A gateway requests keys to join rows that it already has.
    if (fieldName === '_entities') return;
    for (const type of below) {
      if (!proven.has(type.name))
        this.#notes.noteExistence(this.#existence.ofType(type.name), isDisclosedBelow);
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
    if (placeReaderOf(type)) return [`${type.name}.${fieldName}`];
    return isRow(type) ? [] : owningFields;
  });
  return found.some((one) => one.length === 0) ? [] : [...new Set(found.flat())].sort();
}

/** Undefined for introspection. */
function valueTypeOf(schema: GraphQLSchema, typeName: string, fieldName: string) {
  const type = schema.getType(typeName);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
  const valueType = field && getNamedType(field.type);
  return isCompositeType(valueType) ? valueType : undefined;
}
