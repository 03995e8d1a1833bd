import type { GraphQLFormattedError } from 'graphql';
import type { RenamedKeys } from './response-keys.ts';
import type { StandIns } from './supergraph/stand-ins.ts';

export type TranslateErrors = (errors: readonly GraphQLFormattedError[]) => GraphQLFormattedError[];

/** Puts the client's names into the paths of errors, where values travelled under others. */
export function compileTranslation(keys: RenamedKeys, { calls }: Pick<StandIns, 'calls'>): TranslateErrors {
  const clientKeys = new Map(Object.entries(keys.clientKeys));
  if (clientKeys.size + calls.size === 0) return (errors) => [...errors];
  const nameFor = (part: string | number) =>
    typeof part === 'number' ? part : (clientKeys.get(part) ?? calls.get(part)?.name.value ?? part);
  return (errors) =>
    errors.map(({ path, ...error }) => (path ? { ...error, path: path.map(nameFor) } : error));
}
