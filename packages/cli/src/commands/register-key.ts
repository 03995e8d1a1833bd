import { contents, IdentityError, type PublicKey, readPublicKey, signCredential } from '@yiwang/identity';
import { type Command, Option } from 'commander';
import { answerPayload } from '../report/answer-payload.ts';
import { CommandError, type ExitCode } from '../shared/command-error.ts';
import { readText } from '../shared/files.ts';
import { keyOption, keysOf, registryCommand, registryOf, type RegistryOptions } from '../options/options.ts';
import type { KeyPayload } from '../registry/answers.ts';

interface Options extends RegistryOptions {
  key?: string[];
  role: string;
  holder: string;
}

export function registerKeyCommand(finish: (code: ExitCode) => void): Command {
  return registryCommand('register-key', 'Registers a public key. Needs the key of an operator.')
    .argument('<file>', 'the public key, as yiwang keygen writes it')
    .addOption(
      new Option('--role <role>', 'what the key may do')
        .choices(['department', 'gateway', 'operator'])
        .makeOptionMandatory(),
    )
    .requiredOption('--holder <name>', 'whose key it is; for a department its name')
    .addOption(keyOption())
    .action(async (file: string, options: Options) => finish(await registerKey(file, options)));
}

async function registerKey(file: string, options: Options): Promise<ExitCode> {
  const publicKey = await readPublicKeyFile(file);
  const { holder } = options;
  const role = options.role.toUpperCase();
  const [key] = await keysOf(options);
  const claim = { action: 'registerKey', digest: contents.registerKey(role, holder, publicKey.kid) };
  const { registerKey: payload } = await registryOf(options).ask<{ registerKey: KeyPayload }>(
    `mutation Register($role: KeyRole!, $holder: ID!, $publicKey: String!, $credential: String!) {
      registerKey(role: $role, holder: $holder, publicKey: $publicKey, credential: $credential) {
        kid userErrors { message code field }
      }
    }`,
    { role, holder, publicKey: JSON.stringify(publicKey), credential: await signCredential(key!, claim) },
  );
  return answerPayload(
    options.json,
    payload,
    () => `The key ${payload.kid} is registered: ${holder}, ${role.toLowerCase()}.`,
  );
}

async function readPublicKeyFile(file: string): Promise<PublicKey> {
  try {
    return await readPublicKey(await readText('key', file));
  } catch (error) {
    if (!(error instanceof IdentityError)) throw error;
    throw new CommandError(`${file} is no public key: ${error.message}`);
  }
}
