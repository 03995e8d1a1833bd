import { LaunchError } from './launch-error.ts';

/** For composing many departments on a busy machine. */
const TIMEOUT_MS = 60_000;

/**
 * Asks the registry at its own address: it answers before there is a gateway.
 *
 * @throws LaunchError when it refuses, or does not answer
 */
export async function callRegistry<Data>(url: string, query: string, variables: object): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new LaunchError(`The registry does not answer: ${(cause as Error).message}.`, { cause });
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (errors?.length || !data) {
    const reasons = errors?.map(({ message }) => message).join(' ') ?? `status ${response.status}`;
    throw new LaunchError(`The registry refused: ${reasons}`);
  }
  return data;
}
