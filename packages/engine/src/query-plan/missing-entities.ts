import type { FetchNode } from '@apollo/query-planner';
import type { Subgraph } from '../core/subgraph.ts';
import { fetchPlaces } from './fetch-places.ts';
import type { Json } from '../core/run.ts';
import { typeKey } from './read-keys.ts';
import type { PlaceholderAliases } from './placeholder-aliases.ts';
import { joinReferences, type ReferenceForm } from './reference-form.ts';

/** An entity that a subgraph was asked for and does not hold. It answered null, which is not a fault. */
export interface MissingEntity {
  subgraph: string;
  type: string;
  /** The key fields that it was looked up by, by name, without fields that not every caller may read. */
  key: Readonly<Record<string, unknown>>;
  /** Returns whether this subgraph was to provide a value of the entity, by its name in the merged data. */
  isSource(name: string): boolean;
}

/** Descriptions are made on demand, for those that explain a null. */
type Describe = () => MissingEntity;

/** Missing entities by the object of the merged data that stands for the entity. */
const missing = new WeakMap<Json, Describe[]>();

/** Returns a function that records the entities that one fetch did not find. */
export function createMissingNotes(
  node: FetchNode,
  subgraph: Subgraph,
  form: ReferenceForm,
  {
    placeholders,
    isOpen,
  }: { placeholders: Pick<PlaceholderAliases, 'keys'>; isOpen: (coordinate: string) => boolean },
): (object: Json, reference: string) => void {
  const { operation, outputRewrites } = node;
  /** Names of the values that the fetch selects, by type of the entity. */
  const namesByType = new Map<string, ReadonlySet<string | number>>();
  return (object, reference) => {
    const describe = () => describeMissing(joinReferences(form, [reference]));
    const before = missing.get(object);
    if (before) before.push(describe);
    else missing.set(object, [describe]);
  };

  function describeMissing(text: string): MissingEntity {
    const reference = JSON.parse(text) as Json & { __typename: string };
    const { __typename: type } = reference;
    const names = namesOf(type);
    const keys = placeholders.keys.get(typeKey(subgraph.name, type)) ?? [];
    const key = keys.find((fields) => fields.every((field) => Object.hasOwn(reference, field))) ?? [];
    return {
      subgraph: subgraph.name,
      type,
      key: Object.fromEntries(
        key.flatMap((field) => (isOpen(`${type}.${field}`) ? [[field, reference[field]]] : [])),
      ),
      // A rewrite renames the values of the fetch.
      isSource: (field: string) => outputRewrites !== undefined || names.has(field),
    };
  }

  function namesOf(type: string): ReadonlySet<string | number> {
    let names = namesByType.get(type);
    if (!names) {
      const request = { query: operation, variables: { representations: [{ __typename: type }] } };
      names = new Set(fetchPlaces(request).flatMap(([, , field]) => field ?? []));
      namesByType.set(type, names);
    }
    return names;
  }
}

/** Returns null for an object that no subgraph reported as missing. */
export function missingEntitiesAt(object: Json): MissingEntity[] | null {
  return missing.get(object)?.map((describe) => describe()) ?? null;
}
