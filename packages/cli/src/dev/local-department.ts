import { CommandError } from '../shared/command-error.ts';

/** A department on this machine that stands in for the published one. */
export interface LocalDepartment {
  name: string;
  url: string;
}

/**
 * `tax=http://localhost:5000`. An address without a path means `/graphql`, where departments of this project serve.
 *
 * @throws CommandError when it is not written so
 */
export function readLocalDepartment(text: string): LocalDepartment {
  const [, name, address] = /^([a-z][a-z0-9-]{0,39})=(https?:\/\/.+)$/.exec(text) ?? [];
  if (!name || !address || !URL.canParse(address)) {
    throw new CommandError(`Write --department as tax=http://localhost:5000; it is ${JSON.stringify(text)}.`);
  }
  const url = new URL(address);
  if (url.pathname === '/') url.pathname = '/graphql';
  return { name, url: url.href };
}
