import { once } from 'node:events';
import { join } from 'node:path';
import type { DataFolder } from './data-folder.ts';
import type { DepartmentDatabase } from './department-databases.ts';
import { LaunchError } from './launch-error.ts';
import { lastLines, rotateLog } from './log-file.ts';
import { describeExit, spawnProgram } from './spawn-program.ts';

/**
 * Migrates the portal's database as its owner, and lets the service in.
 *
 * @param directory of the portal
 * @throws LaunchError with the last lines of its log
 */
export async function preparePortal(
  directory: string,
  { ownerUrl, serviceRole }: DepartmentDatabase,
  logs: Pick<DataFolder, 'logs'>,
): Promise<void> {
  const logFile = await rotateLog(logs, 'portal.prepare');
  const child = spawnProgram({
    file: join(directory, 'server/prepare.ts'),
    args: [],
    env: { DATABASE_URL: ownerUrl, DATABASE_SERVICE_ROLE: serviceRole },
    logFile,
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  if (code === 0) return;
  throw new LaunchError(
    [
      `The portal could not prepare its database (${describeExit(code, signal)}). The last lines of ${logFile}:`,
      ...(await lastLines(logFile)),
    ].join('\n  '),
  );
}
