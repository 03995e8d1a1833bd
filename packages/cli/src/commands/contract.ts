import type { Command } from 'commander';
import { CommandError } from '../shared/command-error.ts';
import { writeOutput } from '../shared/files.ts';
import { readVersion, readingCommand, registryOf, type ReadingOptions } from '../options/options.ts';
import { answer, terminal } from '../shared/output.ts';

interface Options extends ReadingOptions {
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
  return readingCommand('contract', 'Prints the supergraph of a variant of the schema.')
    .argument('[variant]', 'such as public, departments or internal', 'internal')
    .option('--version <n>', 'an earlier version', readVersion)
    .option('--output <file>', 'write it to a file, which npm run gateway can serve')
    .action(contract);
}

async function contract(variant: string, { version, output, ...options }: Options): Promise<void> {
  const registry = registryOf(options);
  const { supergraph } = await registry.ask<{ supergraph: Contract | null }>(
    `query Contract($variant: ID!, $version: Int, $credential: String) {
      supergraph(variant: $variant, version: $version, credential: $credential) { version variant sdl signature }
    }`,
    { variant, version, credential: await registry.sign('supergraph', { variant, version }) },
  );
  if (!supergraph) {
    const which =
      version === undefined ? `variant ${variant}` : `version ${version} of the variant ${variant}`;
    throw new CommandError(`The registry has no ${which}.`);
  }
  if (output === undefined) return answer(options.json, supergraph, () => supergraph.sdl.trimEnd());
  await writeOutput(output, supergraph.sdl);
  terminal.note(`Version ${supergraph.version} of the variant ${variant} is in ${output}.`);
}
