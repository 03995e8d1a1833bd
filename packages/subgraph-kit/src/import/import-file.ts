import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Sql } from 'postgres';
import type { ImportedMessage } from '../process/messages.ts';
import { report } from '../process/report.ts';
import { readRecords } from './read-records.ts';
import { Refusal } from './refusal.ts';
import { RefusedFile } from './refused-file.ts';
import type { AnyRegister, RegisterRecord } from './register.ts';

const ROWS_A_BATCH = 500;

export interface ImportOptions {
  /** Where the refused rows go. */
  refusedPath: string;
}

/**
 * Reads one file to its end into the open transaction. Every row is stored or refused with a reason.
 *
 * @param header the file's columns in their order
 */
export async function importFile(
  sql: Sql,
  register: AnyRegister,
  file: string,
  header: readonly string[],
  { refusedPath }: ImportOptions,
): Promise<ImportedMessage> {
  await using refused = new RefusedFile(refusedPath);
  const firstLineOf = new Map<string, number>();
  let batch: object[] = [];
  let read = 0;
  let bytesRead = 0;
  const { size } = await stat(file);

  const flush = async () => {
    if (batch.length) await register.store(sql, batch);
    batch = [];
    report({ type: 'progress', task: basename(file), done: Math.min(bytesRead, size), total: size });
  };

  for await (const item of readRecords(file, header)) {
    read += 1;
    if ('broken' in item) {
      await refused.add(item.line, item.broken, item.text);
      continue;
    }
    const values = Object.values(item.record);
    bytesRead += values.reduce((sum, value) => sum + Buffer.byteLength(value) + 1, 0);
    const cleaned = clean(register, item.record);
    if (cleaned instanceof Refusal) {
      await refused.add(item.line, cleaned.message, values.join(','));
      continue;
    }
    const key = register.keyOf(cleaned);
    const before = firstLineOf.get(key);
    if (before !== undefined) {
      await refused.add(item.line, `repeats ${key} of line ${before}`, values.join(','));
      continue;
    }
    firstLineOf.set(key, item.line);
    batch.push(cleaned);
    if (batch.length >= ROWS_A_BATCH) await flush();
  }
  await flush();

  const refusedFile = await refused.close();
  const stored = firstLineOf.size;
  return {
    type: 'imported',
    file,
    register: register.name,
    read,
    stored,
    refused: refused.count,
    refusedFile,
  };
}

function clean(register: AnyRegister, record: RegisterRecord): object | Refusal {
  try {
    return register.clean(record);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
