import { claimDataFolder } from '../system/data-folder.ts';
import { givenServerUrl } from '../system/database-server.ts';
import { findFiles } from './find-files.ts';
import { importFiles } from './import-files.ts';
import { describeImport } from './import-report.ts';
import { openImportDatabases } from '../system/import-server.ts';
import { type ImportOptions, readImportOptions } from './options.ts';
import { prepareDepartments } from '../system/prepare-departments.ts';
import { settleScale } from '../system/recorded-scale.ts';
import { runCommand } from '../system/run-command.ts';
import { killAllPrograms } from '../system/spawn-program.ts';
import { createStopSwitch, type StopSwitch } from '../system/stop-switch.ts';
import type { SystemDefinition } from '../system/system.ts';
import { createTerminal, type Terminal } from '../system/terminal.ts';

/** `npm run import`: reads register files into the departments' databases. */
export async function importCommand(args: readonly string[], system: SystemDefinition): Promise<void> {
  const options = readImportOptions(args);
  await runCommand(async () => {
    const terminal = createTerminal(process.stdout);
    const stop = createStopSwitch(terminal);
    stop.onForce(killAllPrograms);
    return importAll(options, system, terminal, stop);
  });
  process.exit();
}

async function importAll(
  { path, data: dataPath, dryRun }: ImportOptions,
  system: SystemDefinition,
  terminal: Terminal,
  { signal }: StopSwitch,
): Promise<number> {
  const files = await findFiles(path);
  const data = await claimDataFolder(dataPath);
  await using undo = new AsyncDisposableStack();
  const databases = await openImportDatabases(data, system, givenServerUrl(), terminal, undo);
  if (!dryRun) {
    // Whether the first command is a start or an import, the same is stored in the end.
    const scale = await settleScale(data, null, terminal);
    await prepareDepartments(system.departments, { databases, scale, logs: data, signal, terminal });
  }
  const outcomes = await importFiles(files.readable, system.departments, {
    databases,
    data,
    dryRun,
    signal,
    terminal,
  });
  const { text, exitCode } = describeImport(files, outcomes);
  terminal.say(text);
  if (dryRun) terminal.say('This was a dry run: nothing was stored.');
  return exitCode;
}
