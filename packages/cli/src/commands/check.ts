import { contents, signCredential } from '@yiwang/identity';
import type { Command } from 'commander';
import { CommandError, type ExitCode } from '../shared/command-error.ts';
import {
  daysOption,
  keyOption,
  keysOf,
  registryCommand,
  registryOf,
  type RegistryOptions,
} from '../options/options.ts';
import type { SchemaCheck } from '../registry/answers.ts';
import { CHECK } from '../registry/selections.ts';
import { answerCheck } from '../report/answer-check.ts';
import { type LocalSubgraph, readSubgraphs, subgraphOptions } from '../options/subgraph-options.ts';

interface Options extends RegistryOptions {
  key?: string[];
  days: number;
}

export function checkCommand(finish: (code: ExitCode) => void): Command {
  const { options, given } = subgraphOptions();
  const command = registryCommand(
    'check',
    'Shows what publishing would do, without publishing: what does not compose, and what breaks for whom.',
  );
  for (const option of options) command.addOption(option);
  return command
    .addOption(keyOption())
    .addOption(daysOption())
    .addHelpText('after', '\nFor the CI of a department: ends with 1 when publishing would be refused.')
    .action(async (options: Options) => finish(await check(options, await readSubgraphs(given, options))));
}

async function check(options: Options, local: readonly LocalSubgraph[]): Promise<ExitCode> {
  const [subgraph, ...others] = local;
  if (others.length > 0) throw new CommandError('check takes one department at a time.');
  const { department, sdl, url } = subgraph!;
  const registry = registryOf(options);
  const [key] = await keysOf(options);
  const claim = { action: 'check', digest: contents.check(department, sdl, { url, days: options.days }) };
  const { checkSubgraph: result } = await registry.ask<{ checkSubgraph: SchemaCheck }>(
    `query Check($input: CheckSubgraphInput!, $credential: String!) {
      checkSubgraph(input: $input, credential: $credential) { ${CHECK} }
    }`,
    {
      input: { department, sdl, url, days: options.days },
      credential: await signCredential(key!, claim),
    },
  );
  return answerCheck(registry, result, local, options.json);
}
