import type { EnforcedRule } from '@yiwang/identity';
import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  print,
  type TypeNode,
} from 'graphql';
import { topLevelNames } from '../sdl/field-set.ts';
import { hasDirective } from '../sdl/has-directive.ts';
import { namedTypeOf } from '../sdl/named-type.ts';
import { readSubgraph } from '../sdl/read-subgraph.ts';
import { sharingOf } from '../sdl/sharing.ts';
import type { SubgraphModel } from '../sdl/subgraph-model.ts';
import type { TypeModel } from '../sdl/type-model.ts';

/** What a department is asked to see whether it verifies who asks: one of its restricted fields. */
export interface ProbeOperation {
  coordinate: string;
  query: string;
  variables: Record<string, unknown>;
}

export interface Probe {
  /** Coordinates of fields that are not for everyone, or are masked. */
  restricted: string[];
  /** Rules beyond verifying callers that the department has to enforce for what it keeps back. */
  rules: EnforcedRule[];
  /** At most MAX_OPERATIONS, of as many types as there are. None where every way to such fields is a mutation or subscription. */
  operations: ProbeOperation[];
}

/** What the department takes a few milliseconds to refuse. */
const MAX_OPERATIONS = 6;
const MAX_DEPTH = 5;

/**
 * Reads from a department's SDL what it keeps back, and how to ask for that: by root fields and by `_entities`, with made-up
 * arguments. Never by a mutation: a department that does not verify its callers would execute it.
 *
 * @throws GraphQLError for what is not GraphQL
 */
export function probeOperations(name: string, sdl: string): Probe {
  const model = readSubgraph(name, parse(sdl, { noLocation: true }));
  const restricted = [...model.types.values()].flatMap((type) =>
    isFieldType(type)
      ? type.fields.filter((field) => isRestricted(model, type, field)).map((field) => ({ type, field }))
      : [],
  );
  const paths = pathsFromQuery(model);
  const operations: ProbeOperation[] = [];
  const seen = new Set<string>();
  // One of each type first.
  const inTurn = [...restricted].sort(
    (one, other) => rank(one.type, one.field) - rank(other.type, other.field),
  );
  for (const { type, field } of inTurn) {
    if (operations.length >= MAX_OPERATIONS) break;
    if (seen.has(type.name) && type.name !== model.roots.query) continue;
    const operation = operationFor(model, type, field, paths);
    if (!operation) continue;
    seen.add(type.name);
    operations.push(operation);
  }
  return {
    restricted: restricted.map(({ type, field }) => `${type.name}.${field.name.value}`),
    rules: rulesFor(model, restricted),
    operations,
  };
}

function rulesFor(model: SubgraphModel, restricted: readonly FieldOfType[]): EnforcedRule[] {
  const isConditional = restricted.some(
    ({ type, field }) => sharingOf(model, type, field)?.class === 'CONDITIONAL',
  );
  const isOwn = restricted.some(({ type, field }) => says(type, field, 'ownData'));
  const isMasked = restricted.some(({ type, field }) => says(type, field, 'sensitive'));
  return [
    'arguments',
    ...(isConditional ? (['existence', 'regions'] as const) : []),
    ...(isOwn ? (['own-data'] as const) : []),
    ...(isMasked ? (['masking'] as const) : []),
  ];
}

/** Fields with few arguments are asked with the least that is made up. */
function rank(_type: TypeModel, { arguments: given = [] }: FieldDefinitionNode): number {
  return given.filter(isRequired).length;
}

interface FieldOfType {
  type: TypeModel;
  field: FieldDefinitionNode;
}

function isFieldType({ kind }: TypeModel): boolean {
  return kind === 'OBJECT' || kind === 'INTERFACE';
}

function isRestricted(model: SubgraphModel, type: TypeModel, field: FieldDefinitionNode): boolean {
  const { names } = model;
  if (hasDirective(field, names.federation('external'))) return false;
  const sharing = type.keyFields.has(field.name.value) ? null : sharingOf(model, type, field);
  return (
    (sharing !== null && sharing.class !== 'UNCONDITIONAL') ||
    ['authenticated', 'requiresScopes', 'sensitive'].some((directive) => says(type, field, directive))
  );
}

function says(type: TypeModel, field: FieldDefinitionNode, directive: string): boolean {
  return [...(field.directives ?? []), ...type.directives].some((use) => isNamed(use, directive));
}

