import { type Command, Option } from 'commander';
import { type LocalDepartment, readLocalDepartment } from '../dev/local-department.ts';
import type { DevOptions } from '../dev/run-dev.ts';
import { compositionOption, readCount, readingCommand } from '../options/options.ts';
import type { ExitCode } from '../shared/command-error.ts';

export function devCommand(finish: (code: ExitCode) => void): Command {
  return readingCommand(
    'dev',
    'Runs a gateway here, over departments of this machine and, for all others, what is published.',
  )
    .addOption(
      new Option('--department <name=url>', 'a department of this machine; may be given more than once')
        .argParser((text: string, before: LocalDepartment[] | undefined) => [
          ...(before ?? []),
          readLocalDepartment(text),
        ])
        .makeOptionMandatory(),
    )
    .option('--port <n>', 'port of the gateway', readCount(0, 65_535), 4100)
    .addOption(compositionOption())
    .option('--host <address>', 'address that the gateway listens on', '127.0.0.1')
    .addHelpText(
      'after',
      '\nWhen a local department changes its schema, the gateway takes it within seconds. Nothing is published.\nSettings of the gateway are read from the environment: docs/config.md.',
    )
    .action(async (options: DevOptions) => {
      // Composition is loaded by the commands that compose: it would double the time that all others take to start.
      const { runDev } = await import('../dev/run-dev.ts');
      finish(await runDev(options));
    });
}
