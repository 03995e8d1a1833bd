import { type ConstDirectiveNode, type DocumentNode, Kind, visit } from 'graphql';
import { parseFieldSet, stringArgument } from '../core/read-directives.ts';
import { LRUCache } from 'lru-cache';

/** The labels of progressive `@override` that an operation may meet, found by the names of fields. */
export interface OverrideLabels {
  /** The labels of all fields of a name. Empty for a supergraph without labels. */
  labels: ReadonlyMap<string, readonly string[]>;
  /** The names of the fields that a plan fetches for a field, by its name. */
  needs: ReadonlyMap<string, readonly string[]>;
  /** Names of fields in keys, which any plan may fetch. */
  always: readonly string[];
}

/** Reads the labels from the supergraph that the planner gets. */
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

/** Returns the labels that an operation with these names may meet, sorted. */
export function labelsOf({ labels, needs, always }: OverrideLabels, names: Iterable<string>): string[] {
  const met = new Set<string>();
  const seen = new Set<string>([...names, ...always]);
  // The loop also visits names added on the way, because a needed field may need others.
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
  const cached = to.get(key);
  if (cached) cached.add(value);
  else to.set(key, new Set([value]));
}

function asLists(sets: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, readonly string[]> {
  return new Map([...sets].map(([key, values]) => [key, [...values]]));
}

/** Up to this many percentage labels of one operation are chosen independently: with 4, it has up to 16 plans. */
const MAX_INDEPENDENT_LABELS = 4;
const MAX_CHARACTERS = 8 * 1024 * 1024;

/** Returns the active labels of progressive `@override` for one request of this query, sorted. */
export type ChooseOverrides = (query: string) => readonly string[];

/**
 * Chooses for each request which overridden fields their new subgraph answers.
 *
 * `percent(5)` is active for 5 of 100 requests, at random: a request that is repeated may be answered by the other
 * subgraph. Any other label is active for all requests or none. Equal labels have the same outcome within a
 * request. An operation with more percentages than {@link MAX_INDEPENDENT_LABELS} uses one random number for all of
 * them, so that it has at most one plan more than it has labels.
 *
 * @param active labels without a percentage that are active; no others are
 * @param random from 0 to below 1
 * @returns null for a supergraph without labels, where there is nothing to choose
 */
export function createChooseOverrides(
  overrides: OverrideLabels,
  active: ReadonlySet<string>,
  random: () => number,
): ChooseOverrides | null {
  if (overrides.labels.size === 0) return null;
  const cached = new LRUCache<string, { label: string; share: number }[]>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_labels, query) => query.length + 100,
  });

  function met(query: string): { label: string; share: number }[] {
    let labels = cached.get(query);
    if (!labels) {
      // Every name in the text, even of other things than fields: an extra label only makes another equal plan.
      labels = labelsOf(overrides, query.match(/[_A-Za-z]\w*/g) ?? [])
        .map((label) => ({ label, share: percentOf(label) ?? (active.has(label) ? 100 : 0) }))
        .filter(({ share }) => share > 0);
      cached.set(query, labels);
    }
    return labels;
  }

  return (query) => {
    const labels = met(query);
    if (labels.length === 0) return [];
    const sharedRandom =
      labels.filter(({ share }) => share < 100).length > MAX_INDEPENDENT_LABELS ? random() : null;
    return labels.filter(({ share }) => (sharedRandom ?? random()) * 100 < share).map(({ label }) => label);
  };
}

/** Returns null for a label that is not a percentage. */
function percentOf(label: string): number | null {
  const percent = /^percent\((\d+(?:\.\d+)?)\)$/.exec(label)?.[1];
  return percent === undefined ? null : Number(percent);
}
