import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  valueFromASTUntyped,
} from 'graphql';

/** The `@listSize` of a field. */
export interface ListSize {
  assumedSize: number | null;
  /** Arguments that set the length, possibly inside input objects: `filter.first`. */
  slicingArguments: readonly string[];
  /** Names of nested fields that have the length; empty when it is the field's own. */
  sizedFields: readonly string[];
  requireOneSlicingArgument: boolean;
}

/** The costs that a supergraph declares with `@cost` and `@listSize`, as plain data. */
export interface CostFacts {
  /** By `Type`, `Type.field`, `Type.field(argument:)` and `Input.field`. */
  weights: ReadonlyMap<string, number>;
  /** By `Type.field`. */
  listSizes: ReadonlyMap<string, ListSize>;
}

const SPECIFICATION = 'https://specs.apollo.dev/cost/';

/**
 * Reads the costs from a supergraph. Composition has merged what subgraphs declare: the greatest weight, the
 * greatest size, and the slicing arguments of all.
 */
export function readCosts(supergraph: DocumentNode): CostFacts {
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  const names = namesOf(supergraph);

  function readWeight(coordinate: string, directives: readonly ConstDirectiveNode[] = []): void {
    const weight = argumentsOf(directives, names.cost)?.['weight'];
    // The specification writes weights as strings, Federation as integers.
    if (weight !== undefined && Number.isFinite(Number(weight))) weights.set(coordinate, Number(weight));
  }
  function readField(type: string, field: FieldDefinitionNode): void {
    const coordinate = `${type}.${field.name.value}`;
    readWeight(coordinate, field.directives);
    for (const argument of field.arguments ?? []) {
      readWeight(`${coordinate}(${argument.name.value}:)`, argument.directives);
    }
    const size = argumentsOf(field.directives ?? [], names.listSize);
    if (size) listSizes.set(coordinate, asListSize(size));
  }

  for (const definition of supergraph.definitions) {
    if (!('name' in definition) || !definition.name) continue;
    const name = definition.name.value;
    if (definition.kind !== Kind.DIRECTIVE_DEFINITION && 'directives' in definition) {
      readWeight(name, definition.directives as readonly ConstDirectiveNode[]);
    }
    if (!('fields' in definition)) continue;
    for (const field of (definition.fields ?? []) as (FieldDefinitionNode | InputValueDefinitionNode)[]) {
      if (field.kind === Kind.FIELD_DEFINITION) readField(name, field);
      else readWeight(`${name}.${field.name.value}`, field.directives);
    }
  }
  return { weights, listSizes };
}

function asListSize(given: Readonly<Record<string, unknown>>): ListSize {
  const { assumedSize, slicingArguments, sizedFields, requireOneSlicingArgument } = given;
  return {
    assumedSize: typeof assumedSize === 'number' ? assumedSize : null,
    slicingArguments: asTexts(slicingArguments),
    sizedFields: asTexts(sizedFields),
    requireOneSlicingArgument: requireOneSlicingArgument !== false,
  };
}

function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}

function argumentsOf(
  directives: readonly ConstDirectiveNode[],
  name: string,
): Record<string, unknown> | undefined {
  const directive = directives.find((use) => use.name.value === name);
  if (!directive) return undefined;
  return Object.fromEntries(
    (directive.arguments ?? []).map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]),
  );
}

/**
 * The names of the directives in a supergraph: their own, renamed ones, or prefixed by the name of the
 * specification.
 */
function namesOf({ definitions }: DocumentNode): { cost: string; listSize: string } {
  for (const definition of definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const directive of definition.directives ?? []) {
      const link = argumentsOf([directive], 'link');
      if (!link || !String(link['url']).startsWith(SPECIFICATION)) continue;
      const namespace = typeof link['as'] === 'string' ? link['as'] : 'cost';
      const imported = new Map((Array.isArray(link['import']) ? link['import'] : []).map(asImport));
      return {
        cost: imported.get('cost') ?? namespace,
        listSize: imported.get('listSize') ?? `${namespace}__listSize`,
      };
    }
  }
  return { cost: 'cost', listSize: 'listSize' };
}

function asImport(given: unknown): readonly [name: string, calledBy: string] {
  const { name, as = name } =
    typeof given === 'string' ? { name: given } : (given as { name: string; as?: string });
  return [withoutAt(name), withoutAt(as)];
}

function withoutAt(name: string): string {
  return name.replace(/^@/, '');
}
