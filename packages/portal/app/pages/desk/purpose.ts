import type { Purpose } from '@yiwang/client';

/** 行政许可法: who decides examines what was handed in. */
const BASIS = '行政许可法 第三十四条';

/** What an official reads for; it stands in the access log, as of the command line. */
export function purposeOf(person: { id: string }, caseNumber = 'inbox'): Purpose {
  return { basis: BASIS, caseNumber, requester: person.id };
}
