import { CommandError, EXIT } from '../command-error.ts';
import { requestGraphQL } from '../graphql-request.ts';

/** A check of a large graph takes seconds; nothing takes a minute. */
const TIMEOUT_MS = 60_000;

/** The registry, wherever it is reached: at a gateway, or at the exchange department itself. */
export interface Registry {
  url: string;
  /**
   * @throws CommandError when the registry is away, is none, or refuses
   */
  ask<Answer>(query: string, variables?: Record<string, unknown>): Promise<Answer>;
}

/** Codes of who is not allowed to do what was asked, or asked for what there is not. */
const REFUSALS = new Set([
  'UNAUTHENTICATED',
  'UNAUTHORIZED_FIELD',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID_ARGUMENT',
  'CONFLICT',
]);

/** @param token of a client that has signed in, for what not everyone may read */
export function openRegistry(url: string, token?: string): Registry {
  return {
    url,
    async ask<Answer>(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
      const { data, errors } = await requestGraphQL(
        'The registry',
        url,
        { query, variables },
        TIMEOUT_MS,
        token,
      );
      const error = errors?.[0];
      if (error) throw refusalOf(url, error);
      return data as Answer;
    },
  };
}

function refusalOf(
  url: string,
  { message, extensions }: { message: string; extensions?: { code?: string } },
): CommandError {
  const code = extensions?.code ?? 'no code';
  if (code === 'GRAPHQL_VALIDATION_FAILED' || /^(Cannot query field|Unknown (type|argument))/.test(message)) {
    return new CommandError(
      `What answers at ${url} has no registry, or one of another version: ${message} Name the internal schema of a gateway, or the exchange department itself.`,
    );
  }
  const isRefusal = REFUSALS.has(code);
  return new CommandError(
    `The registry ${isRefusal ? 'refuses' : 'fails'} (${code}): ${message}`,
    isRefusal ? EXIT.REFUSED : EXIT.FAILED,
  );
}
