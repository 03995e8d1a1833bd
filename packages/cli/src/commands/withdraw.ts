import { contents, type PrivateKey, signCredential } from '@yiwang/identity';
import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../shared/command-error.ts';
import {
  daysOption,
  keyOption,
  keysOf,
  registryCommand,
  registryOf,
  type RegistryOptions,
} from '../options/options.ts';
import { answer } from '../shared/output.ts';
import type { PublishPayload, SchemaCheck } from '../registry/answers.ts';
import { CHECK, PUBLISHED } from '../registry/selections.ts';
import { answerCheck, sourcesOfFaults } from '../report/answer-check.ts';
import { waiverFor, waiverOptions, type WaiverOptions } from '../options/waiver.ts';
import { describeWithdrawn } from '../report/withdraw-report.ts';

interface Options extends RegistryOptions, WaiverOptions {
  key?: string[];
  reason: string;
  acceptBreaking: boolean;
  days: number;
  dryRun: boolean;
}

export function withdrawCommand(finish: (code: ExitCode) => void): Command {
  const command = registryCommand('withdraw', 'Removes the schema of a department from the graph.');
  for (const option of waiverOptions()) command.addOption(option);
  return command
    .argument('<department>')
    .requiredOption('--reason <text>', 'why; it is kept with the version')
    .addOption(keyOption())
    .addOption(daysOption())
    .option('--accept-breaking', 'withdraw although clients in use break', false)
    .option('--dry-run', 'show what would be withdrawn, and for whom it breaks; withdraw nothing', false)
    .addHelpText(
      'after',
      `
Needs the key of the department, or of an operator. Refused when the other departments do not fit together without it.
What was published is kept: publishing it again, or a rollback, brings it back. Its keys stay registered.

  yiwang withdraw fisheries --reason "moved to agriculture" --dry-run --key fisheries.key`,
    )
    .action(async (department: string, options: Options) => {
      const [key] = await keysOf(options);
      finish(await (options.dryRun ? check : withdraw)(department, options, key!));
    });
}

async function check(department: string, options: Options, key: PrivateKey): Promise<ExitCode> {
  const registry = registryOf(options);
  const claim = { action: 'checkWithdrawal', digest: contents.checkWithdrawal(department, options.days) };
  const { checkWithdrawal: found } = await registry.ask<{ checkWithdrawal: SchemaCheck }>(
    `query CheckWithdrawal($department: ID!, $days: Int!, $credential: String!) {
      checkWithdrawal(department: $department, days: $days, credential: $credential) { ${CHECK} }
    }`,
    { department, days: options.days, credential: await signCredential(key, claim) },
  );
  return answerCheck(registry, found, [], options.json);
}

async function withdraw(department: string, options: Options, key: PrivateKey): Promise<ExitCode> {
  const { reason, acceptBreaking, days } = options;
  const registry = registryOf(options);
  const claim = { action: 'withdraw', digest: contents.withdraw(department, reason, options) };
  const { withdrawSubgraph: payload } = await registry.ask<{ withdrawSubgraph: PublishPayload }>(
    `mutation Withdraw($department: ID!, $reason: String!, $credential: String!, $acceptBreaking: Boolean!, $days: Int!, $waiver: WaiverInput) {
      withdrawSubgraph(department: $department, reason: $reason, credential: $credential,
        acceptBreaking: $acceptBreaking, days: $days, waiver: $waiver) { ${PUBLISHED} }
    }`,
    {
      department,
      reason,
      acceptBreaking,
      days,
      credential: await signCredential(key, claim),
      waiver: await waiverFor(claim.digest, options),
    },
  );
  const sources = await sourcesOfFaults(registry, payload.check, [], options.json);
  answer(options.json, payload, () => describeWithdrawn(department, payload, sources));
  const isDone = payload.outcome === 'WITHDRAWN' || payload.outcome === 'UNCHANGED';
  return isDone ? EXIT.FINE : EXIT.REFUSED;
}
