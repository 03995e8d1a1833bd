import { expect, test } from 'vitest';
import { contentOf, lastDayOf, readApplication } from '../app/pages/grants/typed-application.ts';

const FIELDS = {
  field: 'Taxpayer.arrears',
  basis: ' 水法 ',
  purpose: 'a\r\nb',
  until: '2027-01-31',
  region: '3205',
};

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

test('a grant ends at the midnight of China after its last day, and that day is shown again', () => {
  const { content } = contentOf(readApplication(formOf(FIELDS)));
  expect(content).toEqual({
    basis: '水法',
    purpose: 'a\nb',
    until: '2027-01-31T16:00:00.000Z',
    regions: ['3205'],
  });
  expect(lastDayOf(content!.until)).toBe('2027-01-31');
});

test.each([
  ['2027-01-31T15:59:59Z', '2027-01-31'],
  ['2027-01-31T16:00:01Z', '2027-02-01'],
  ['2027-01-31T00:00:00Z', '2027-01-31'],
])('the last day of what ends at %s is %s', (until, day) => {
  expect(lastDayOf(until)).toBe(day);
});

test('several regions stay several, and none is all', () => {
  const regionsOf = (region: string) =>
    contentOf(readApplication(formOf({ ...FIELDS, region }))).content?.regions;
  expect(regionsOf('320102,320104')).toEqual(['320102', '320104']);
  expect(regionsOf('')).toBeNull();
});

test('all that is missing is named', () => {
  expect(contentOf(readApplication(formOf({ until: '2027-02-30x' })))).toEqual({
    content: null,
    missing: ['fields', 'basis', 'purpose', 'until'],
  });
});
