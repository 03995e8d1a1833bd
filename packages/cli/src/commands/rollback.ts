import { contents, signCredential } from '@yiwang/identity';
import { type Command } from 'commander';
import { EXIT, type ExitCode } from '../shared/command-error.ts';
import {
  keyOption,
  keysOf,
  readVersion,
  registryCommand,
  registryOf,
  type RegistryOptions,
} from '../options/options.ts';
import { answer } from '../shared/output.ts';
import type { PublishPayload } from '../registry/answers.ts';
import { describeUserErrors } from '../report/publish-report.ts';
import { waiverFor, waiverOptions, type WaiverOptions } from '../options/waiver.ts';
import { style } from '../report/style.ts';

interface Options extends RegistryOptions, WaiverOptions {
  key?: string[];
  reason: string;
}

export function rollbackCommand(finish: (code: ExitCode) => void): Command {
  const command = registryCommand(
    'rollback',
    'Restores an earlier version as a new version. Needs the key of an operator.',
  );
  for (const option of waiverOptions()) command.addOption(option);
  return command
    .argument('<version>', 'the version whose schemas are to run again', readVersion)
    .requiredOption('--reason <text>', 'why; it is kept with the version')
    .addOption(keyOption())
    .action(async (version: number, options: Options) => finish(await rollback(version, options)));
}

async function rollback(version: number, options: Options): Promise<ExitCode> {
  const { reason } = options;
  const [key] = await keysOf(options);
  const claim = { action: 'rollback', digest: contents.rollback(version, reason) };
  const { rollbackSupergraph: payload } = await registryOf(options).ask<{
    rollbackSupergraph: PublishPayload;
  }>(
    `mutation Rollback($version: Int!, $reason: String!, $credential: String!, $waiver: WaiverInput) {
      rollbackSupergraph(version: $version, reason: $reason, credential: $credential, waiver: $waiver) {
        outcome version userErrors { message code field }
      }
    }`,
    {
      version,
      reason,
      credential: await signCredential(key!, claim),
      waiver: await waiverFor(claim.digest, options),
    },
  );
  const isDone = payload.outcome === 'ROLLED_BACK' || payload.outcome === 'UNCHANGED';
  answer(options.json, payload, () => describe(version, payload));
  return isDone ? EXIT.FINE : EXIT.REFUSED;
}

function describe(wanted: number, { outcome, version, userErrors }: PublishPayload): string {
  switch (outcome) {
    case 'ROLLED_BACK':
      return style.good(
        `Version ${version} runs what version ${wanted} ran. Gateways take it within seconds.`,
      );
    case 'UNCHANGED':
      return `Nothing has changed: version ${wanted} is in force already.`;
    default:
      return [describeUserErrors(userErrors), style.bad('Refused: nothing has changed.')]
        .filter(Boolean)
        .join('\n\n');
  }
}
