import { type Command, Option } from 'commander';
import { registryCommand, type RegistryOptions } from '../options/options.ts';
import { openRegistry } from '../registry/registry.ts';

/** What every command is given that asks in the name of a client. */
export interface ClientOptions extends RegistryOptions {
  token?: string;
}

/** A command that asks in the name of a client. */
export function clientCommand(name: string, description: string): Command {
  return registryCommand(name, description).addOption(
    new Option(
      '--token <jwt>',
      'of the client that asks, as yiwang token or an identity provider makes it',
    ).env('YIWANG_TOKEN'),
  );
}

/** @throws CommandError when the gateway is away, or refuses */
export function askAsClient<Answer>(
  { registry, token }: ClientOptions,
  query: string,
  variables: Record<string, unknown>,
): Promise<Answer> {
  return openRegistry(registry, { token }).ask<Answer>(query, variables);
}
