import {
  type ConstDirectiveNode,
  type DocumentNode,
  Kind,
  type TypeNode,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** Returns a string argument of a directive; undefined when it is missing or not a string. */
export function stringArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = argumentValue(directive, name);
  return value?.kind === Kind.STRING ? value.value : undefined;
}

/** Like {@link stringArgument}, for an enum value. */
export function enumArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = argumentValue(directive, name);
  return value?.kind === Kind.ENUM ? value.value : undefined;
}

/** Returns false only when the argument is given as false. */
export function isNotFalse(directive: ConstDirectiveNode, name: string): boolean {
  const value = argumentValue(directive, name);
  return value?.kind !== Kind.BOOLEAN || value.value;
}

/** The names of the subgraphs, by the enum values that stand for them in the supergraph's directives. */
export function subgraphNames({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const { name, directives = [] } of definition.values ?? []) {
      for (const directive of directives) {
        const subgraph = stringArgument(directive, 'name');
        if (subgraph !== undefined) names.set(name.value, subgraph);
      }
    }
  }
  return names;
}

/** The name of a type inside lists and non-nulls. */
export function typeNameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : typeNameOf(type.type);
}

function argumentValue({ arguments: given = [] }: ConstDirectiveNode, name: string) {
  return given.find((argument) => argument.name.value === name)?.value;
}

/** Parses a field set, with or without braces around it. */
export function parseFieldSet(text: string): SelectionSetNode {
  const set = text.trim().startsWith('{') ? text : `{${text}}`;
  return (parse(set, { noLocation: true }).definitions[0] as OperationDefinitionNode).selectionSet;
}
