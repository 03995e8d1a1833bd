import { contents, type PrivateKey, signCredential } from '@yiwang/identity';
import { CommandError } from '../shared/command-error.ts';
import { requestGraphQL } from '../shared/graphql-request.ts';

const TIMEOUT_MS = 10_000;

/**
 * The schema that a department serves, by the federation field that every subgraph has.
 *
 * @param key of the department or an operator, for a department that shows its schema to them alone; null for none
 * @throws CommandError when it is away, or is no subgraph
 */
export async function introspect(department: string, url: string, key: PrivateKey | null): Promise<string> {
  const claim = { action: 'schema', digest: contents.schema(department) };
  const { data, errors } = await requestGraphQL(
    'The department',
    url,
    { query: '{ _service { sdl } }' },
    TIMEOUT_MS,
    key ? { headers: { 'yiwang-credential': await signCredential(key, claim) } } : {},
  );
  const sdl = (data as { _service?: { sdl?: unknown } } | null | undefined)?._service?.sdl;
  if (typeof sdl === 'string') return sdl;
  const why = errors?.[0]?.message ?? 'it has no _service { sdl }';
  throw new CommandError(
    `The department at ${url} does not tell its schema (${why}). A Federation 2 subgraph does, some to the holder of a key only (--key FILE or YIWANG_KEY); or give the file with --schema.`,
  );
}
