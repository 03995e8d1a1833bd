import {
  type ConstDirectiveNode,
  type ConstObjectFieldNode,
  type ConstObjectValueNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  print,
  type SelectionSetNode,
} from 'graphql';
import { parseFieldSet, stringArgument } from '../core/read-directives.ts';

type Definition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** Returns the types that set each context, by the name of the context; for a union, its members. */
export function contextSetters(
  { definitions }: DocumentNode,
  types: ReadonlyMap<string, Definition>,
): ReadonlyMap<string, readonly Definition[]> {
  const setters = new Map<string, Definition[]>();
  for (const definition of definitions) {
    for (const directive of ('directives' in definition && definition.directives) || []) {
      const context =
        directive.name.value === 'context' && stringArgument(directive as ConstDirectiveNode, 'name');
      if (!context) continue;
      const names =
        definition.kind === Kind.UNION_TYPE_DEFINITION
          ? (definition.types ?? []).map(({ name }) => name.value)
          : 'name' in definition && definition.name
            ? [definition.name.value]
            : [];
      const own = names.flatMap((name) => types.get(name) ?? []);
      setters.set(context, [...(setters.get(context) ?? []), ...own]);
    }
  }
  return setters;
}

/** Returns a `@join__field` with the selections of its contextual arguments replaced. */
export function replaceContextSelections(
  directive: ConstDirectiveNode,
  replace: (context: string, selections: SelectionSetNode) => SelectionSetNode,
): ConstDirectiveNode {
  const given = directive.arguments?.find(({ name }) => name.value === 'contextArguments');
  if (given?.value.kind !== Kind.LIST) return directive;
  const values = given.value.values.map((value) =>
    value.kind === Kind.OBJECT ? replaceSelection(value, replace) : value,
  );
  const changed = { ...given, value: { ...given.value, values } };
  return { ...directive, arguments: directive.arguments!.map((one) => (one === given ? changed : one)) };
}

function replaceSelection(
  value: ConstObjectValueNode,
  replace: (context: string, selections: SelectionSetNode) => SelectionSetNode,
): ConstObjectValueNode {
  const text = (name: string) => {
    const field = value.fields.find((one) => one.name.value === name);
    return field?.value.kind === Kind.STRING ? field.value.value : '';
  };
  const selection = text('selection');
  const printed = print(replace(text('context'), parseFieldSet(selection)));
  // Fragments for several types are written side by side, without braces around them.
  const changed = selection.trim().startsWith('{') ? printed : printed.slice(1, -1);
  return {
    ...value,
    fields: value.fields.map((field): ConstObjectFieldNode =>
      field.name.value === 'selection' ? { ...field, value: { kind: Kind.STRING, value: changed } } : field,
    ),
  };
}
