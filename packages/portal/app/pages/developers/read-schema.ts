import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import type { LoaderFunctionArgs } from 'react-router';
import { requestContext } from '../../context.ts';
import { ask, failPage } from '../../graph/ask.ts';
import { type Catalogue, readCatalogue } from '../../graph/read-catalogue.ts';
import { READ_SCHEMA } from './developers-query.ts';

export interface OneSchema extends Catalogue {
  schema: GraphQLSchema;
}

/** Schemas that are kept, by who may see them: what clients of departments see is not what everyone sees. */
const kept = new Map<string, Promise<OneSchema>>();
const MOST_KEPT = 16;

/** The one schema as this visitor's client may see it. Asked once for each version. */
export async function readSchema(args: LoaderFunctionArgs): Promise<OneSchema> {
  const { person } = args.context.get(requestContext);
  const catalogue = await readCatalogue(args);
  const { version } = catalogue;
  const key = `${version} ${person === null ? 'everyone' : `${person.department} ${person.scopes.join(' ')}`}`;
  const known = kept.get(key);
  if (known) return known;
  const reading = read(args, catalogue);
  if (version === null) return reading;
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
  kept.set(key, reading);
  reading.catch(() => kept.delete(key));
  return reading;
}

async function read(args: LoaderFunctionArgs, catalogue: Catalogue): Promise<OneSchema> {
  const introspection = await ask(args, READ_SCHEMA, {});
  if (introspection.data === null) failPage(introspection);
  return { ...catalogue, schema: buildClientSchema(introspection.data as unknown as IntrospectionQuery) };
}
