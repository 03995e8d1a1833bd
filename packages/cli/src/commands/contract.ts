import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { CommandError } from '../command-error.ts';
import { resolvePath } from '../files.ts';
import { readVersion, registryCommand, registryOf, type RegistryOptions } from '../options.ts';
import { answer, terminal } from '../output.ts';

interface Options extends RegistryOptions {
  version?: number;
  output?: string;
}

interface Contract {
  version: number;
  variant: string;
  sdl: string;
  signature: string;
}

export function contractCommand(): Command {
  return registryCommand('contract', 'Prints the supergraph of a variant of the schema.')
    .argument('[variant]', 'such as public, departments or internal', 'internal')
    .option('--version <n>', 'an earlier version', readVersion)
    .option('--output <file>', 'write it to a file, which npm run gateway can serve')
    .action(contract);
}

async function contract(variant: string, { version, output, ...options }: Options): Promise<void> {
  const { supergraph } = await registryOf(options).ask<{ supergraph: Contract | null }>(
    `query Contract($variant: ID!, $version: Int) {
      supergraph(variant: $variant, version: $version) { version variant sdl signature }
    }`,
    { variant, version },
  );
  if (!supergraph) {
    const which =
      version === undefined ? `variant ${variant}` : `version ${version} of the variant ${variant}`;
    throw new CommandError(`The registry has no ${which}.`);
  }
  if (output === undefined) return answer(options.json, supergraph, () => supergraph.sdl.trimEnd());
  await writeFile(resolvePath(output), supergraph.sdl).catch(({ code }: NodeJS.ErrnoException) => {
    throw new CommandError(`${output} cannot be written (${code}).`);
  });
  terminal.note(`Version ${supergraph.version} of the variant ${variant} is in ${output}.`);
}
