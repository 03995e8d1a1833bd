import { type ConstDirectiveNode, type DocumentNode, Kind, visit } from 'graphql';
import { parseFieldSet } from './field-set.ts';
import { stringArgument } from './read-directives.ts';

/** Which labels of progressive `@override` an operation may meet, told by the names of fields. */
export interface OverrideLabels {
  /** By the name of a field, the labels of the fields of that name. Empty for a supergraph without labels. */
  labels: ReadonlyMap<string, readonly string[]>;
  /** By the name of a field, the names of those that a plan fetches for it. */
  needs: ReadonlyMap<string, readonly string[]>;
  /** Names of fields in keys, which any plan may fetch. */
  always: readonly string[];
}

/** Reads them from a supergraph as the planner gets it. */
export function readOverrideLabels(supergraph: DocumentNode): OverrideLabels {
  const labels = new Map<string, Set<string>>();
  const needs = new Map<string, Set<string>>();
  const always = new Set<string>();
  visit(supergraph, {
    Directive(directive) {
      const key =
        directive.name.value === 'join__type' && stringArgument(directive as ConstDirectiveNode, 'key');
      if (key) for (const name of namesIn(key)) always.add(name);
    },
    FieldDefinition({ name, directives = [] }) {
      for (const directive of directives) {
        if (directive.name.value !== 'join__field') continue;
        const label = stringArgument(directive, 'overrideLabel');
        if (label !== undefined) add(labels, name.value, label);
        for (const fieldSet of [stringArgument(directive, 'requires'), ...contextSelections(directive)]) {
          for (const needed of fieldSet ? namesIn(fieldSet) : []) add(needs, name.value, needed);
        }
      }
    },
  });
  if (labels.size === 0) return { labels: new Map(), needs: new Map(), always: [] };
  return { labels: asLists(labels), needs: asLists(needs), always: [...always] };
}

/** The labels that an operation of these names may meet, sorted. */
export function labelsOf({ labels, needs, always }: OverrideLabels, names: Iterable<string>): string[] {
  const met = new Set<string>();
  const seen = new Set<string>([...names, ...always]);
  // What is added while it is read is read too: what is needed may need others.
  for (const name of seen) {
    for (const label of labels.get(name) ?? []) met.add(label);
    for (const needed of needs.get(name) ?? []) seen.add(needed);
  }
  return [...met].sort();
}

function contextSelections(directive: ConstDirectiveNode): string[] {
  const given = directive.arguments?.find(({ name }) => name.value === 'contextArguments');
  if (given?.value.kind !== Kind.LIST) return [];
  return given.value.values.flatMap((value) =>
    value.kind === Kind.OBJECT
      ? value.fields.flatMap(({ name, value: text }) =>
          name.value === 'selection' && text.kind === Kind.STRING ? [text.value] : [],
        )
      : [],
  );
}

function namesIn(fieldSet: string): string[] {
  const names: string[] = [];
  visit(parseFieldSet(fieldSet), { Field: ({ name }) => void names.push(name.value) });
  return names;
}

function add(to: Map<string, Set<string>>, key: string, value: string): void {
  const known = to.get(key);
  if (known) known.add(value);
  else to.set(key, new Set([value]));
}

function asLists(sets: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, readonly string[]> {
  return new Map([...sets].map(([key, values]) => [key, [...values]]));
}
