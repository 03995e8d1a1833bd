import type { Server } from 'node:net';
import { recordStatements, type Statement } from '@yiwang/testing/statements';
import { createRecorder } from '../synthetic/recorder.ts';

/**
 * Listens as if it were the PostgreSQL server at `target`, and writes down the statements that were bound, in waves (see recorder.ts).
 */
export function recordWaves(target: URL, port: number): { take(): Statement[][]; server: Server } {
  const recorder = createRecorder<Statement>();
  return { take: recorder.take, server: recordStatements(target, port, recorder.begin) };
}
