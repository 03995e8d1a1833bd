import { Command } from 'commander';
import { dataOption, resolvePath } from '../system/options.ts';

export interface ImportOptions {
  /** A file or a folder; absolute. */
  path: string;
  /** Absolute. */
  data: string;
  dryRun: boolean;
}

/** Reads `npm run import -- …`; prints help or a fault and ends the process itself, as commander does. */
export function readImportOptions(args: readonly string[]): ImportOptions {
  const command = new Command('npm run import --')
    .description(
      'Reads register files into the databases of the running system, or of the server that DATABASE_URL names.',
    )
    .argument(
      '<path>',
      'a .csv file, or a folder of them; each department takes the files whose columns it knows',
    )
    .addOption(dataOption('the data folder of the system; rejected rows are written to its folder rejected'))
    .option('--dry-run', 'read and check everything, store nothing', false)
    .addHelpText(
      'after',
      '\nReading a file again changes nothing. Exit code: 0 when every file was read by some department, 2 when\nsome was unknown or unreadable (the others are imported), 1 when nothing could be imported.',
    )
    .parse(args, { from: 'user' });
  const { data, dryRun } = command.opts();
  return { path: resolvePath(command.args[0]!), data, dryRun };
}
