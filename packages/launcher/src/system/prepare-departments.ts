import { availableParallelism } from 'node:os';
import type { DepartmentMessage } from '@yiwang/subgraph-kit';
import pMap from 'p-map';
import type { DataFolder } from './data-folder.ts';
import type { DepartmentDatabases } from './department-databases.ts';
import { rotateLog } from './log-file.ts';
import { createProgressView, type ProgressView } from './progress-view.ts';
import { runDepartmentProgram } from './run-department-program.ts';
import type { Department } from './system.ts';
import { count, seconds, type Terminal } from './terminal.ts';

export interface PrepareOptions {
  databases: DepartmentDatabases;
  /** 0 makes nothing up. */
  scale: number;
  logs: Pick<DataFolder, 'logs'>;
  signal: AbortSignal;
  terminal: Terminal;
}

/**
 * Lets each department migrate its database as the owner and, once, seed it, and let its service in.
 * As many at a time as there are cores. When one fails, the others are ended: each seeds in one
 * transaction, so the next start goes on where this one stopped.
 *
 * @throws LaunchError or PostgresError with what went wrong first
 */
export async function prepareDepartments(
  departments: readonly Department[],
  options: PrepareOptions,
): Promise<void> {
  const view = createProgressView(options.terminal);
  const failed = new AbortController();
  const signal = AbortSignal.any([options.signal, failed.signal]);
  const scales = new Map<string, number>();
  // All run to their end before this returns: none may hold the server up when it stops.
  const results = await pMap(
    departments,
    (department) =>
      prepareOne(department, { ...options, signal }, view, scales).then(
        () => null,
        (error: unknown) => {
          failed.abort();
          return error;
        },
      ),
    { concurrency: availableParallelism() },
  );
  view.close();
  options.signal.throwIfAborted();
  const fault = results.find((error) => error !== null && (error as Error).name !== 'AbortError');
  if (fault) throw fault;
  warnOfMixedScales(scales, options);
}

async function prepareOne(
  department: Department,
  { databases, scale, logs, signal }: PrepareOptions,
  view: ProgressView,
  scales: Map<string, number>,
): Promise<void> {
  signal.throwIfAborted();
  const startedAt = performance.now();
  const onMessage = (message: DepartmentMessage) => {
    if (message.type === 'progress') view.update(department.name, message.done, message.total);
    if (message.type === 'seeded') view.say(describeSeed(department, message, performance.now() - startedAt));
    if (message.type === 'seeded' || message.type === 'already-seeded')
      scales.set(department.name, message.scale);
  };
  await runDepartmentProgram(department, {
    command: 'prepare',
    args: ['--scale', String(scale)],
    database: databases.get(department.name)!,
    logFile: await rotateLog(logs, `${department.name}.prepare`),
    signal,
    onMessage,
  });
}

function describeSeed(
  { name }: Department,
  { rows, scale }: Pick<DepartmentMessage & { type: 'seeded' }, 'rows' | 'scale'>,
  milliseconds: number,
): string {
  const total = Object.values(rows).reduce((sum, number) => sum + number, 0);
  return `  ${name.padEnd(12)} ${count(total).padStart(12)} rows ${scale === 0 ? 'of reference data' : 'made up'} in ${seconds(milliseconds)}`;
}

/** Databases of a server that was used before may hold other scales than this folder remembers. */
function warnOfMixedScales(scales: ReadonlyMap<string, number>, { scale, terminal }: PrepareOptions): void {
  const others = [...scales]
    .filter(([, found]) => found !== scale)
    .map(([name, found]) => `${name} ${found}`);
  if (others.length === 0) return;
  terminal.say(`Seeded before at another scale than ${scale}: ${others.join(', ')}. --reset makes all anew.`);
}
