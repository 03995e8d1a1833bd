import { createKey, type PrivateKey, publicKeyOf } from '@yiwang/identity';
import {
  type Access,
  beginningOf,
  chain,
  createSealer,
  type LoggedText,
  type SealKey,
} from '../../src/index.ts';

export const GATEWAY = 'edge';
export const KEY = await createKey();
export const KEYS = [registered(KEY)];

export function registered(key: PrivateKey, revokedAt: string | null = null): SealKey {
  return { ...publicKeyOf(key), revokedAt };
}

export function access(number: number): Access {
  return {
    at: new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString(),
    client: 'bank',
    user: number % 3 === 0 ? '王芳' : null,
    department: 'tax',
    grants: ['g1'],
    purpose: { basis: '税收征收管理法 第六条', caseNumber: `案-${number}`, requester: '"a"\n\\' },
    subjects: [{ type: 'Taxpayer', key: `91320583MA1K${number}` }],
    moreSubjects: 0,
    fields: ['Taxpayer.arrears'],
    request: `r${number}`,
    requestHash: 'h',
    outcome: 'COMPLETE',
  };
}

/** A log whose records are sealed every so many, the last always. */
export function makeLog(count: number, sealEvery: number, more: (number: number) => object = () => ({})) {
  const sign = createSealer(KEY);
  const log: LoggedText[] = [];
  let end = beginningOf(GATEWAY);
  let after = 0;
  for (let number = 1; number <= count; number++) {
    const { text, sequence, hash } = chain({ ...access(number), ...more(number) }, GATEWAY, end);
    const isSealed = number % sealEvery === 0 || number === count;
    const at = access(number).at;
    log.push({ text, seal: isSealed ? sign({ gateway: GATEWAY, sequence, hash, at, after }) : null });
    if (isSealed) after = sequence;
    end = { sequence, hash };
  }
  return log;
}
