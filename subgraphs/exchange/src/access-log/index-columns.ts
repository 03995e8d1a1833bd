import type { AccessRecord } from '@yiwang/access-log';
import { CodeError, parseUscc, repairCode } from '@yiwang/codes';
import type { AccessRow } from '../tables/access-tables.ts';

/** Far below the longest entry that an index of PostgreSQL accepts. */
const MAX_CHARACTERS = 200;

/** The columns by which a record is found, derived from its text. */
export function indexColumns({ at, gateway, sequence, client, subjects }: AccessRecord) {
  return {
    at,
    gateway,
    sequence,
    client: indexText(client),
    subjectTypes: subjects.map(({ type }) => indexText(type)),
    subjectKeys: subjects.map(({ key }) => indexText(key)),
  } satisfies Partial<AccessRow>;
}

/** The enterprises that a record is about: every USCC among the keys of its subjects, once. */
export function enterprisesOf({ subjectKeys }: Pick<AccessRow, 'subjectKeys'>): string[] {
  return [...new Set(subjectKeys.flatMap((key) => enterpriseOf(key) ?? []))];
}

/** A text as it is stored in an index column. PostgreSQL accepts neither U+0000 nor lone surrogates. */
export function indexText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd').slice(0, MAX_CHARACTERS).toWellFormed();
}

/** The USCC in a key of a subject, such as an enterprise or a taxpayer. Null when there is none. */
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
