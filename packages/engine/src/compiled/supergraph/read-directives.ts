import { type ConstDirectiveNode, type DocumentNode, Kind, type TypeNode } from 'graphql';

/** An argument of a directive that holds a text; undefined when it is not given or no text. */
export function stringArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = argumentValue(directive, name);
  return value?.kind === Kind.STRING ? value.value : undefined;
}

/** As {@link stringArgument}, for a value of an enum. */
export function enumArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = argumentValue(directive, name);
  return value?.kind === Kind.ENUM ? value.value : undefined;
}

/** False only when the argument is given as false. */
export function isNotFalse(directive: ConstDirectiveNode, name: string): boolean {
  const value = argumentValue(directive, name);
  return value?.kind !== Kind.BOOLEAN || value.value;
}

/** The departments' names by the enum values that a supergraph's directives call them by. */
export function departmentNames({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const { name, directives = [] } of definition.values ?? []) {
      for (const directive of directives) {
        const department = stringArgument(directive, 'name');
        if (department !== undefined) names.set(name.value, department);
      }
    }
  }
  return names;
}

/** The name within lists and non-nulls. */
export function typeNameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : typeNameOf(type.type);
}

function argumentValue({ arguments: given = [] }: ConstDirectiveNode, name: string) {
  return given.find((argument) => argument.name.value === name)?.value;
}
