import { contents, signCredential } from '@yiwang/identity';
import type { Command } from 'commander';
import { answerPayload } from '../report/answer-payload.ts';
import type { ExitCode } from '../shared/command-error.ts';
import { keyOption, keysOf, registryCommand, registryOf, type RegistryOptions } from '../options/options.ts';
import type { KeyPayload } from '../registry/answers.ts';

interface Options extends RegistryOptions {
  key?: string[];
}

export function revokeKeyCommand(finish: (code: ExitCode) => void): Command {
  return registryCommand('revoke-key', 'Revokes a key, effective immediately. Needs the key of an operator.')
    .argument('<kid>', 'its thumbprint, as yiwang keygen and yiwang history print it')
    .addOption(keyOption())
    .action(async (kid: string, options: Options) => finish(await revokeKey(kid, options)));
}

async function revokeKey(kid: string, options: Options): Promise<ExitCode> {
  const [key] = await keysOf(options);
  const credential = await signCredential(key!, { action: 'revokeKey', digest: contents.revokeKey(kid) });
  const { revokeKey: payload } = await registryOf(options).ask<{ revokeKey: KeyPayload }>(
    `mutation Revoke($kid: ID!, $credential: String!) {
      revokeKey(kid: $kid, credential: $credential) { kid userErrors { message code field } }
    }`,
    { kid, credential },
  );
  return answerPayload(options.json, payload, () => `The key ${kid} is revoked. What it published stays.`);
}
