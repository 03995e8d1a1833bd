import type { Answer } from '@yiwang/client';
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import type { LoaderFunctionArgs } from 'react-router';
import { requestContext } from '../../context.ts';
import { ask, failPage } from '../../graph/ask.ts';
import type { DevelopersCatalogueQuery } from '../../graphql/generated/graphql.ts';
import { CATALOGUE, READ_SCHEMA, VERSION } from './developers-query.ts';

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

export interface OneSchema {
  version: number | null;
  schema: GraphQLSchema;
  /** By coordinate, such as Permit or Permit.number. */
  sharing: ReadonlyMap<string, Sharing>;
}

/** Schemas that are kept, by who may see them: what clients of departments see is not what everyone sees. */
const kept = new Map<string, Promise<OneSchema>>();
const MOST_KEPT = 16;

/** The one schema as this visitor's client may see it. Asked once for each version. */
export async function readSchema(args: LoaderFunctionArgs): Promise<OneSchema> {
  const { person } = args.context.get(requestContext);
  const answer = await ask(args, VERSION, {});
  const version = answer.data?.dataResources?.edges[0]?.node.version ?? null;
  const key = `${version} ${person === null ? 'everyone' : `${person.department} ${person.scopes.join(' ')}`}`;
  const known = kept.get(key);
  if (known) return known;
  const reading = read(args, version);
  if (version === null) return reading;
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
  kept.set(key, reading);
  reading.catch(() => kept.delete(key));
  return reading;
}

async function read(args: LoaderFunctionArgs, version: number | null): Promise<OneSchema> {
  const [introspection, sharing] = await Promise.all([ask(args, READ_SCHEMA, {}), readSharing(args)]);
  if (introspection.data === null) failPage(introspection);
  return { version, schema: buildClientSchema(introspection.data as unknown as IntrospectionQuery), sharing };
}

async function readSharing(args: LoaderFunctionArgs): Promise<Map<string, Sharing>> {
  const found = new Map<string, Sharing>();
  for (let after: string | null = null, hasNext = true; hasNext;) {
    const answer: Answer<DevelopersCatalogueQuery> = await ask(args, CATALOGUE, { after });
    const page = answer.data?.dataResources;
    for (const { node } of page?.edges ?? []) {
      const department = node.department?.name ?? null;
      for (const one of [{ ...node, type: null }, ...node.fields]) {
        const { coordinate, sharing, basis, cycle, type, summary } = one;
        found.set(coordinate, {
          class: sharing,
          basis: basis ?? null,
          cycle: cycle ?? null,
          department,
          type,
          summary: summary ?? null,
        });
      }
    }
    hasNext = page?.pageInfo.hasNextPage ?? false;
    after = page?.pageInfo.endCursor ?? null;
  }
  return found;
}
