import { expect, test } from 'vitest';
import type { SharingApplication } from '../src/sharing/answers.ts';
import { describe } from '../src/sharing/describe.ts';

const APPLICATION: SharingApplication = {
  number: 'SA2026000017',
  state: 'SUBMITTED',
  client: 'desk',
  department: { name: 'tax' },
  fields: ['Taxpayer.arrears'],
  basis: '水法',
  purpose: 'Water',
  until: '2027-06-30T16:00:00Z',
  dueAt: '2027-01-04T16:00:00Z',
  dueWithoutHolidaysOf: [2027],
  overdue: false,
  reason: null,
  grant: null,
  neededBeside: [],
};

test('a list says once which holidays are missing of the years in which something is due', () => {
  const known = { ...APPLICATION, dueWithoutHolidaysOf: [] };
  const later = { ...APPLICATION, dueWithoutHolidaysOf: [2027, 2028] };
  expect(describe('application', [known])).not.toContain('holidays');
  const said = describe('application', [later, known, APPLICATION]);
  expect(said).toMatch(/\n.*does not know the holidays of 2027, 2028: .*SHARING_HOLIDAYS/);
  expect(said.match(/holidays of/g)).toHaveLength(1);
});
