import { CommandError } from './command-error.ts';
import { requestGraphQL } from './graphql-request.ts';

const TIMEOUT_MS = 10_000;

/**
 * The schema that a department serves, by the federation field that every subgraph has.
 *
 * @throws CommandError when it is away, or is no subgraph
 */
export async function introspect(url: string): Promise<string> {
  const { data, errors } = await requestGraphQL(
    'The department',
    url,
    { query: '{ _service { sdl } }' },
    TIMEOUT_MS,
  );
  const sdl = (data as { _service?: { sdl?: unknown } } | null | undefined)?._service?.sdl;
  if (typeof sdl === 'string') return sdl;
  const why = errors?.[0]?.message ?? 'it has no _service { sdl }';
  throw new CommandError(
    `The department at ${url} does not tell its schema (${why}). A Federation 2 subgraph does; or give the file with --schema.`,
  );
}
