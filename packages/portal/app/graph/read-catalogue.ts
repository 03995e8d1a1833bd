import type { Answer } from '@yiwang/client';
import type { LoaderFunctionArgs } from 'react-router';
import type { CatalogueQuery } from '../graphql/generated/graphql.ts';
import { ask } from './ask.ts';
import { CATALOGUE, VERSION } from './catalogue-query.ts';

/** Of a type or field, as the data catalogue has it. */
export interface Sharing {
  class: string;
  basis: string | null;
  cycle: string | null;
  department: string | null;
  /** As in the schema, such as String!; null of a type. */
  type: string | null;
  summary: string | null;
}

export interface Catalogue {
  /** Of the one schema that it is derived from; null while the exchange does not answer. */
  version: number | null;
  /** By coordinate, such as Permit or Permit.number. */
  sharing: ReadonlyMap<string, Sharing>;
}

let kept: { version: number; catalogue: Promise<Catalogue> } | null = null;

/** The classes of sharing of all fields, which introspection does not tell. Everyone sees the same; it is asked once for each version. */
export async function readCatalogue(
  args: Pick<LoaderFunctionArgs, 'request' | 'context'>,
): Promise<Catalogue> {
  const answer = await ask(args, VERSION, {});
  const version = answer.data?.dataResources?.edges[0]?.node.version ?? null;
  if (version === null) return { version, sharing: new Map() };
  if (kept?.version === version) return kept.catalogue;
  const catalogue = read(args, version);
  kept = { version, catalogue };
  catalogue.catch(() => (kept = null));
  return catalogue;
}

async function read(
  args: Pick<LoaderFunctionArgs, 'request' | 'context'>,
  version: number,
): Promise<Catalogue> {
  const sharing = new Map<string, Sharing>();
  for (let after: string | null = null, hasNext = true; hasNext;) {
    const answer: Answer<CatalogueQuery> = await ask(args, CATALOGUE, { after });
    const page = answer.data?.dataResources;
    if (!page) throw new Error('The data catalogue ended in the middle.');
    for (const { node } of page.edges) {
      const department = node.department?.name ?? null;
      for (const one of [{ ...node, type: null }, ...node.fields]) {
        sharing.set(one.coordinate, {
          class: one.sharing,
          basis: one.basis ?? null,
          cycle: one.cycle ?? null,
          department,
          type: one.type,
          summary: one.summary ?? null,
        });
      }
    }
    hasNext = page.pageInfo.hasNextPage;
    after = page.pageInfo.endCursor ?? null;
  }
  return { version, sharing };
}
