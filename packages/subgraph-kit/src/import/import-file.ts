import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { TransactionSql } from 'postgres';
import type { ImportedMessage } from '../process/messages.ts';
import { report } from '../process/report.ts';
import { type OriginalLine, readHeaderBytes, readRecords } from './read-records.ts';
import { Rejection } from './rejection.ts';
import { RejectedFile, type RejectedPaths } from './rejected-file.ts';
import type { AnyRegister, RegisterRecord } from './register.ts';
import { storeRows } from './store-rows.ts';

const BATCH_SIZE = 500;

/**
 * Reads one file to its end into the open transaction. Every row is stored or rejected with a reason.
 *
 * @param header the file's columns in their order
 */
export async function importFile(
  sql: TransactionSql,
  register: AnyRegister,
  file: string,
  header: readonly string[],
  rejectedPaths: RejectedPaths,
): Promise<ImportedMessage> {
  await using rejected = new RejectedFile(rejectedPaths, () => readHeaderBytes(file));
  const firstLineOf = new Map<string, number>();
  // By row, so that a row that the database rejects is reported with its line.
  let batch = new Map<object, OriginalLine>();
  const counts = { read: 0, stored: 0, added: 0, changed: 0 };
  let bytesRead = 0;
  const { size } = await stat(file);

  const flush = async () => {
    const outcome = await storeRows(sql, register, [...batch.keys()]);
    for (const { row, reason } of outcome.rejected) await rejected.add(batch.get(row)!, reason);
    counts.stored += batch.size - outcome.rejected.length;
    counts.added += outcome.added;
    counts.changed += outcome.changed;
    batch = new Map();
    report({ type: 'progress', task: basename(file), done: Math.min(bytesRead, size), total: size });
  };

  for await (const line of readRecords(file, header)) {
    counts.read += 1;
    bytesRead += line.bytes.length;
    if ('broken' in line) {
      await rejected.add(line, line.broken);
      continue;
    }
    const cleaned = clean(register, line.record);
    if (cleaned instanceof Rejection) {
      await rejected.add(line, cleaned.message);
      continue;
    }
    const key = register.keyOf(cleaned);
    const before = firstLineOf.get(key);
    if (before !== undefined) {
      await rejected.add(line, `repeats ${key} of line ${before}`);
      continue;
    }
    firstLineOf.set(key, line.line);
    batch.set(cleaned, line);
    if (batch.size >= BATCH_SIZE) await flush();
  }
  await flush();

  const files = await rejected.close();
  return {
    type: 'imported',
    file,
    register: register.name,
    ...counts,
    unchanged: counts.stored - counts.added - counts.changed,
    rejected: rejected.count,
    rejectedFile: files?.report ?? null,
    originalsFile: files?.originals ?? null,
  };
}

function clean(register: AnyRegister, record: RegisterRecord): object | Rejection {
  try {
    return register.clean(record);
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}
