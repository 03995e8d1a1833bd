import { FIND_ANOTHER, type GraphQLAnswer, requestGraphQL } from '@yiwang/cli/graphql-request';
import { contents, signCredential } from '@yiwang/identity';
import type { KeyFile } from './keys.ts';
import { LaunchError } from './launch-error.ts';

/** For composing many departments on a busy machine. */
const TIMEOUT_MS = 60_000;

/**
 * Asks the registry at its own address: it answers before there is a gateway.
 *
 * @throws LaunchError when it refuses, or does not answer
 */
export async function callRegistry<Data>(
  url: string,
  query: string,
  variables: Record<string, unknown>,
): Promise<Data> {
  const { data, errors } = await ask(url, { query, variables });
  if (errors?.length || !data) {
    throw new LaunchError(
      `The registry refused: ${errors?.map(({ message }) => message).join(' ') ?? 'it answers nothing'}`,
    );
  }
  return data as Data;
}

/** A credential to read one root field of the registry with these arguments. */
export function signRead(
  { key }: Pick<KeyFile, 'key'>,
  root: string,
  args: Parameters<typeof contents.read>[1] = {},
): Promise<string> {
  return signCredential(key, { action: 'read', digest: contents.read(root, args) });
}

async function ask(
  url: string,
  body: { query: string; variables: Record<string, unknown> },
): Promise<GraphQLAnswer> {
  try {
    return await requestGraphQL('The registry', url, body, TIMEOUT_MS, { whenAway: FIND_ANOTHER });
  } catch (cause) {
    throw new LaunchError((cause as Error).message, { cause });
  }
}
