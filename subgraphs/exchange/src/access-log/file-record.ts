import type { AccessRecord } from '@yiwang/access-log';
import { CodeError, parseUscc, repairCode } from '@yiwang/codes';
import type { AccessRow, AccessSubjectRow } from './tables.ts';

/** Far below what an index of PostgreSQL takes. */
const MOST_CHARACTERS = 200;

/** The columns by which a record is found, from what it says. */
export function columnsOf({ at, gateway, sequence, client }: AccessRecord) {
  return { at, gateway, sequence, client: fit(client) } satisfies Partial<AccessRow>;
}

/** The rows by which it is found from its subjects. */
export function subjectsOf({ at, gateway, sequence, subjects }: AccessRecord): AccessSubjectRow[] {
  const known = new Set<string>();
  return subjects.map(({ type, key }, place) => {
    const named = enterpriseOf(key);
    const enterprise = named !== null && !known.has(named) ? named : null;
    if (enterprise !== null) known.add(enterprise);
    return { at, gateway, sequence, place, type: fit(type), key: fit(key), enterprise };
  });
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
