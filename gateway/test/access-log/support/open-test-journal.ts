import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Access, readJournalLines, type SealKey, verifyRecords } from '@yiwang/access-log';
import { createKey, publicKeyOf } from '@yiwang/identity';
import { createLogger } from '@yiwang/service/logging';
import { onTestFinished } from 'vitest';
import { type Journal, type JournalOptions, openJournal } from '@yiwang/access-log/journal';
import { listSegments } from '@yiwang/access-log/journal';

export const GATEWAY = 'edge';
export const KEY = await createKey();
export const KEYS: SealKey[] = [{ ...publicKeyOf(KEY), revokedAt: null }];

export function access(client: string): Omit<Access, 'at'> {
  return {
    client,
    user: null,
    department: null,
    grants: ['g1'],
    purpose: { basis: '税收征收管理法 第六条', caseNumber: '1', requester: '王芳' },
    subjects: [{ type: 'Taxpayer', key: '913205830000000001' }],
    moreSubjects: 0,
    fields: ['Taxpayer.arrears'],
    request: 'r',
    requestHash: 'h',
    outcome: 'COMPLETE',
  };
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-journal-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Closed with the test. */
export async function openTestJournal(options: Partial<JournalOptions> = {}): Promise<Journal> {
  const journal = await openJournal({
    folder: options.folder ?? (await temporaryFolder()),
    gateway: GATEWAY,
    key: { current: KEY },
    logger: createLogger('test', 'silent'),
    ...options,
  });
  onTestFinished(() => journal[Symbol.asyncDispose]());
  return journal;
}

/** All records of a folder, as they are kept; heads are left out. */
export async function readJournal(folder: string) {
  const lines: string[] = [];
  for (const { path } of await listSegments(folder)) {
    const text = await readFile(path, 'utf8');
    lines.push(...text.split('\n').slice(1, -1));
  }
  const records = await Array.fromAsync(readJournalLines(lines));
  return records.map((record) => ({
    ...record,
    client: (JSON.parse(record.text) as { client: string }).client,
  }));
}

/** What is wrong with a folder; null when it is as it was written. */
export async function findingOf(folder: string) {
  const { finding } = await verifyRecords(await readJournal(folder), {
    gateway: GATEWAY,
    keys: KEYS,
    mayEndUnsealed: true,
  });
  return finding;
}
