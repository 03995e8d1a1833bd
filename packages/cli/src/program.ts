import { Command } from 'commander';
import PACKAGE from '../package.json' with { type: 'json' };
import type { ExitCode } from './shared/command-error.ts';
import { approvalsCommand, approveCommand, withdrawApprovalCommand } from './commands/approve.ts';
import { backupCommands } from './commands/backup.ts';
import { caseCommand } from './commands/cases.ts';
import { catalogueCommand } from './commands/catalogue.ts';
import { checkCommand } from './commands/check.ts';
import { contractCommand } from './commands/contract.ts';
import { devCommand } from './commands/dev.ts';
import { diffCommand } from './commands/diff.ts';
import { gatewaysCommand } from './commands/gateways.ts';
import { indicesCommand } from './commands/indices.ts';
import { historyCommand } from './commands/history.ts';
import { keygenCommand } from './commands/keygen.ts';
import { mandateCommand } from './commands/mandates.ts';
import { materialsCommand } from './commands/materials.ts';
import { matterCommand } from './commands/matters.ts';
import { offersCommand } from './commands/offers.ts';
import { ownersCommand } from './commands/owners.ts';
import { publishCommand } from './commands/publish.ts';
import { registerKeyCommand } from './commands/register-key.ts';
import { revokeKeyCommand } from './commands/revoke-key.ts';
import { rollbackCommand } from './commands/rollback.ts';
import { accessesCommand } from './commands/accesses.ts';
import { sdlCommand } from './commands/sdl.ts';
import { sharingCommands } from './commands/sharing.ts';
import { statisticsCommand } from './commands/statistics.ts';
import { statusCommand } from './commands/status.ts';
import { tokenCommand } from './commands/token.ts';
import { unusedCommand } from './commands/unused.ts';
import { usageCommand } from './commands/usage.ts';
import { verifyCertificateCommand } from './commands/verify-certificate.ts';
import { verifyLogCommand } from './commands/verify-log.ts';
import { withdrawCommand } from './commands/withdraw.ts';

/**
 * Every command of `yiwang`.
 *
 * @param finish takes the exit code of a command that says no without failing
 */
export function createProgram(finish: (code: ExitCode) => void): Command {
  const program = new Command('yiwang')
    .version(PACKAGE.version, '--version', 'shows the version')
    // Commands have a --version of their own, which the one above would take.
    .enablePositionalOptions()
    .description(
      'Publishes the schemas of departments to the registry, shows what is published, signs in, applies for data, and files and decides cases and matters.',
    )
    .addHelpText(
      'after',
      `
Environment:
  YIWANG_REGISTRY  GraphQL address of the registry (default: of the system that runs here, else
                   http://127.0.0.1:4000/graphql)
  YIWANG_DATA      data folder of a system that runs here
  YIWANG_KEY       file of the private key
  YIWANG_TOKEN     token of a client that has signed in, for all about sharing, mandates, cases and matters, for verify-log, and
                   instead of a key for what the registry keeps back
  YIWANG_TLS_CA, YIWANG_TLS_CERT, YIWANG_TLS_KEY
                   files (PEM) of the authorities that are accepted over https, and of the client certificate that is
                   shown, with its key

Exit codes: 0 fine, 1 refused or breaking, 2 wrong usage or the registry is away. docs/registry.md tells more.`,
    );
  const commands = [
    publishCommand(finish),
    checkCommand(finish),
    diffCommand(finish),
    sdlCommand(),
    historyCommand(),
    withdrawCommand(finish),
    rollbackCommand(finish),
    approvalsCommand(),
    approveCommand(finish),
    withdrawApprovalCommand(finish),
    ownersCommand(),
    usageCommand(),
    unusedCommand(),
    contractCommand(),
    catalogueCommand(),
    gatewaysCommand(),
    statusCommand(finish),
    devCommand(finish),
    keygenCommand(),
    registerKeyCommand(finish),
    revokeKeyCommand(finish),
    verifyLogCommand(finish),
    verifyCertificateCommand(finish),
    tokenCommand(),
    ...sharingCommands(finish),
    statisticsCommand(),
    accessesCommand(),
    mandateCommand(finish),
    caseCommand(finish),
    offersCommand(finish),
    materialsCommand(),
    indicesCommand(),
    matterCommand(finish),
    ...backupCommands(finish),
  ];
  for (const command of commands) program.addCommand(command);
  for (const command of [program, ...commands]) command.exitOverride().allowExcessArguments(false);
  return program;
}
