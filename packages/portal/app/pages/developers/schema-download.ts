import { printSchema } from 'graphql';
import type { LoaderFunctionArgs } from 'react-router';
import { readSchema } from './read-schema.ts';

/** The one schema as text, as the visitor's client may see it. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { schema, version } = await readSchema(args);
  return new Response(`${printSchema(schema)}\n`, {
    headers: {
      'content-type': 'application/graphql; charset=utf-8',
      'content-disposition': `attachment; filename="yiwang-${version ?? 'schema'}.graphql"`,
      'cache-control': 'private, max-age=60',
    },
  });
}
