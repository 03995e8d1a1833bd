import { buildSchema, type GraphQLSchema, printSchema } from 'graphql';
import type { ServedEngine } from '../support/serve-engine.ts';

/** What clients of an engine see. A copy, because Apollo Server puts resolvers of its own into the engine's. */
export async function schemaOf({ engine }: ServedEngine): Promise<GraphQLSchema> {
  const { promise, resolve } = Promise.withResolvers<GraphQLSchema>();
  const forget = engine.onSchemaLoadOrUpdate(({ apiSchema }) => resolve(apiSchema));
  await engine.load?.({} as never);
  forget();
  return buildSchema(printSchema(await promise));
}
