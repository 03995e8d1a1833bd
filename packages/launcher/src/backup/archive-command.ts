import { receiveGivenLog } from '@yiwang/postgres-server';
import { Command } from 'commander';
import { backupServerUrl } from '../system/database-server.ts';
import { LaunchError } from '../system/launch-error.ts';
import { resolvePath } from '../system/options.ts';
import { runCommand } from '../system/run-command.ts';
import { createStopSwitch } from '../system/stop-switch.ts';
import { createTerminal } from '../system/terminal.ts';

/** `yiwang archive`: receives the log of a server of others until it is stopped. The embedded server archives by itself. */
export async function archiveCommand(args: readonly string[]): Promise<void> {
  const folder = readFolder(args);
  await runCommand(async () => {
    const terminal = createTerminal(process.stdout);
    const url = backupServerUrl();
    if (url === null)
      throw new LaunchError(
        'Set BACKUP_DATABASE_URL to the PostgreSQL server, with a login that may replicate. The embedded server archives by npm start -- --archive.',
      );
    const { signal } = createStopSwitch(terminal);
    const { isAwaited, ended } = await receiveGivenLog(url, folder, terminal.say, signal);
    terminal.say(`The log of ${new URL(url).host} arrives in ${folder}.`);
    if (isAwaited === false)
      terminal.say(
        "Commits do not wait for it: what the last moment wrote would be lost with the server. To let them wait: alter system set synchronous_standby_names = 'yiwang_archive'; select pg_reload_conf();",
      );
    await ended;
    return 0;
  });
  process.exit();
}

function readFolder(args: readonly string[]): string {
  const command = new Command('yiwang archive')
    .description(
      'Receives the write-ahead log of a PostgreSQL server of your own as it is written, until it is stopped (pg_receivewal). With it and a backup, the server is restored to its last commit, or to any moment since the backup.',
    )
    .argument('<folder>', 'of the archive, on another machine than the server')
    .addHelpText(
      'after',
      '\nBACKUP_DATABASE_URL, else DATABASE_URL, names the server with a login that may replicate. One receiver runs at a time. See docs/operations.md.',
    )
    .allowExcessArguments(false)
    .parse(args, { from: 'user' });
  return resolvePath(command.args[0]!);
}
