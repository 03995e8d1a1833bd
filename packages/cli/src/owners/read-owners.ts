import { type ConstDirectiveNode, type DefinitionNode, Kind, parse } from 'graphql';

/** Which departments provide one element of the schema. */
export interface Owner {
  /** `Taxpayer` or `Taxpayer.name`. */
  coordinate: string;
  /** Sorted. */
  departments: string[];
}

/** What the machinery of federation adds: no department's. */
const MACHINERY = /^(join|link|core|federation|policy|context)__/;

/** Every type and field of a supergraph with the departments that resolve it, in the order of the SDL. */
export function readOwners(supergraphSdl: string): Owner[] {
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const names = departmentNames(definitions);
  const departmentsOf = (directives: readonly ConstDirectiveNode[]) =>
    [...new Set(directives.map((directive) => names.get(argument(directive, 'graph')!) ?? ''))]
      .filter(Boolean)
      .sort();

  return definitions.flatMap((definition) => {
    if (!('name' in definition) || !definition.name || MACHINERY.test(definition.name.value)) return [];
    const joins = joinsOf(definition, 'join__type');
    if (joins.length === 0) return [];
    const type = { coordinate: definition.name.value, departments: departmentsOf(joins) };
    return [
      type,
      ...fieldsOf(definition).map((field) => {
        const given = joinsOf(field, 'join__field').filter((join) => argument(join, 'graph') !== null);
        const provided = given.filter((join) => !isTrue(join, 'external') && !isTrue(join, 'usedOverridden'));
        return {
          coordinate: `${type.coordinate}.${field.name.value}`,
          // A field that says nothing of its own comes from every department that has the type.
          departments: given.length === 0 ? type.departments : departmentsOf(provided),
        };
      }),
    ];
  });
}

/** The values of join__Graph: TAX → tax. */
function departmentNames(definitions: readonly DefinitionNode[]): Map<string, string> {
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph'
        ? (definition.values ?? []).map((value) => {
            const [graph] = joinsOf(value, 'join__graph');
            return [value.name.value, (graph && argument(graph, 'name')) ?? value.name.value] as const;
          })
        : [],
    ),
  );
}

function fieldsOf(definition: DefinitionNode) {
  return 'fields' in definition ? (definition.fields ?? []) : [];
}

function joinsOf(node: object, name: string): ConstDirectiveNode[] {
  const { directives = [] } = node as { directives?: readonly ConstDirectiveNode[] };
  return directives.filter((directive) => directive.name.value === name);
}

function argument({ arguments: given = [] }: ConstDirectiveNode, name: string): string | null {
  const value = given.find((one) => one.name.value === name)?.value;
  return value && 'value' in value ? String(value.value) : null;
}

function isTrue(directive: ConstDirectiveNode, name: string): boolean {
  return argument(directive, name) === 'true';
}
