import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Operation } from './make-operation.ts';

export const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** The same operation without one of the things that stock execution gets wrong. */
export type Simplify = (operation: Operation, schema: GraphQLSchema) => Operation;

/** Each field of each type under a name that nothing else has, nor every object. */
export const nameApart: Simplify = (operation, schema) => {
  const calls: string[] = [];
  const types = new TypeInfo(schema);
  const rename = visitWithTypeInfo(types, {
    Field(field) {
      const { name, arguments: given = [] } = field;
      if (name.value.startsWith('__') && !field.alias) return undefined;
      const call = `${types.getParentType()} ${print({ kind: Kind.FIELD, name, arguments: given })}`;
      if (!calls.includes(call)) calls.push(call);
      return { ...field, alias: { kind: Kind.NAME, value: `u${calls.indexOf(call)}` } };
    },
  });
  return edit(operation, (document) => visit(document, rename));
};

/** @skip and @include carried out. */
export const settle: Simplify = (operation) => {
  const defaults: Record<string, unknown> = { yes: true, no: false };
  const isExcluded = ({ directives = [] }: SelectionNode) =>
    directives.some(({ name, arguments: [condition] = [] }) => {
      const { value } = condition!;
      const holds =
        value.kind === Kind.VARIABLE
          ? { ...defaults, ...operation.variables }[value.name.value]
          : value.kind === Kind.BOOLEAN && value.value;
      return holds === (name.value === 'skip');
    });
  return withoutSelections(operation, isExcluded);
};

/** With the type of every object. */
export const askTypes: Simplify = (operation) =>
  edit(operation, (document) =>
    visit(document, {
      SelectionSet: { leave: (set) => ({ ...set, selections: [...set.selections, TYPENAME] }) },
    }),
  );

/** Without the fields that are made from others. */
export const withoutRequirements: Simplify = (operation) =>
  withoutSelections(operation, (node) => node.kind === Kind.FIELD && node.name.value.startsWith('made'));

function withoutSelections(operation: Operation, isExcluded: (node: SelectionNode) => boolean): Operation {
  const drop = (node: SelectionNode) => (isExcluded(node) ? null : { ...node, directives: [] });
  return edit(operation, (document) =>
    visit(document, {
      Field: drop,
      InlineFragment: drop,
      FragmentSpread: drop,
      SelectionSet: {
        leave: (set) => (set.selections.length === 0 ? { ...set, selections: [TYPENAME] } : undefined),
      },
    }),
  );
}

/** Drops what is not used any more, so that the operation stays valid. */
export function edit(
  { query, variables }: Operation,
  change: (document: DocumentNode) => DocumentNode,
): Operation {
  let document = change(parse(query));
  for (let before = 0; before !== document.definitions.length;) {
    before = document.definitions.length;
    const used = new Set<string>();
    visit(document, {
      FragmentSpread: ({ name }) => {
        used.add(name.value);
      },
    });
    const definitions = document.definitions.filter(
      (one) => one.kind !== Kind.FRAGMENT_DEFINITION || used.has(one.name.value),
    );
    document = { ...document, definitions };
  }
  const read = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      read.add(name.value);
    },
  });
  const edited = visit(document, {
    VariableDefinition: ({ variable }) => (read.has(variable.name.value) ? false : null),
  });
  const given = Object.entries(variables).filter(([name]) => read.has(name));
  return { query: print(edited), variables: Object.fromEntries(given) };
}
