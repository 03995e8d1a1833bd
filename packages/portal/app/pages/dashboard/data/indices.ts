import type { DashboardIndicesQuery } from '../../../graphql/generated/graphql.ts';

/** The five indices, in the order of docs/service-indices.md. */
export const INDEX_NAMES = ['channels', 'coverage', 'guides', 'maturity', 'effect'] as const;
export type IndexName = (typeof INDEX_NAMES)[number];

export interface IndexRow {
  code: string;
  name: string;
  /** What is the region's own, without the regions beneath it. */
  isOwnOnly: boolean;
  values: Readonly<Record<IndexName, number | null>>;
}

type Indices = NonNullable<DashboardIndicesQuery['serviceIndices']>;

function valuesOf(one: Indices['children'][number] | Indices): IndexRow['values'] {
  const values = INDEX_NAMES.map((name) => [name, one[name].value ?? null]);
  return Object.fromEntries(values) as Record<IndexName, number | null>;
}

/** The region itself first, and then those beneath it. */
export function toIndexRows(indices: Indices): IndexRow[] {
  const row = (one: Indices['children'][number] | Indices, isOwnOnly: boolean): IndexRow => ({
    code: one.region?.code ?? '',
    name: one.region?.name ?? one.region?.code ?? '',
    isOwnOnly,
    values: valuesOf(one),
  });
  return [row(indices, false), ...indices.children.map((child) => row(child, child.isOwnOnly))];
}
