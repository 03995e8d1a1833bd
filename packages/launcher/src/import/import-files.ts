import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { DepartmentMessage } from '@yiwang/subgraph-kit';
import pMap from 'p-map';
import type { DataFolder } from '../system/data-folder.ts';
import type { DepartmentDatabases } from '../system/department-databases.ts';
import { LaunchError } from '../system/launch-error.ts';
import { rotateLog } from '../system/log-file.ts';
import { createProgressView, type ProgressView } from '../system/progress-view.ts';
import { runDepartmentProgram } from '../system/run-department-program.ts';
import type { Department } from '../system/system.ts';
import type { Terminal } from '../system/terminal.ts';

export type ImportedMessage = Extract<DepartmentMessage, { type: 'imported' }>;
export type NotMineMessage = Extract<DepartmentMessage, { type: 'not-mine' }>;

/** What one department did with one file. */
export type FileOutcome = { department: string; file: string } & (
  { imported: ImportedMessage } | { notMine: NotMineMessage } | { failure: string }
);

export interface ImportOptions {
  databases: DepartmentDatabases;
  data: DataFolder;
  dryRun: boolean;
  signal: AbortSignal;
  terminal: Terminal;
}

/**
 * Gives every file to every department: each takes those whose columns it knows, and a file may
 * concern several. A file that fails leaves the others alone.
 *
 * @returns one outcome for each file and department
 */
export async function importFiles(
  files: readonly string[],
  departments: readonly Department[],
  options: ImportOptions,
): Promise<FileOutcome[]> {
  const view = createProgressView(options.terminal);
  try {
    // A department that keeps no register has no program for it.
    const importing = departments.filter(({ directory }) => existsSync(join(directory, 'src/import.ts')));
    const outcomes = await pMap(importing, (department) => importInto(department, files, options, view), {
      concurrency: availableParallelism(),
      stopOnError: false,
    });
    return outcomes.flat();
  } finally {
    view.close();
  }
}

async function importInto(
  department: Department,
  files: readonly string[],
  options: ImportOptions,
  view: ProgressView,
): Promise<FileOutcome[]> {
  const logFile = await rotateLog(options.data, `${department.name}.import`);
  const outcomes: FileOutcome[] = [];
  // A department reports its files in their order, and ends at the first that fails: go on behind it.
  for (let rest = files; rest.length > 0;) {
    let reported = 0;
    const onMessage = (message: DepartmentMessage) => {
      if (message.type === 'progress')
        view.update(`${department.name} ${message.task}`, message.done, message.total);
      if (message.type !== 'imported' && message.type !== 'not-mine') return;
      reported += 1;
      const outcome = message.type === 'imported' ? { imported: message } : { notMine: message };
      outcomes.push({ department: department.name, file: message.file, ...outcome });
    };
    try {
      await runProgram(department, rest, options, logFile, onMessage);
      return outcomes;
    } catch (error) {
      const failed = rest[reported];
      if (!(error instanceof LaunchError) || failed === undefined) throw error;
      outcomes.push({ department: department.name, file: failed, failure: error.message });
      rest = rest.slice(reported + 1);
    }
  }
  return outcomes;
}

function runProgram(
  department: Department,
  files: readonly string[],
  { databases, data, dryRun, signal }: ImportOptions,
  logFile: string,
  onMessage: (message: DepartmentMessage) => void,
): Promise<void> {
  return runDepartmentProgram(department, {
    command: 'import',
    args: ['--rejected', data.rejected, ...(dryRun ? ['--dry-run'] : []), '--', ...files],
    database: databases.get(department.name)!,
    logFile,
    signal,
    onMessage,
  });
}
