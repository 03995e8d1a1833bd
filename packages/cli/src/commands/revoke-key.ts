import { contents, signCredential } from '@yiwang/identity';
import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../command-error.ts';
import { keyOption, keysOf, registryCommand, registryOf, type RegistryOptions } from '../options.ts';
import { answer } from '../output.ts';
import type { KeyPayload } from '../registry/answers.ts';
import { describeUserErrors } from '../report/publish-report.ts';

interface Options extends RegistryOptions {
  key?: string[];
}

export function revokeKeyCommand(finish: (code: ExitCode) => void): Command {
  return registryCommand('revoke-key', 'Shuts a key out, from now on. Needs the key of an operator.')
    .argument('<kid>', 'its thumbprint, as yiwang keygen and yiwang history tell it')
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
  answer(options.json, payload, () =>
    payload.userErrors.length === 0
      ? `The key ${kid} is revoked. What it published stays.`
      : describeUserErrors(payload.userErrors),
  );
  return payload.userErrors.length === 0 ? EXIT.FINE : EXIT.REFUSED;
}
