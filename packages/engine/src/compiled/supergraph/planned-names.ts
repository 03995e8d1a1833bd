import { type DocumentNode, Kind, parse, visit } from 'graphql';

/** Arguments of a supergraph's directives that hold selections. */
const FIELD_SETS = new Set(['key', 'requires', 'selection']);

/** Names of the fields that a plan may ask for although no client did: parts of keys, of `@requires` and of contexts. */
export function plannedNames(supergraph: DocumentNode): ReadonlySet<string> {
  const names = new Set(['__typename']);
  const note = (fieldSet: string) =>
    visit(parse(asSelectionSet(fieldSet), { noLocation: true }), {
      Field: ({ name }) => {
        names.add(name.value);
      },
    });
  // Keys are many and alike.
  const fieldSets = new Set<string>();
  const collect = ({
    name,
    value,
  }: {
    name: { value: string };
    value: { kind: string; value?: unknown };
  }) => {
    if (FIELD_SETS.has(name.value) && value.kind === Kind.STRING) fieldSets.add(value.value as string);
  };
  visit(supergraph, {
    Directive: ({ arguments: given = [] }) => {
      if (given.some(({ name }) => FIELD_SETS.has(name.value) || name.value === 'contextArguments')) return;
      return false;
    },
    Argument: collect,
    ObjectField: collect,
  });
  for (const fieldSet of fieldSets) note(fieldSet);
  return names;
}

/** A context's selection names the context first and has braces of its own. */
function asSelectionSet(fieldSet: string): string {
  const text = fieldSet.replace(/^\s*\$\w+/, '').trim();
  return text.startsWith('{') ? text : `{${text}}`;
}
