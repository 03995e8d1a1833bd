import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '../../app/pages/dashboard/csv.ts';
import { toMatterRows } from '../../app/pages/dashboard/data/matters.ts';
import { monthBefore, readChoice, yearUntil } from '../../app/pages/dashboard/period.ts';

test('a program reads back what a table held, whatever its texts are', () => {
  const text = fc.string({ minLength: 1 }).filter((one) => !/^[=+\-@\t\r]/.test(one));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.nat()), { minLength: 1 }), (rows) => {
      const read = parse(toCsv(rows), { bom: true, record_delimiter: '\r\n' }) as string[][];
      expect(read).toEqual(rows.map(([name, count]) => [name, String(count)]));
    }),
  );
});

test('a file begins with a mark that spreadsheets need, and holds no formula', () => {
  expect(
    toCsv([
      ['地区', 'x'],
      ['=1+1', null],
    ]),
  ).toBe("\uFEFF地区,x\r\n'=1+1,\r\n");
  expect(toCsv([[-0.5]])).toBe('\uFEFF-0.5\r\n');
});

const statistic = (month: string, region: string, completed: number, hours: number | null) => ({
  month,
  region: { code: region, name: null },
  matter: { code: 'YJS320000001', name: '企业开办', nameEn: 'Opening an enterprise', promisedDays: 3 },
  completed,
  undone: 0,
  overdue: 1,
  workingDays: hours === null ? null : 2,
  officialHours: hours,
  applicantHours: hours,
  machineHours: hours,
});

test('times of several months are their mean by applications, without those that are withheld', () => {
  const rows = toMatterRows(
    [
      statistic('2026-01', '3205', 5, 10),
      statistic('2026-02', '3205', 15, 30),
      statistic('2026-03', '3205', 2, null),
      statistic('2026-01', '3201', 1, null),
    ],
    '32',
  );
  expect(rows).toMatchObject([
    { region: { code: '3201' }, completed: 1, times: null },
    { region: { code: '3205' }, completed: 22, overdue: 3, times: { officialHours: 25 } },
  ]);
  expect(toMatterRows([statistic('2026-01', '3205', 5, 10)], '3201')).toEqual([]);
});

test('a dashboard is of the last whole month in China, unless its address names another that is one', () => {
  // In China it is 1 March already.
  const now = new Date('2026-02-28T17:00:00Z');
  expect(readChoice(new URLSearchParams(), now)).toEqual({ region: '32', month: '2026-02' });
  expect(readChoice(new URLSearchParams('region=3205&month=2024-02'), now)).toEqual({
    region: '3205',
    month: '2024-02',
  });
  expect(readChoice(new URLSearchParams('region=11&month=2024-13'), now)).toEqual({
    region: '32',
    month: '2026-02',
  });
  expect(yearUntil('2024-02')).toEqual({ from: '2023-03-01', until: '2024-02-29' });
  expect(monthBefore('2026-01', 1)).toBe('2025-12');
});
