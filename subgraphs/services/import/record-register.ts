import { parseUscc, repairCode } from '@yiwang/codes';
import {
  cleanCode,
  cleanDate,
  Rejection,
  type Register,
  type RegisterRecord,
  requireText,
  upsert,
} from '@yiwang/subgraph-kit';

/** The records as the department's own system exports them. */
export const recordRegister: Register<ReturnType<typeof clean>> = {
  name: 'services records',
  columns: ['services_number', 'title', 'issued_on', 'holder_uscc'],
  clean,
  keyOf: ({ number }) => number,
  store: (sql, rows) => upsert(sql, 'records', ['number'], rows),
};

function clean(record: RegisterRecord) {
  const holder = repairCode(record['holder_uscc']!);
  cleanCode('holder_uscc', holder, parseUscc);
  const issuedOn = cleanDate('issued_on', record['issued_on']!);
  if (issuedOn === null) throw new Rejection('issued_on is empty');
  return {
    number: requireText('services_number', record['services_number']!),
    title: requireText('title', record['title']!),
    issued_on: issuedOn,
    holder_uscc: holder,
    source: 'REGISTER',
    original: record,
  };
}
