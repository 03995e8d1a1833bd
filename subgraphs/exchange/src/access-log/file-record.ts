import type { AccessRecord } from '@yiwang/access-log';
import { CodeError, parseUscc, repairCode } from '@yiwang/codes';
import type { AccessRow } from './tables.ts';

/** Far below what an index of PostgreSQL takes. */
const MOST_CHARACTERS = 200;

/** The columns by which a record is found, from what it says. */
export function columnsOf({ at, gateway, sequence, client, subjects }: AccessRecord) {
  return {
    at,
    gateway,
    sequence,
    client: fit(client),
    subjectTypes: subjects.map(({ type }) => fit(type)),
    subjectKeys: subjects.map(({ key }) => fit(key)),
  } satisfies Partial<AccessRow>;
}

/** The enterprises that find it among the reads of their data: each USCC that a key of a subject holds, once. */
export function enterprisesOf({ subjectKeys }: Pick<AccessRow, 'subjectKeys'>): string[] {
  return [...new Set(subjectKeys.flatMap((key) => enterpriseOf(key) ?? []))];
}

/** As a key is filed: PostgreSQL keeps neither U+0000 nor half a character. */
export function fit(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd').slice(0, MOST_CHARACTERS).toWellFormed();
}

/** The USCC that a key holds, as that of an enterprise or a taxpayer does. */
function enterpriseOf(key: string): string | null {
  for (const part of key.split(' ')) {
    try {
      return parseUscc(repairCode(part)).code;
    } catch (error) {
      if (!(error instanceof CodeError)) throw error;
    }
  }
  return null;
}
