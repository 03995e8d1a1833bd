import {
  type DirectiveNode,
  execute,
  type FragmentSpreadNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLObjectType,
  GraphQLSchema,
  getVariableValues,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Operation } from './make-operation.ts';
import { resolveMerged } from './start-world.ts';
import type { World } from './world.ts';

type Path = readonly (string | number)[];

/** The answer itself has an empty path, and no number. */
export interface JudgedPart {
  data: unknown;
  errors: readonly GraphQLFormattedError[];
  path: Path;
  label: string | undefined;
}

interface Deferred {
  label: string | undefined;
  set: SelectionSetNode;
}

/** The name that marks an object with a deferred part; no generated operation has such a name. */
const MARK = 'zz_part_';

/**
 * The answer and its parts as the specification wants them: each is executed on its own by graphql-js, on the object
 * that it belongs to. In its place the answer has a mark, which is taken out again.
 */
export async function judgeParts(
  world: World,
  schema: GraphQLSchema,
  { query, variables }: Operation,
): Promise<{ answer: JudgedPart; parts: JudgedPart[] }> {
  const document = parse(query);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)!;
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const deferred: Deferred[] = [];
  const parts: JudgedPart[] = [];
  const answer = await authorize(schema.getQueryType()!, undefined, operation.selectionSet, [], undefined);
  return { answer, parts };

  async function authorize(
    type: GraphQLObjectType,
    thing: unknown,
    set: SelectionSetNode,
    path: Path,
    label: string | undefined,
  ): Promise<JudgedPart> {
    const values = new Map<string, unknown>();
    const result = await execute({
      schema:
        type === schema.getQueryType() ? schema : new GraphQLSchema({ ...schema.toConfig(), query: type }),
      document: {
        kind: Kind.DOCUMENT,
        definitions: [{ ...operation, selectionSet: markedSet(set) }, ...fragments.values()],
      },
      variableValues: variables,
      rootValue: thing,
      fieldResolver: (source, args, context, info) => {
        const value = resolveMerged(world)(source, args, context, info);
        values.set(JSON.stringify(pathOf(info.path)), value);
        return value;
      },
      typeResolver: ({ __typename }: { __typename: string }) => __typename,
    });
    const plain = JSON.parse(JSON.stringify(result)) as { data: unknown; errors?: GraphQLFormattedError[] };
    const authorized: JudgedPart = {
      data: plain.data,
      errors: (plain.errors ?? []).map((error) => ({ ...error, path: [...path, ...(error.path ?? [])] })),
      path,
      label,
    };
    for (const { number, at, typeName } of takeMarks(plain.data, [])) {
      const part = deferred[number]!;
      parts.push(
        await authorize(
          schema.getType(typeName) as GraphQLObjectType,
          at.length === 0 ? thing : valueAt(values, at),
          part.set,
          [...path, ...at],
          part.label,
        ),
      );
    }
    return authorized;
  }

  /** Without what is deferred, and with marks in its place. */
  function markedSet(set: SelectionSetNode): SelectionSetNode {
    return { ...set, selections: set.selections.map((selection) => marked(selection)) };
  }

  function marked(selection: SelectionNode): SelectionNode {
    if (selection.kind === Kind.FIELD) {
      const { selectionSet } = selection;
      // What the schema says of itself comes as a whole.
      if (selection.name.value.startsWith('__')) return selection;
      return selectionSet ? { ...selection, selectionSet: markedSet(selectionSet) } : selection;
    }
    const { typeCondition, selectionSet: set } =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value)! : selection;
    const label = deferLabel(selection, coerced);
    if (label === null) return inline(selection, typeCondition, markedSet(set));
    const number = deferred.push({ label, set }) - 1;
    const mark = parse(`{ ${MARK}${number}: __typename }`).definitions[0] as OperationDefinitionNode;
    return inline(selection, typeCondition, mark.selectionSet);
  }
}

function inline(
  { directives = [] }: FragmentSpreadNode | InlineFragmentNode,
  typeCondition: InlineFragmentNode['typeCondition'],
  selectionSet: SelectionSetNode,
): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    ...(typeCondition ? { typeCondition } : {}),
    directives: directives.filter(({ name }) => name.value !== 'defer'),
    selectionSet,
  };
}

/** Null when the fragment is not deferred. */
function deferLabel(
  { directives = [] }: SelectionNode,
  variables: Readonly<Record<string, unknown>>,
): string | undefined | null {
  const defer = directives.find(({ name }) => name.value === 'defer');
  if (!defer) return null;
  const when = argument(defer, 'if');
  if (when?.kind === Kind.BOOLEAN && !when.value) return null;
  if (when?.kind === Kind.VARIABLE && variables[when.name.value] !== true) return null;
  const label = argument(defer, 'label');
  return label?.kind === Kind.STRING ? label.value : undefined;
}

function argument({ arguments: given = [] }: DirectiveNode, name: string) {
  return given.find((one) => one.name.value === name)?.value;
}

interface Mark {
  number: number;
  at: Path;
  typeName: string;
}

/** Takes the marks out of the data. */
function takeMarks(value: unknown, at: Path): Mark[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => takeMarks(item, [...at, i]));
  if (typeof value !== 'object' || value === null) return [];
  const marks: Mark[] = [];
  for (const [key, inside] of Object.entries(value)) {
    if (!key.startsWith(MARK)) marks.push(...takeMarks(inside, [...at, key]));
    else {
      marks.push({ number: Number(key.slice(MARK.length)), at, typeName: inside as string });
      delete (value as Record<string, unknown>)[key];
    }
  }
  return marks;
}

function pathOf(path: { prev: unknown; key: string | number } | undefined): (string | number)[] {
  return path ? [...pathOf(path.prev as typeof path), path.key] : [];
}

/** What the field at the path resolved to, or the item of its list. */
function valueAt(values: ReadonlyMap<string, unknown>, at: Path): unknown {
  const field = at.findLastIndex((part) => typeof part === 'string');
  let value = values.get(JSON.stringify(at.slice(0, field + 1)));
  for (const index of at.slice(field + 1)) value = (value as unknown[])[index as number];
  if (value instanceof GraphQLError) throw value;
  return value;
}
