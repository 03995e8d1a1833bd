import type { DocumentNode, FieldDefinitionNode, InputValueDefinitionNode, TypeNode } from 'graphql';
import { declaredReads, type WithDirectives } from './declared-reads.ts';
import { readLiteral } from './evaluate.ts';
import type { ArgumentReads, FieldReads, FoundDefault, InputReads } from './input-reads.ts';
import { describeTypes, isList, keyFieldsOf, namedTypeOf, type SchemaType } from './schema-types.ts';

/** The names under which a document uses the directives. */
export interface ReadNames {
  reads: string;
  key: string;
  sensitive: string;
}

const PAGING = new Set(['first', 'last', 'after', 'before']);

/** What a value of an input type is compared with: the rows that the field leads to. */
interface Rows {
  types: readonly SchemaType[];
  /** It is part of something of which it is known what it reads. */
  isCovered: boolean;
}

/**
 * What the arguments of each field read, by the SDL of a department or of a supergraph.
 *
 * `@reads(fields: ["Type.field"])` of an argument or input field says it. Without it, an argument or input field that is named
 * like a field of the rows reads that field: the rows are what the field returns, of a connection its nodes. What the input
 * fields of an input object read comes on top.
 */
export function readArgumentReads(
  document: DocumentNode,
  names: ReadNames = { reads: 'reads', key: 'key', sensitive: 'sensitive' },
): ArgumentReads {
  const { byName, possible } = describeTypes(document);
  const all = new Map<string, FieldReads>();
  const inputs = new Map<string, Map<string, InputReads>>();
  const rowsByType = new Map<string, readonly SchemaType[]>();
  const defaults: { input: InputReads; definition: InputValueDefinitionNode }[] = [];

  for (const type of byName.values()) {
    for (const field of type.fields.values()) {
      const always = declaredOf(field) ?? [];
      const given = field.arguments ?? [];
      if (always.length === 0 && given.length === 0) continue;
      all.set(`${type.name}.${field.name.value}`, {
        always,
        arguments: new Map(given.map((one) => [one.name.value, readArgument(type, field, one)])),
      });
    }
  }
  settleDefaults();
  return all;

  function readArgument(
    type: SchemaType,
    field: FieldDefinitionNode,
    argument: InputValueDefinitionNode,
  ): InputReads {
    const rows = rowsOf(field.type);
    const name = argument.name.value;
    const coordinate = `${type.name}.${field.name.value}(${name}:)`;
    const isOne = !isList(field.type) && rows === directRows(field.type);
    if (declaredOf(argument) === null && isOne && isKey(rows, name)) {
      return note(
        { coordinate, origin: 'KEY', reads: [], fields: null, values: null, whenAbsent: [] },
        argument,
      );
    }
    const input = readInput(coordinate, argument, { types: rows, isCovered: false });
    if (input.origin === 'UNKNOWN' && !isOne && PAGING.has(name)) input.origin = 'PAGING';
    return input;
  }

  function readInput(coordinate: string, definition: InputValueDefinitionNode, rows: Rows): InputReads {
    const name = definition.name.value;
    const declared = declaredOf(definition);
    const matches = rows.types.flatMap((type) => {
      const field = type.fields.get(name);
      return field ? [{ coordinate: `${type.name}.${name}`, field }] : [];
    });
    const isNamed = declared === null && matches.length > 0;
    const reads = declared ?? [...new Set(matches.map((one) => one.coordinate))].sort();
    const inputType = byName.get(namedTypeOf(definition.type));
    const isCovered = rows.isCovered || (declared !== null && declared.length > 0);
    const inner: Rows = isNamed
      ? { types: unique(matches.flatMap(({ field }) => rowsOf(field.type))), isCovered: true }
      : { types: rows.types, isCovered };
    const fields = inputType?.kind === 'INPUT' ? readFields(inputType, inner) : null;
    const values = inputType?.kind === 'ENUM' ? valuesOf(inputType) : null;
    const saysByValues = values !== null && values.size > 0 && values.size === inputType!.values.length;
    const origin =
      declared !== null
        ? 'DECLARED'
        : isNamed
          ? 'NAME'
          : rows.isCovered
            ? 'COVERED'
            : fields
              ? 'FIELDS'
              : saysByValues
                ? 'VALUES'
                : 'UNKNOWN';
    return note({ coordinate, origin, reads, fields, values, whenAbsent: [] }, definition);
  }

  /** Shared by all who read the same input type against the same rows: input types may be recursive. */
  function readFields(type: SchemaType, rows: Rows): Map<string, InputReads> {
    const key = [type.name, rows.isCovered, ...rows.types.map((one) => one.name)].join(' ');
    let fields = inputs.get(key);
    if (!fields) {
      fields = new Map();
      inputs.set(key, fields);
      for (const field of type.inputFields) {
        const name = field.name.value;
        fields.set(name, readInput(`${type.name}.${name}`, field, rows));
      }
    }
    return fields;
  }

  function note(input: InputReads, definition: InputValueDefinitionNode): InputReads {
    if (definition.defaultValue) defaults.push({ input, definition });
    return input;
  }

  /** Those inside of others first, as often as one default leads to another. */
  function settleDefaults(): void {
    let isSettled = false;
    while (!isSettled) {
      isSettled = true;
      for (const { input, definition } of defaults) {
        const found = new Map<string, FoundDefault>();
        readLiteral(input, definition.defaultValue!, {
          found: (coordinate, by) => found.set(`${coordinate} ${by}`, { coordinate, by }),
          variable: () => {},
        });
        if (found.size === input.whenAbsent.length) continue;
        input.whenAbsent = [...found.values()];
        isSettled = false;
      }
    }
  }

  /** Types of the rows that a field leads to: of a connection its nodes; of an interface or union also what it may be. */
  function rowsOf(type: TypeNode): readonly SchemaType[] {
    const named = byName.get(namedTypeOf(type));
    const edges = named?.fields.get('edges');
    const node = edges && byName.get(namedTypeOf(edges.type))?.fields.get('node');
    return node ? directRows(node.type) : directRows(type);
  }

  function directRows(type: TypeNode): readonly SchemaType[] {
    const name = namedTypeOf(type);
    const known = rowsByType.get(name);
    if (known) return known;
    const made = [name, ...(possible.get(name) ?? [])].flatMap((one) => {
      const found = byName.get(one);
      return found?.kind === 'COMPOSITE' ? [found] : [];
    });
    rowsByType.set(name, made);
    return made;
  }

  function isKey(rows: readonly SchemaType[], name: string): boolean {
    const named = rows.filter(({ fields }) => fields.has(name));
    return named.length > 0 && named.every((type) => isOpenKey(type, name));
  }

  /** What is shown masked is not to be found by its value, even where it is a key. */
  function isOpenKey(type: SchemaType, name: string): boolean {
    const isMasked = type.fields.get(name)!.directives?.some((use) => use.name.value === names.sensitive);
    return !isMasked && keyFieldsOf(type, names.key).has(name);
  }

  function valuesOf({ values }: SchemaType): Map<string, readonly string[]> {
    const declared = values.map((value) => [value.name.value, declaredOf(value)] as const);
    return new Map(declared.flatMap(([name, reads]) => (reads === null ? [] : [[name, reads] as const])));
  }

  /** Sorted; null where nothing is said. Said several times, as where departments share an input type, all of it holds. */
  function declaredOf(node: WithDirectives): string[] | null {
    const declared = declaredReads(node, names.reads);
    return declared && [...new Set(declared)].sort();
  }
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
