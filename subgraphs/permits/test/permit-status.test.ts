import { expect, test } from 'vitest';
import { statusOn, todayInChina } from '../src/permit-status.ts';

const limited = {
  validFrom: '2024-03-01',
  validUntil: '2029-02-28',
  endedOn: null,
  endedBy: null,
  suspendedOn: null,
};
const suspended = { ...limited, suspendedOn: '2025-01-01' };
const endless = { ...limited, validUntil: null };
const revoked = { ...limited, endedOn: '2025-01-01', endedBy: 'REVOKED' as const };

test.each([
  ['before its first day', limited, '2024-02-29', 'NOT_YET_VALID'],
  ['on its first day', limited, '2024-03-01', 'VALID'],
  ['on its last day', limited, '2029-02-28', 'VALID'],
  ['on the day after its last day', limited, '2029-03-01', 'EXPIRED'],
  ['without an end', endless, '9999-12-31', 'VALID'],
  ['on the day before it was revoked', revoked, '2024-12-31', 'VALID'],
  ['on the day on which it was revoked', revoked, '2025-01-01', 'REVOKED'],
  ['revoked, even after its last day', revoked, '2030-01-01', 'REVOKED'],
  ['on the day before it was suspended', suspended, '2024-12-31', 'VALID'],
  ['on the day on which it was suspended', suspended, '2025-01-01', 'SUSPENDED'],
  ['suspended, and then expired', suspended, '2030-01-01', 'EXPIRED'],
  [
    'given up',
    { ...endless, endedOn: '2025-01-01', endedBy: 'CANCELLED' as const },
    '2025-01-02',
    'CANCELLED',
  ],
])('a permit %s', (_when, permit, day, status) => {
  expect(statusOn(permit, day)).toBe(status);
});

test('a day begins in China eight hours before it begins in UTC', () => {
  expect(todayInChina(new Date('2025-12-31T15:59:59Z'))).toBe('2025-12-31');
  expect(todayInChina(new Date('2025-12-31T16:00:00Z'))).toBe('2026-01-01');
});
