import { claimDataFolder } from './data-folder.ts';
import { givenServerUrl } from './database-server.ts';
import { findFiles } from './import/find-files.ts';
import { importFiles } from './import/import-files.ts';
import { describeImport } from './import/import-report.ts';
import { openImportServer } from './import/import-server.ts';
import { type ImportOptions, readImportOptions } from './import/options.ts';
import { prepareDepartments } from './prepare-departments.ts';
import { settleScale } from './recorded-scale.ts';
import { runCommand } from './run-command.ts';
import { killAllPrograms } from './spawn-program.ts';
import { createStopSwitch, type StopSwitch } from './stop-switch.ts';
import type { SystemDefinition } from './system.ts';
import { createTerminal, type Terminal } from './terminal.ts';

/** The exit code when some file was unknown, unreadable or failed; the rest is imported. */
const INCOMPLETE = 2;

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
  const { readable, unreadable } = await findFiles(path);
  const data = await claimDataFolder(dataPath);
  await using undo = new AsyncDisposableStack();
  const serverUrl = await openImportServer(data, system, givenServerUrl(), terminal, undo);
  if (!dryRun) {
    // Whether the first command is a start or an import, the same is stored in the end.
    const scale = await settleScale(data, null, terminal);
    await prepareDepartments(system.departments, { serverUrl, scale, logs: data, signal, terminal });
  }
  const outcomes = await importFiles(readable, system.departments, {
    serverUrl,
    data,
    dryRun,
    signal,
    terminal,
  });
  const { text, complete } = await describeImport(readable, unreadable, outcomes);
  terminal.say(text);
  if (dryRun) terminal.say('This was a dry run: nothing was stored.');
  return complete ? 0 : INCOMPLETE;
}
