import { contents, type PrivateKey, signCredential } from '@yiwang/identity';
import { CommandError, EXIT } from '../shared/command-error.ts';
import { FIND_ANOTHER, requestGraphQL } from '../shared/graphql-request.ts';

/** A check of a large graph takes seconds; nothing takes a minute. */
const TIMEOUT_MS = 60_000;

/** The registry, wherever it is reached: at a gateway, or at the exchange department itself. */
export interface Registry {
  url: string;
  /**
   * @throws CommandError when the registry is away, is none, or refuses
   */
  ask<Answer>(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /**
   * A credential to read a root field that the registry keeps back. Null without a key: then the token of a client has to do, and
   * without that either a refusal says what is needed.
   *
   * @param args of the root field, with their defaults
   */
  sign(root: KeptBackRoot, args: Parameters<typeof contents.read>[1]): Promise<string | null>;
}

/** What only key holders may read, and clients with this scope. */
const SCOPES = {
  department: 'registry:read',
  supergraph: 'registry:read',
  supergraphVersions: 'registry:read',
  gateways: 'registry:read',
  fieldUsage: 'usage:read',
  unusedFields: 'usage:read',
} as const;

export type KeptBackRoot = keyof typeof SCOPES;

export interface Access {
  /** Of a client that has signed in, for what not everyone may read. */
  token?: string | undefined;
  /** The private key that signs what is read; null for none. */
  readKey?: (() => Promise<PrivateKey | null>) | undefined;
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

export function openRegistry(url: string, { token, readKey = async () => null }: Access = {}): Registry {
  let hint = '';
  return {
    url,
    async sign(root, args) {
      const key = await readKey();
      if (key) return signCredential(key, { action: 'read', digest: contents.read(root, args) });
      if (token === undefined) hint = hintFor(SCOPES[root]);
      return null;
    },
    async ask<Answer>(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
      const { data, errors } = await requestGraphQL('The registry', url, { query, variables }, TIMEOUT_MS, {
        token,
        whenAway: FIND_ANOTHER,
      });
      const error = errors?.[0];
      if (error) throw refusalOf(url, error, hint);
      return data as Answer;
    },
  };
}

function hintFor(scope: string): string {
  return ` The registry tells this to key holders, and to clients with the scope ${scope}: name the file of a registered private key with --key FILE or YIWANG_KEY, or such a token with --token JWT or YIWANG_TOKEN.`;
}

/** @param hint what was not sent, and might help; empty for nothing */
function refusalOf(
  url: string,
  { message, extensions }: { message: string; extensions?: { code?: string } },
  hint: string,
): CommandError {
  const code = extensions?.code ?? 'no code';
  if (code === 'GRAPHQL_VALIDATION_FAILED' || /^(Cannot query field|Unknown (type|argument))/.test(message)) {
    return new CommandError(
      `What answers at ${url} has no registry, or one of another version: ${message} Name the internal schema of a gateway, or the exchange department itself.${hint}`,
    );
  }
  const isRefusal = REFUSALS.has(code);
  return new CommandError(
    `The registry ${isRefusal ? 'refuses' : 'fails'} (${code}): ${message}${isRefusal ? hint : ''}`,
    isRefusal ? EXIT.REFUSED : EXIT.FAILED,
  );
}