/** Also under the name that it has without an import, such as `federation__authenticated`. */
function isNamed({ name: { value } }: ConstDirectiveNode, directive: string): boolean {
  return value === directive || value.endsWith(`__${directive}`);
}

/** One selection on a path: a root field, or a field of what it returns. */
type Step = FieldDefinitionNode;

/** By type, the shortest way from `Query` to its fields, through types that the SDL has. */
function pathsFromQuery(model: SubgraphModel): Map<string, Step[]> {
  const paths = new Map<string, Step[]>([[model.roots.query, []]]);
  for (const [name, path] of paths) {
    if (path.length >= MAX_DEPTH) continue;
    for (const field of model.types.get(name)?.fields ?? []) {
      const below = namedTypeOf(field.type);
      const type = model.types.get(below);
      if (type && isFieldType(type) && !paths.has(below)) paths.set(below, [...path, field]);
    }
  }
  return paths;
}

function operationFor(
  model: SubgraphModel,
  type: TypeModel,
  field: FieldDefinitionNode,
  paths: ReadonlyMap<string, Step[]>,
): ProbeOperation | null {
  const writer = createWriter(model);
  const coordinate = `${type.name}.${field.name.value}`;
  const leaf = writer.select(field);
  const path = paths.get(type.name);
  if (path) {
    const inner = path.toReversed().reduce((below, step) => writer.wrap(step, below), leaf);
    return { coordinate, ...writer.operation(inner) };
  }
  const key = type.keys.find(({ resolvable }) => resolvable);
  if (type.kind !== 'OBJECT' || !key) return null;
  const representation: Record<string, unknown> = { __typename: type.name };
  for (const name of topLevelNames(key.fields)) {
    const keyField = type.fields.find((one) => one.name.value === name);
    representation[name] = keyField ? writer.valueOf(keyField.type) : '0';
  }
  const entities = `_entities(representations: $representations) { ... on ${type.name} { ${leaf} } }`;
  return { coordinate, ...writer.operation(entities, { representations: ['[_Any!]!', [representation]] }) };
}

/** Writes selections, and collects the variables that their required arguments take. */
function createWriter(model: SubgraphModel) {
  const variables = new Map<string, [type: string, value: unknown]>();

  const callOf = (field: FieldDefinitionNode) => {
    const given = (field.arguments ?? []).filter(isRequired).map((argument) => {
      const name = `v${variables.size}`;
      variables.set(name, [print(argument.type), valueOf(argument.type)]);
      return `${argument.name.value}: $${name}`;
    });
    return field.name.value + (given.length > 0 ? `(${given.join(', ')})` : '');
  };

  function valueOf(type: TypeNode, depth = 0): unknown {
    if (type.kind === Kind.NON_NULL_TYPE) return valueOf(type.type, depth);
    if (type.kind === Kind.LIST_TYPE) return [];
    const name = type.name.value;
    const known = model.types.get(name);
    if (known?.kind === 'ENUM') return known.values[0]?.name.value ?? null;
    if (known?.kind === 'INPUT' && depth < MAX_DEPTH) {
      const required = known.inputFields.filter(isRequired);
      return Object.fromEntries(required.map((one) => [one.name.value, valueOf(one.type, depth + 1)]));
    }
    if (name === 'Int' || name === 'Float') return 1;
    return name === 'Boolean' ? true : '0';
  }

  const select = (field: FieldDefinitionNode) => {
    const type = model.types.get(namedTypeOf(field.type));
    const hasFields = type && (isFieldType(type) || type.kind === 'UNION');
    return callOf(field) + (hasFields ? ' { __typename }' : '');
  };

  return {
    select,
    valueOf,
    wrap: (step: FieldDefinitionNode, below: string) => `${callOf(step)} { ${below} }`,
    operation(selection: string, more: Record<string, [type: string, value: unknown]> = {}) {
      const all = [...variables, ...Object.entries(more)];
      const declared = all.map(([name, [type]]) => `$${name}: ${type}`).join(', ');
      return {
        query: `query${declared ? ` (${declared})` : ''} { ${selection} }`,
        variables: Object.fromEntries(all.map(([name, [, value]]) => [name, value])),
      };
    },
  };
}

function isRequired({ type, defaultValue }: InputValueDefinitionNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;
}
