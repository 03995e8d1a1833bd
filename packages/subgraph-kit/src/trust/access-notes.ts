import { type Probe, reachableReads, readProbe } from '@yiwang/schema-directives';
import {
  type FieldNode,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { AccessRules, Scopes } from './access-rules.ts';
import { type ArgumentRules, type AskedVariables, readsOfSelection } from './argument-rules.ts';
import type { Existence } from './existence.ts';
import { isRow } from './key-fields.ts';
import { narrowsItself, placeReaderOf } from './rows.ts';

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

/** The operation whose access is noted. */
export interface NotedOperation {
  definition: OperationDefinitionNode;
  rootType: GraphQLObjectType;
  variables: AskedVariables;
}

/** Collects the access of an operation, selection by selection. */
export class AccessNotes {
  readonly access: MutableAccess;
  readonly #rules: OperationRules;
  readonly #operation: NotedOperation;

  constructor(rules: OperationRules, operation: NotedOperation) {
    this.#rules = rules;
    this.#operation = operation;
    this.access = {
      isMutation: operation.definition.operation === OperationTypeNode.MUTATION,
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
  }

  /** @param isDisclosed a restricted field above already discloses the rows */
  noteExistence(coordinates: readonly string[], isDisclosed: boolean): void {
    for (const one of coordinates) {
      const { sharing, authenticated, scopes } = this.#rules.existence.rules.get(one)!;
      if (!isDisclosed || sharing === null || authenticated || scopes.length > 0) this.noteRule(one);
    }
  }

  /** @returns true when the field is restricted */
  noteRule(coordinate: string): boolean {
    const rule = this.#rules.rules.get(coordinate) ?? this.#rules.existence.rules.get(coordinate);
    if (!rule) return false;
    if (rule.sharing === 'CONDITIONAL') this.access.conditional.add(coordinate);
    if (rule.sharing === 'NOT_SHARED') this.access.notShared.add(coordinate);
    if (rule.authenticated) this.access.authenticated.add(coordinate);
    if (rule.scopes.length > 0) this.access.scopes.set(coordinate, rule.scopes);
    return rule.sharing !== null;
  }

  /** Notes what the arguments of a field read. narrowArguments checks the regions of rows and searches when their values are there. */
  noteReads(
    field: FieldNode,
    coordinate: string,
    types: readonly GraphQLObjectType[],
    owningFields: readonly string[],
  ): void {
    const { definition, rootType, variables } = this.#operation;
    const isOfRow = types.every((type) => placeReaderOf(type) || isRow(type) || type === rootType);
    const found = (read: string) => {
      for (const one of this.#rules.byArguments.sensitive.get(read) ?? []) this.access.sensitive.add(one);
      for (const one of this.#rules.byArguments.rules.get(read) ?? []) {
        if (this.noteRule(one) && !isOfRow) this.#noteBeneath(one, owningFields);
      }
    };
    readsOfSelection(this.#rules.byArguments, coordinate, field, definition, {
      found,
      probe: (probe) => {
        this.access.probes.push(probe);
        if (variables === null) reachableReads(probe.input).forEach(found);
        else readProbe(probe, variables, found);
      },
    });
  }

  notePlace(coordinate: string, type: GraphQLObjectType, owningFields: readonly string[]): void {
    if (placeReaderOf(type)) return;
    if (narrowsItself(type.getFields()[coordinate.slice(type.name.length + 1)])) return;
    if (isRow(type)) this.access.unanchored.add(coordinate);
    this.#noteBeneath(coordinate, owningFields);
  }

  #noteBeneath(coordinate: string, owningFields: readonly string[]): void {
    if (owningFields.length === 0) this.access.unanchored.add(coordinate);
    for (const owningField of owningFields) {
      const fields = this.access.beneath.get(owningField);
      if (fields) fields.add(coordinate);
      else this.access.beneath.set(owningField, new Set([coordinate]));
    }
  }
}
